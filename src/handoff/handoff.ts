import { drawCode } from './draw-code.js';
import type { HandoffWay } from './handoff-ways.js';
import { sealOff } from './seal-off.js';
import { sendLink, type MessageWords, type SendingPage } from './send-link.js';

/** The longest that a link is shown without being asked for anew, in milliseconds. */
export const LONGEST_SHOWN = 5 * 60_000;

/** Why there is no link: `closed` by the customer or not yet shown, `left` the page, `expired` in time. */
export type HiddenBecause = 'closed' | 'left' | 'expired';

/** What the customer sees of the handoff. */
export type HandoffState =
  | { readonly kind: 'hidden'; readonly because: HiddenBecause }
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

/**
 * Shows a link for the customer's phone, and takes it back. The link is in one private field and in the code, from
 * answer to hiding, and hides by itself when the page is hidden, and after {@link LONGEST_SHOWN}.
 */
export class Handoff {
  readonly #changed: () => void;
  readonly #page: HandoffPage;
  #state: HandoffState = { kind: 'hidden', because: 'closed' };
  /** The request under way or on show; another, or none, once that was given up. */
  #request: LinkRequest | null = null;
  #timer: number | undefined;

  /** `changed` runs after each change of `state`. A server may make one too, and never toggles it. */
  constructor(changed: () => void, page: HandoffPage = globalThis) {
    this.#changed = changed;
    this.#page = page;
  }

  get state(): HandoffState {
    return this.#state;
  }

  /** Hides the link, or gets one and shows it. Never rejects: see the state `failed`. */
  async toggle(getLink: () => Promise<string>): Promise<void> {
    if (this.#request) {
      this.hide();
      return;
    }
    const request: LinkRequest = { link: null };
    this.#request = request;
    this.#page.document.addEventListener('visibilitychange', this.#pageChanged);
    this.#become({ kind: 'fetching' });
    try {
      const link = await getLink();
      if (this.#request !== request) return;
      const code = sealOff(drawCode(link));
      request.link = link;
      this.#timer = this.#page.setTimeout(() => this.hide('expired'), LONGEST_SHOWN);
      this.#become({ kind: 'shown', code, copied: false, selectable: null });
    } catch (cause) {
      if (this.#request === request) this.#end({ kind: 'failed', cause });
    }
  }

  /** Forgets the link, and a request for one. Without either, nothing changes. */
  hide(because: HiddenBecause = 'closed'): void {
    if (this.#request) this.#end({ kind: 'hidden', because });
  }

  /** Sends the shown link on its way; must run in the customer's gesture. Never rejects. */
  async send(way: HandoffWay, words: MessageWords): Promise<void> {
    const request = this.#request;
    const link = request?.link ?? null;
    if (link === null) return;
    const sent = await sendLink(way, link, words, this.#page);
    if (sent !== 'left' && this.#state.kind === 'shown' && this.#request === request)
      this.#become({ ...this.#state, copied: sent === 'copied', selectable: sent === 'held' ? link : null });
  }

  readonly #pageChanged = () => {
    if (this.#page.document.hidden) this.hide('left');
  };

  #end(state: HandoffState): void {
    this.#request = null;
    this.#page.clearTimeout(this.#timer);
    this.#page.document.removeEventListener('visibilitychange', this.#pageChanged);
    this.#become(state);
  }

  #become(state: HandoffState): void {
    this.#state = state;
    this.#changed();
  }
}
