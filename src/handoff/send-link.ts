/** A way to send the link to the customer's phone, in addition to the QR code. */
export type HandoffWay = 'copy' | 'share' | 'sms' | 'email';

/** The text around the link in a message. */
export interface LinkMessage {
  /** Subject of an e-mail. */
  readonly subject: string;
  /** Text before the link. */
  readonly text: string;
}

/** What sending needs of the browser; `window` implements it. */
export interface SendEnv {
  readonly navigator: Pick<Navigator, 'clipboard' | 'share'>;
  readonly location: { assign(href: string): void };
}

/** The result of sending a link. */
export type SendResult =
  /** Passed to an app for messages, if the device has one. */
  | 'opened'
  /** The share sheet has taken it. */
  | 'shared'
  /** The customer closed the share sheet. */
  | 'canceled'
  /** In the clipboard. */
  | 'copied'
  /** The browser does not allow copying. */
  | 'not-copied';

export interface SendLinkOptions {
  readonly way: HandoffWay;
  readonly link: string;
  readonly message: LinkMessage;
  readonly env: SendEnv;
}

/**
 * The ways that this browser supports. Inside another app (`inApp`) SMS and e-mail are left out: a WebView may replace
 * the page by an error when it is sent to such a URL.
 */
export function handoffWays(
  inApp: boolean,
  browser: Partial<Pick<Navigator, 'canShare'>> = navigator,
): readonly HandoffWay[] {
  const ways: HandoffWay[] = ['copy'];
  if (browser.canShare?.({ text: 'x', url: 'https://example.com/' })) ways.push('share');
  if (!inApp) ways.push('sms', 'email');
  return ways;
}

/**
 * Sends a link in one of the ways; must run in a user gesture. Copies the link if no share sheet opens. Never rejects.
 */
export async function sendLink({ way, link, message, env }: SendLinkOptions): Promise<SendResult> {
  const { navigator, location } = env;
  const { subject, text } = message;
  switch (way) {
    // Navigating to these schemes opens another app: the page stays, and no attribute holds the link. Android expects
    // `?` before the body and iOS expects `&`; each ignores the other.
    case 'sms':
      location.assign(`sms:?&body=${encodeURIComponent(`${text} ${link}`)}`);
      return 'opened';
    case 'email':
      location.assign(
        `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${text}\r\n\r\n${link}`)}`,
      );
      return 'opened';
    case 'share':
      try {
        await navigator.share({ text, url: link });
        return 'shared';
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return 'canceled';
      }
      break;
    case 'copy':
  }
  try {
    await navigator.clipboard.writeText(link);
    return 'copied';
  } catch {
    // Not allowed, or not a secure context, which has no clipboard at all.
    return 'not-copied';
  }
}
