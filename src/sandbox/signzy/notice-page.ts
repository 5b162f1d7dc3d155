import type { Refusal } from '../customers.js';
import { htmlDocument } from './document.js';

/** What a customer is told, and what to do next. The words are the sandbox's own. */
const NOTICES: Readonly<Record<Refusal, { readonly title: string; readonly text: string }>> = {
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
  spent: {
    title: 'This call is over',
    text: 'A link is good for one call. To try again, go back to the app and start a new one.',
  },
  finished: {
    title: 'Your part is done',
    text: 'The call is complete and nothing more is needed from you. The app shows how it went.',
  },
};

/** The page behind a link that leads to no call. */
export function noticePage(refusal: Refusal): string {
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
