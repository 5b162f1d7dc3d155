import { closedShadow } from './closed-shadow.js';
import { qrCode } from './qr-code.js';
import { sendLink, type HandoffWay, type LinkMessage, type SendEnv, type SendResult } from './send-link.js';

/** How long a link stays on screen before it hides by itself. */
const MAX_SHOWN_MS = 5 * 60_000;

/** What the customer sees of the handoff. */
export type HandoffState =
  /** Not requested yet, or hidden by the customer or the page. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'fetching' }
  | {
      readonly kind: 'shown';
      /** The link as a QR code, in an element that exposes none of it. */
      readonly code: Element;
      /** The result of the last way to send the link; null before. */
      readonly sent: SendResult | null;
      /** The link as text, for manual selection; null unless the browser refused to copy it. */
      readonly selectable: string | null;
    }
  /** Hidden automatically: the customer left the page, or the time was over. */
  | { readonly kind: 'withdrawn' }
  /** No link was received; `cause` tells why. */
  | { readonly kind: 'failed'; readonly cause: unknown };

/** What the handoff needs of the browser; `globalThis` implements it. */
export interface HandoffEnv extends SendEnv {
  readonly document: {
    readonly hidden: boolean;
    addEventListener(type: 'visibilitychange', listener: () => void): void;
    removeEventListener(type: 'visibilitychange', listener: () => void): void;
  };
  setTimeout(task: () => void, milliseconds: number): number;
  clearTimeout(timer: number | undefined): void;
}

/** One request for a link, until the link is hidden. */
interface LinkRequest {
  /** Held here and in the QR code only; null while it is being fetched. */
  link: string | null;
}

/** Shows a link for the customer's phone. */
export interface Handoff {
  readonly state: HandoffState;
  /** Hides the link, or fetches one and shows it. Never rejects: see the state `failed`. */
  toggle(getLink: () => Promise<string>): Promise<void>;
  /** Drops the link, or a pending request for one. Does nothing if there is neither. */
  hide(): void;
  /** Sends the shown link; must run in a user gesture. Never rejects. */
  send(way: HandoffWay, message: LinkMessage): Promise<void>;
}

/** What a handoff is created from. */
export interface HandoffOptions {
  /** Runs after each change of `state`. */
  readonly onChange: () => void;
  /** The browser's own unless given. */
  readonly env?: HandoffEnv;
}

/** Creates a handoff that shows nothing yet. The link hides by itself when the page is hidden, and after five minutes. */
export function createHandoff({ onChange, env = globalThis }: HandoffOptions): Handoff {
  let state: HandoffState = { kind: 'hidden' };
  /** The pending or shown request; replaced, or null, once that was dropped. */
  let current: LinkRequest | null = null;
  let timer: number | undefined;

  const setState = (next: HandoffState) => {
    state = next;
    onChange();
  };
  const end = (next: HandoffState) => {
    current = null;
    env.clearTimeout(timer);
    env.document.removeEventListener('visibilitychange', onVisibilityChange);
    setState(next);
  };
  const hide = () => {
    if (current) end({ kind: 'hidden' });
  };
  const withdraw = () => end({ kind: 'withdrawn' });
  const onVisibilityChange = () => {
    if (env.document.hidden) withdraw();
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
      env.document.addEventListener('visibilitychange', onVisibilityChange);
      setState({ kind: 'fetching' });
      try {
        const link = await getLink();
        if (current !== request) return;
        const code = closedShadow(qrCode(link));
        request.link = link;
        timer = env.setTimeout(withdraw, MAX_SHOWN_MS);
        setState({ kind: 'shown', code, sent: null, selectable: null });
      } catch (cause) {
        if (current === request) end({ kind: 'failed', cause });
      }
    },
    async send(way, message) {
      const request = current;
      if (!request?.link) return;
      const { link } = request;
      const result = await sendLink({ way, link, message, env });
      if (state.kind === 'shown' && current === request)
        setState({ ...state, sent: result, selectable: result === 'not-copied' ? link : null });
    },
  };
}
