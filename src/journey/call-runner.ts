import { VkycError } from '../errors/vkyc-error.js';
import type { CallMode } from '../launch/call-mode.js';
import { openPopup, type CallWindow, type Placeholder } from '../launch/popup.js';
import { checkLink, type LinkHosts } from '../link/check-link.js';
import type { CloseReason } from './journey.js';
import type { LinkKeeper } from './link-keeper.js';
import type { Timers } from './timers.js';
import { watchWindow } from './window-watch.js';

/** One wish to start a call, with what the element at hand knows. */
export interface StartRequest {
  readonly mode: CallMode;
  readonly hosts: LinkHosts;
  readonly placeholder: Placeholder;
}

/** Why the first choice of a window did not work. */
export type DowngradeReason = 'popup-blocked';

/** What a call tells of itself. */
export interface CallListener {
  /** A window is up, or about to be; the link is being fetched. */
  callStarted(mode: CallMode): void;
  callDowngraded(from: CallMode, to: CallMode, reason: DowngradeReason): void;
  callBlocked(): void;
  callOpened(mode: CallMode): void;
  /** The customer closed the placeholder before the call appeared. */
  callCancelled(): void;
  callFailed(error: unknown): void;
  callGone(reason: CloseReason): void;
}

/** Opens calls, one at a time, and looks after the window from the gesture until it is gone. */
export class CallRunner {
  readonly #keeper: LinkKeeper;
  readonly #timers: Timers;
  readonly #listener: CallListener;
  #window: CallWindow | null = null;
  #stopWatching: (() => void) | null = null;
  /** Counts starts, so that a link which arrives late for an ended start goes nowhere. */
  #attempt = 0;

  constructor(keeper: LinkKeeper, listener: CallListener, timers: Timers) {
    this.#keeper = keeper;
    this.#listener = listener;
    this.#timers = timers;
  }

  /** Brings the call's window to the front; false when there is none in sight. */
  focus(): boolean {
    if (!this.#window || this.#window.closed) return false;
    this.#window.focus();
    return true;
  }

  /** Starts a call; must run in the customer's gesture, since the window opens before anything is awaited. */
  start(request: StartRequest): void {
    switch (request.mode) {
      case 'popup':
      case 'iframe':
        this.#startPopup(request);
        return;
      case 'redirect':
        this.#listener.callStarted('redirect');
        void this.#launch(request, (link) => {
          location.assign(link.href);
          return true;
        });
        return;
      case 'host':
        return;
    }
  }

  /** The link for a native shell that opens the call itself. Rejects with the reason why there is none. */
  async takeLink(hosts: LinkHosts): Promise<string> {
    const attempt = ++this.#attempt;
    this.#listener.callStarted('host');
    try {
      const link = await this.#fetchLink(hosts);
      if (attempt === this.#attempt) this.#listener.callOpened('host');
      return link.href;
    } catch (error) {
      if (attempt === this.#attempt) this.#listener.callFailed(error);
      throw error;
    }
  }

  /** Gives the call up, from our side: a placeholder is closed, a window that shows the call stays with the customer. */
  leave(): void {
    this.#attempt++;
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#window?.discard();
    this.#window = null;
  }

  #startPopup(request: StartRequest): void {
    const held = this.#keeper.peek();
    const link = held === null ? null : checkLink(held, request.hosts);
    const opened = openPopup(request.placeholder, link ?? undefined);
    this.#listener.callStarted('popup');
    if (!opened) {
      this.#listener.callDowngraded('popup', 'redirect', 'popup-blocked');
      this.#listener.callBlocked();
      this.#keeper.fetch().catch(() => undefined);
      return;
    }
    this.#window = opened;
    if (link) {
      this.#keeper.spend();
      this.#listener.callOpened('popup');
      this.#watch(opened);
    } else void this.#launchIn(opened, request);
  }

  async #launchIn(opened: CallWindow, request: StartRequest): Promise<void> {
    if (await this.#launch(request, (link) => opened.go(link))) this.#watch(opened);
    else opened.discard();
  }

  /** Fetches the link and sends the call there with `go`, which says whether it could. Never rejects. */
  async #launch({ mode, hosts }: StartRequest, go: (link: URL) => boolean): Promise<boolean> {
    const attempt = ++this.#attempt;
    try {
      const link = await this.#fetchLink(hosts);
      if (attempt !== this.#attempt) return false;
      const went = go(link);
      if (went) this.#listener.callOpened(mode);
      else this.#listener.callCancelled();
      return went;
    } catch (error) {
      if (attempt === this.#attempt) this.#listener.callFailed(error);
      return false;
    }
  }

  async #fetchLink(hosts: LinkHosts): Promise<URL> {
    const raw = await this.#keeper.fetch();
    this.#keeper.spend();
    if (raw === null)
      throw new VkycError(
        'no_link',
        'The answer to POST has no "kycLink"; expected EnKash\'s link reply as it came.',
      );
    const link = checkLink(raw, hosts);
    if (link) return link;
    throw new VkycError(
      'bad_link',
      'The link is not an https: URL on an allowed host. If its host is right, add it to allowed-link-hosts.',
    );
  }

  #watch(opened: CallWindow): void {
    this.#stopWatching = watchWindow(
      opened,
      (reason) => {
        this.leave();
        this.#listener.callGone(reason);
      },
      this.#timers,
    );
  }
}
