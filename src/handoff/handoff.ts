import { qrCode } from './qr-code.js';
import type { HandoffWay } from './handoff-ways.js';
import { closedShadow } from './closed-shadow.js';
import { sendLink, type MessageWords, type SendingPage } from './send-link.js';

/** The longest that a link is shown without being asked for anew, in milliseconds. */
const LONGEST_SHOWN = 5 * 60_000;

/** What the customer sees of the handoff. */
export type HandoffState =
  /** Not yet shown, or hidden again by the customer or the page. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'fetching' }
  | {
      readonly kind: 'shown';
      /** The link as a QR code, in an element that gives nothing of it away. */
      readonly code: Element;
      /** The link was copied. */
      readonly copied: boolean;
      /** The link itself, to be selected by hand; only once the browser has not let the page copy it. */
      readonly selectable: string | null;
    }
  /** It hid by itself: the customer left the page, or its time was over. */
  | { readonly kind: 'withdrawn' }
  /** No link came; `cause` is what `getLink` rejected with. */
  | { readonly kind: 'failed'; readonly cause: unknown };

/** What the handoff needs of the browser; the global object is one. */
export interface HandoffPage extends SendingPage {
  readonly document: {
    readonly hidden: boolean;
    addEventListener(type: 'visibilitychange', listener: () => void): void;
    removeEventListener(type: 'visibilitychange', listener: () => void): void;
  };
  setTimeout(task: () => void, milliseconds: number): number;
  clearTimeout(timer: number | undefined): void;
}

/** One request for a link, up to its hiding. */
interface LinkRequest {
  /** The link, which is here and in the code alone; null while it is on its way. */
  link: string | null;
}

/** The link for the customer's phone, shown and taken back. */
export interface Handoff {
  readonly state: HandoffState;
  /** Hides the link, or gets one and shows it. Never rejects: see the state `failed`. */
  toggle(getLink: () => Promise<string>): Promise<void>;
  /** Forgets the link, and a request for one. Without either, nothing changes. */
  hide(): void;
  /** Sends the shown link on its way; must run in the customer's gesture. Never rejects. */
  send(way: HandoffWay, words: MessageWords): Promise<void>;
}

/**
 * A way to the phone that shows nothing yet; `changed` runs after each change of `state`. A link is kept here alone, from
 * answer to hiding, and hides by itself when the page is hidden, and after {@link LONGEST_SHOWN}.
 */
export function createHandoff(changed: () => void, page: HandoffPage = globalThis): Handoff {
  let state: HandoffState = { kind: 'hidden' };
  /** The request under way or on show; another, or none, once that was given up. */
  let current: LinkRequest | null = null;
  let timer: number | undefined;

  const become = (next: HandoffState) => {
    state = next;
    changed();
  };
  const end = (next: HandoffState) => {
    current = null;
    page.clearTimeout(timer);
    page.document.removeEventListener('visibilitychange', pageChanged);
    become(next);
  };
  const hide = () => {
    if (current) end({ kind: 'hidden' });
  };
  const withdraw = () => end({ kind: 'withdrawn' });
  const pageChanged = () => {
    if (page.document.hidden) withdraw();
  };

  return {
    get state() {
      return state;
    },
    hide,
    async toggle(getLink) {
      if (current) {
        hide();
        return;
      }
      const request: LinkRequest = (current = { link: null });
      page.document.addEventListener('visibilitychange', pageChanged);
      become({ kind: 'fetching' });
      try {
        const link = await getLink();
        if (current !== request) return;
        const code = closedShadow(qrCode(link));
        request.link = link;
        timer = page.setTimeout(withdraw, LONGEST_SHOWN);
        become({ kind: 'shown', code, copied: false, selectable: null });
      } catch (cause) {
        if (current === request) end({ kind: 'failed', cause });
      }
    },
    async send(way, words) {
      const request = current;
      if (!request?.link) return;
      const { link } = request;
      const sent = await sendLink(way, link, words, page);
      if (sent !== 'left' && state.kind === 'shown' && current === request)
        become({ ...state, copied: sent === 'copied', selectable: sent === 'held' ? link : null });
    },
  };
}
