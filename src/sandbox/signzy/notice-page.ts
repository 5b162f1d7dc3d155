import type { LinkRefusal } from '../customers.js';
import { htmlDocument } from './document.js';

/** The text for the customer, with the next step. It is specific to the sandbox. */
const NOTICES: Readonly<Record<LinkRefusal, { readonly title: string; readonly text: string }>> = {
  unknown: {
    title: 'This link is not known',
    text: 'It may be cut short, or the sandbox was restarted since it was made. Go back to the app and start again.',
  },
  replaced: {
    title: 'A newer link took its place',
    text: 'Each time the app asks for a link, the one before it ends. Go back to the app and start again there.',
  },
  expired: {
    title: 'This link has expired',
    text: 'A link is good for one day. Go back to the app and start again to get a new one.',
  },
  used: {
    title: 'This call is over',
    text: 'A link is good for one call. To try again, go back to the app and start a new one.',
  },
  finished: {
    title: 'Your part is done',
    text: 'The call is complete and nothing more is needed from you. The app shows how it went.',
  },
};

/** The page of a link that does not lead to a call. */
export function noticePage(refusal: LinkRefusal): string {
  const { title, text } = NOTICES[refusal];
  return htmlDocument({
    title,
    main: `<section class="notice">
<svg class="notice-mark" viewBox="0 0 48 48" aria-hidden="true"><path d="M20 28l8-8M17 23l-4 4a6 6 0 0 0 8 8l4-4M31 25l4-4a6 6 0 0 0-8-8l-4 4"></path></svg>
<h1>${title}</h1>
<p>${text}</p>
<p class="quiet">You can close this window.</p>
</section>`,
  });
}
