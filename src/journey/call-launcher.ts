import type { Timers } from '../device/timers.js';
import { VkycError } from '../errors/vkyc-error.js';
import type { CallMode, Mode } from '../launch/call-mode.js';
import type { CallTarget, CallWindow } from '../launch/call-window.js';
import { openDialog, type DialogEnd, type DialogHost } from '../launch/dialog.js';
import { createModeFallback, type ResolvedMode } from '../launch/mode-fallback.js';
import {
  currentPageCall,
  followPageCall,
  trackPageCall,
  type CloseReason,
  type PageCall,
  type PageCallFollower,
} from '../launch/page-calls.js';
import { openPopup, type Placeholder } from '../launch/popup.js';
import { openRedirect } from '../launch/redirect.js';
import { shellWindow } from '../launch/shell.js';
import type { LinkHosts } from '../link/check-link.js';
import { toVkycError } from '../session/to-vkyc-error.js';
import { CHECK_TIMEOUT_MS, type Journey } from './journey.js';
import type { JourneyStore } from './journey-store.js';
import type { LinkCache } from './link-cache.js';

/** One request to start a call, with what only the element knows. */
export interface StartRequest {
  readonly mode: CallMode;
  readonly hosts: LinkHosts;
  readonly placeholder: Placeholder;
  readonly dialog: DialogHost;
}

/** Opens calls, one at a time, and follows the call of the page, whoever opened it, until its window is gone. */
export interface CallLauncher {
  resolveMode(mode: Mode): ResolvedMode;
  /** Starts a call. Must run in the customer's gesture, since the window opens before anything is awaited. */
  start(request: StartRequest): void;
  /** The link for a native shell that opens the call itself. Rejects with a `VkycError`. */
  takeLink(hosts: LinkHosts): Promise<string>;
  /** Ends what the page can end: a placeholder, a dialog, or the watch on a window, which itself stays open. */
  endCall(reason: CloseReason): void;
  /** Goes on with the call of the page. */
  resume(): void;
  /** Leaves the call to the page, and discards a placeholder. */
  suspend(): void;
}

/** What a call launcher is built on. */
export interface CallLauncherOptions {
  readonly store: JourneyStore;
  readonly links: LinkCache;
  readonly timers: Timers;
}

/** The journeys that opened the calls, as they were then, for the journeys that go on with these calls. */
const origins = new WeakMap<PageCall, Journey>();

export function createCallLauncher({ store, links, timers }: CallLauncherOptions): CallLauncher {
  const fallback = createModeFallback();
  /** This launcher's own call, until it opens. */
  let placeholder: PageCall | null = null;
  /** The call that is up on the page, as far as this launcher knows. */
  let followed: PageCall | null = null;
  let unfollow = () => {};
  /** Counts starts, so that a link which arrives late for an ended start is not used. */
  let attempt = 0;

  const follower: PageCallFollower = {
    callOpened(call) {
      followed = call;
      store.dispatch({ type: 'call-found', mode: call.mode, origin: origins.get(call) ?? null });
    },
    callEnded(call, { reason, at }, reports) {
      if (call !== followed) return;
      followed = null;
      store.dispatch({ type: 'call-ended', reason, reportAs: reports ? call.mode : null });
      if (timers.monotonic() - at >= CHECK_TIMEOUT_MS) store.dispatch({ type: 'check-timed-out' });
    },
  };

  const track = (window: CallWindow, mode: CallMode) =>
    trackPageCall({ window, mode, owner: follower, timers });

  /** Returns whether the call can open: the status that came with a prefetched link may be verified. */
  function begin(mode: CallMode): boolean {
    const { state } = store;
    // Its window is gone, which nobody has noticed yet, or a native shell shows the call anew.
    if (state.state === 'open') endCall(state.mode === 'popup' ? 'user' : 'page');
    release();
    return store.dispatch({ type: 'call-started', mode }).state === 'opening';
  }

  function start(request: StartRequest): void {
    if (!begin(request.mode)) return;
    switch (request.mode) {
      case 'popup':
        startPopup(request);
        return;
      case 'iframe':
        startDialog(request);
        return;
      case 'redirect':
        launch(request.hosts, openRedirect()).catch(ignore);
        return;
      case 'host':
        return;
    }
  }

  function startPopup(request: StartRequest): void {
    const link = links.peek(request.hosts);
    const popup = openPopup({ placeholder: request.placeholder, link });
    if (!popup) {
      store.dispatch({ type: 'call-blocked', downgrade: fallback.popupBlocked() });
      links.load().catch(ignore);
      return;
    }
    placeholder = track(popup, 'popup');
    fallback.popupOpened();
    if (link) {
      links.clear();
      opened();
    } else launch(request.hosts, popup).catch(ignore);
  }

  function startDialog(request: StartRequest): void {
    const onEnd = (end: DialogEnd) => dialogEnded(end, request);
    const dialog = openDialog({ ...request.dialog, after: timers.after, onEnd });
    placeholder = track(dialog, 'iframe');
    launch(request.hosts, dialog).catch(ignore);
  }

  function dialogEnded(end: DialogEnd, request: StartRequest): void {
    switch (end) {
      case 'ended':
        endCall('user');
        return;
      case 'window-requested':
        endCall('user');
        start({ ...request, mode: 'popup' });
        return;
      case 'frame-refused':
      case 'frame-empty':
        if (!placeholder) endCall('page');
        release();
        store.dispatch({ type: 'call-blocked', downgrade: fallback.frameFailed(end) });
    }
  }

  /** Fetches the link and navigates the target to it. Rejects with a `VkycError` when there is no link. */
  async function launch(hosts: LinkHosts, target: CallTarget): Promise<URL> {
    const current = attempt;
    try {
      const link = await links.consume(hosts);
      // Ended meanwhile, or the answer that carried the link says that the customer is verified.
      if (current !== attempt || store.state.state !== 'opening') throw new VkycError('conflict');
      if (target.go(link)) opened();
      else endCall('user');
      return link;
    } catch (error) {
      const failure = toVkycError(error);
      if (current === attempt) {
        release();
        store.dispatch({ type: 'start-failed', failure });
      }
      throw failure ?? new VkycError('conflict');
    }
  }

  function opened(): void {
    if (placeholder) {
      followed = placeholder;
      placeholder = null;
      origins.set(followed, store.state);
      // Before the dispatch: a listener of `vkyc-open` may already end the call.
      followed.markOpened();
    }
    store.dispatch({ type: 'call-opened' });
  }

  function endCall(reason: CloseReason): void {
    const call = currentPageCall();
    if (!placeholder && call?.isUp) {
      attempt++;
      call.end(reason);
      return;
    }
    const { state } = store;
    release();
    // A call that took the place of the page has no window.
    const reportAs = state.state === 'open' ? state.mode : null;
    store.dispatch({ type: 'call-ended', reason, reportAs });
  }

  /** Gives up a start that has not led to a call. */
  function release(): void {
    attempt++;
    placeholder?.end('page');
    placeholder = null;
  }

  return {
    resolveMode: (mode) => fallback.resolveMode(mode),
    start,
    async takeLink(hosts) {
      if (!begin('host')) throw new VkycError('conflict');
      placeholder = track(shellWindow, 'host');
      return (await launch(hosts, shellWindow)).href;
    },
    endCall,
    resume() {
      unfollow();
      unfollow = followPageCall(follower);
    },
    suspend() {
      release();
      unfollow();
      followed = null;
    },
  };
}

function ignore(): void {
  // Already reported as `vkyc-error`, or retried on the next click.
}
