import type { HandoffWay } from './handoff-ways.js';

/** What stands around the link in a message. */
export interface LinkMessage {
  readonly subject: string;
  readonly text: string;
}

/** What sending needs of the browser; `window` has it. */
export interface SendEnv {
  readonly navigator: Pick<Navigator, 'clipboard' | 'share'>;
  readonly location: { assign(href: string): void };
}

/** What became of a link: it `left` by another app, was `copied`, or is `held` here by a browser that copies nothing. */
export type SendResult = 'left' | 'copied' | 'held';

/** Sends a link on its way; must run in the customer's gesture. Where no share sheet opens, it copies. Never rejects. */
export async function sendLink(
  way: HandoffWay,
  link: string,
  { subject, text }: LinkMessage,
  { navigator, location }: SendEnv,
): Promise<SendResult> {
  switch (way) {
    // A scheme that another app answers: the page stays, and no link is in an attribute. Android wants `?` before the
    // body and iOS wants `&`; each passes over what is for the other.
    case 'sms':
      location.assign(`sms:?&body=${encodeURIComponent(`${text} ${link}`)}`);
      return 'left';
    case 'email':
      location.assign(
        `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${text}\r\n\r\n${link}`)}`,
      );
      return 'left';
    case 'share':
      try {
        await navigator.share({ text, url: link });
        return 'left';
      } catch (error) {
        // A sheet that the customer closed is no failure.
        if (error instanceof DOMException && error.name === 'AbortError') return 'left';
      }
      break;
    case 'copy':
  }
  try {
    await navigator.clipboard.writeText(link);
    return 'copied';
  } catch {
    // Not allowed here, or (on an insecure page) no clipboard at all.
    return 'held';
  }
}
