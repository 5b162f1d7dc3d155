import { copyLink } from './copy-link.js';
import { drawCode } from './draw-code.js';
import type { HandoffWay } from './handoff-ways.js';
import { emailHref, smsHref } from './message-hrefs.js';
import { shareLink } from './share-link.js';

/** The longest that a link is shown without being asked for anew, in milliseconds. */
export const LONGEST_SHOWN = 5 * 60_000;

/** A link for the phone, after the link gate. */
export interface PhoneLink {
  readonly link: string;
  /** Milliseconds for which it will work; null when not known. */
  readonly lifetime: number | null;
}

/** Why there is no link: `closed` by the customer or not yet shown, `left` the page, `expired` in time. */
export type HiddenBecause = 'closed' | 'left' | 'expired';

/** What the customer sees of the handoff. */
export type HandoffState =
  | { readonly kind: 'hidden'; readonly because: HiddenBecause }
  | { readonly kind: 'fetching' }
  | {
      readonly kind: 'shown';
      /** The link as a QR code. */
      readonly code: HTMLCanvasElement;
      /** The link was copied. */
      readonly copied: boolean;
      /** The link itself, to be selected by hand; only once the browser has not let the page copy it. */
      readonly selectable: string | null;
    }
  /** No link came; `cause` is what `getLink` rejected with. */
  | { readonly kind: 'failed'; readonly cause: unknown };

/** What the handoff needs of the browser; `window` is one. */
export interface HandoffPage {
  readonly document: {
    readonly hidden: boolean;
    addEventListener(type: 'visibilitychange', listener: () => void): void;
    removeEventListener(type: 'visibilitychange', listener: () => void): void;
  };
  readonly navigator: Pick<Navigator, 'clipboard' | 'share'>;
  readonly location: { assign(href: string): void };
  setTimeout(task: () => void, milliseconds: number): number;
  clearTimeout(timer: number | undefined): void;
}

/**
 * Shows a link for the customer's phone, and takes it back. The link is in one private field and in the code, from
 * answer to hiding, and hides by itself when the page is hidden, when it expires, and after {@link LONGEST_SHOWN}.
 */
export class Handoff {
  readonly #changed: () => void;
  readonly #page: HandoffPage;
  #state: HandoffState = { kind: 'hidden', because: 'closed' };
  #link: string | null = null;
  #timer: number | undefined;
  /** Stands for the request under way; another, or none, once that was given up. */
  #request: object | null = null;

  /** `changed` runs after each change of `state`. */
  constructor(changed: () => void, page: HandoffPage = window) {
    this.#changed = changed;
    this.#page = page;
  }

  get state(): HandoffState {
    return this.#state;
  }

  /** Hides the link, or gets one and shows it. Never rejects: see the state `failed`. */
  async toggle(getLink: () => Promise<PhoneLink>): Promise<void> {
    if (this.#state.kind === 'fetching' || this.#state.kind === 'shown') {
      this.hide();
      return;
    }
    const request = {};
    this.#request = request;
    this.#page.document.addEventListener('visibilitychange', this.#pageChanged);
    this.#become({ kind: 'fetching' });
    try {
      const { link, lifetime } = await getLink();
      if (this.#request === request) this.#show(link, lifetime ?? LONGEST_SHOWN);
    } catch (cause) {
      if (this.#request !== request) return;
      this.#forget();
      this.#become({ kind: 'failed', cause });
    }
  }

  /** Forgets the link, and a request for one. Without either, nothing changes. */
  hide(because: HiddenBecause = 'closed'): void {
    if (!this.#request) return;
    this.#forget();
    this.#become({ kind: 'hidden', because });
  }

  /** Sends the shown link on its way; must run in the customer's gesture. `subject` and `text` go into a message. Never rejects. */
  async send(way: HandoffWay, { subject, text }: { subject: string; text: string }): Promise<void> {
    const link = this.#link;
    if (link === null) return;
    const { location, navigator } = this.#page;
    switch (way) {
      // A scheme that another app answers: the page stays, and no link is in an attribute.
      case 'sms':
        location.assign(smsHref(text, link));
        return;
      case 'email':
        location.assign(emailHref(subject, text, link));
        return;
      case 'share':
        if (await shareLink(text, link, navigator)) return;
        break;
      case 'copy':
    }
    const copied = await copyLink(link, navigator);
    if (this.#state.kind === 'shown' && this.#link === link)
      this.#become({ ...this.#state, copied, selectable: copied ? null : link });
  }

  readonly #pageChanged = () => {
    if (this.#page.document.hidden) this.hide('left');
  };

  #show(link: string, lifetime: number): void {
    const code = drawCode(link);
    this.#link = link;
    this.#timer = this.#page.setTimeout(() => this.hide('expired'), Math.min(lifetime, LONGEST_SHOWN));
    this.#become({ kind: 'shown', code, copied: false, selectable: null });
  }

  #forget(): void {
    this.#request = null;
    this.#link = null;
    this.#page.clearTimeout(this.#timer);
    this.#page.document.removeEventListener('visibilitychange', this.#pageChanged);
    // Setting the size wipes the pixels.
    if (this.#state.kind === 'shown') this.#state.code.width = 0;
  }

  #become(state: HandoffState): void {
    this.#state = state;
    this.#changed();
  }
}
