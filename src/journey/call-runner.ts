import { VkycError } from '../errors/vkyc-error.js';
import { openCallDialog, type DialogHost } from '../launch/call-dialog.js';
import type { CallMode, Downgrade, Mode } from '../launch/call-mode.js';
import { Ladder } from '../launch/ladder.js';
import { openPopup, type CallWindow, type Placeholder } from '../launch/popup.js';
import { checkLink, type LinkHosts } from '../link/check-link.js';
import type { Aftermath, CloseReason } from './journey.js';
import type { LinkKeeper } from './link-keeper.js';
import type { Timers } from './timers.js';
import { watchWindow } from './window-watch.js';

/** One wish to start a call, with what the element at hand knows. */
export interface StartRequest {
  readonly mode: CallMode;
  readonly hosts: LinkHosts;
  readonly placeholder: Placeholder;
  readonly dialog: DialogHost;
}

/** What a call tells of itself. */
export interface CallListener {
  /** A window is up, or about to be; the link is being fetched. */
  callStarted(mode: CallMode): void;
  callDowngraded(downgrade: Downgrade): void;
  /** There is no window, and the customer must press once more. */
  callBlocked(after: Aftermath): void;
  callOpened(mode: CallMode): void;
  /** The customer closed the placeholder before the call appeared. */
  callCancelled(): void;
  callFailed(error: unknown): void;
  callGone(reason: CloseReason): void;
}

/** Opens calls, one at a time, and looks after the window from the gesture until it is gone. */
export class CallRunner {
  readonly #keeper: LinkKeeper;
  readonly #detour: () => URL | null;
  readonly #timers: Timers;
  readonly #listener: CallListener;
  readonly #ladder = new Ladder();
  #window: CallWindow | null = null;
  #stopWatching: (() => void) | null = null;
  #mode: CallMode | null = null;
  /** Counts starts, so that a link which arrives late for an ended start goes nowhere. */
  #attempt = 0;

  /** `detour` tells where the customer must go before any call, if anywhere. */
  constructor(keeper: LinkKeeper, detour: () => URL | null, listener: CallListener, timers: Timers) {
    this.#keeper = keeper;
    this.#detour = detour;
    this.#listener = listener;
    this.#timers = timers;
  }

  /** How a call would open now, and the step down that this is from the page's wish. */
  plan(mode: Mode): ReturnType<Ladder['plan']> {
    return this.#ladder.plan(mode);
  }

  /** Brings the call's window to the front; false when there is none in sight. */
  focus(): boolean {
    if (!this.#window || this.#window.closed) return false;
    this.#window.focus();
    return true;
  }

  /** Starts a call; must run in the customer's gesture, since the window opens before anything is awaited. */
  start(request: StartRequest): void {
    this.leave();
    this.#mode = request.mode;
    this.#listener.callStarted(request.mode);
    switch (request.mode) {
      case 'popup':
        this.#startPopup(request);
        return;
      case 'iframe':
        this.#startDialog(request);
        return;
      case 'redirect':
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
    this.leave();
    const attempt = this.#attempt;
    this.#listener.callStarted('host');
    try {
      const link = await this.fetchLink(hosts);
      if (attempt === this.#attempt) this.#listener.callOpened('host');
      return link.href;
    } catch (error) {
      if (attempt === this.#attempt) this.#listener.callFailed(error);
      throw error;
    }
  }

  /** A link that is used by nobody else and leads where it should. Rejects with the reason why there is none. */
  async fetchLink(hosts: LinkHosts): Promise<URL> {
    const raw = this.#detour() ? null : await this.#keeper.fetch();
    this.#keeper.spend();
    const detour = this.#detour();
    if (detour) return detour;
    if (raw === null) throw new VkycError('no_link');
    const link = checkLink(raw, hosts);
    if (link) return link;
    throw new VkycError('bad_link');
  }

  /** Gives the call up from our side: what is in the page goes, a window that shows the call stays with the customer. */
  leave(): void {
    this.#attempt++;
    this.#stopWatching?.();
    this.#stopWatching = null;
    const leaving = this.#window;
    this.#window = null;
    leaving?.discard();
  }

  /** Looks away while nobody is there to be told. Says whether a call's window is still up; anything less is given up. */
  rest(): boolean {
    const inWindow = this.#mode === 'popup' && this.#stopWatching !== null && this.#window?.closed === false;
    if (inWindow) this.#stopWatching?.();
    else this.leave();
    return inWindow;
  }

  /** Looks at the window again. */
  resume(): void {
    if (this.#window) this.#watch(this.#window);
  }

  #startPopup(request: StartRequest): void {
    const held = this.#keeper.peek();
    const link = this.#detour() ?? (held === null ? null : checkLink(held, request.hosts));
    const opened = openPopup(request.placeholder, link ?? undefined);
    if (!opened) {
      const downgrade = this.#ladder.popupBlocked();
      this.#listener.callDowngraded(downgrade);
      this.#listener.callBlocked(downgrade.to === 'popup' ? 'blocked' : 'no-window');
      this.#keeper.fetch().catch(() => undefined);
      return;
    }
    this.#ladder.opened();
    this.#window = opened;
    if (link) {
      this.#keeper.spend();
      this.#opened(request.mode, opened);
    } else void this.#launch(request, (target) => opened.go(target));
  }

  #startDialog(request: StartRequest): void {
    const dialog = openCallDialog(
      request.dialog,
      {
        ended: () => this.#gone('user'),
        windowWanted: () => {
          this.#gone('user');
          this.start({ ...request, mode: 'popup' });
        },
        failed: (reason) => {
          this.leave();
          this.#listener.callDowngraded(this.#ladder.frameFailed(reason));
          this.#listener.callBlocked('frame-failed');
        },
      },
      this.#timers.after,
    );
    this.#window = dialog;
    void this.#launch(request, (link) => dialog.go(link));
  }

  /** Fetches the link and sends the call there with `go`, which says whether it could. Never rejects. */
  async #launch({ mode, hosts }: StartRequest, go: (link: URL) => boolean): Promise<void> {
    const attempt = this.#attempt;
    try {
      const link = await this.fetchLink(hosts);
      if (attempt !== this.#attempt) return;
      if (go(link)) {
        this.#opened(mode, this.#window);
        return;
      }
      this.leave();
      this.#listener.callCancelled();
    } catch (error) {
      if (attempt !== this.#attempt) return;
      this.leave();
      this.#listener.callFailed(error);
    }
  }

  #opened(mode: CallMode, opened: CallWindow | null): void {
    // First of all: whoever hears that the call is open may end it.
    if (opened) this.#watch(opened);
    this.#listener.callOpened(mode);
  }

  #watch(opened: CallWindow): void {
    this.#stopWatching = watchWindow(opened, (reason) => this.#gone(reason), this.#timers);
  }

  #gone(reason: CloseReason): void {
    this.leave();
    this.#listener.callGone(reason);
  }
}
