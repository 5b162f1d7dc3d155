import type { Timers } from '../device/timers.js';
import { VkycError } from '../errors/vkyc-error.js';
import type { CallMode } from '../launch/call-mode.js';
import type { CallTarget, CallWindow } from '../launch/call-window.js';
import { createCurrentStart } from '../launch/current-start.js';
import type { DialogEnd, OpenDialog } from '../launch/dialog.js';
import { createModeFallback } from '../launch/mode-fallback.js';
import { currentPageCall, type CloseReason } from '../launch/page-calls.js';
import { openPopup } from '../launch/popup.js';
import { openRedirect } from '../launch/redirect.js';
import { forgetCall } from '../launch/remembered-call.js';
import { shellWindow } from '../launch/shell.js';
import { toVkycError } from '../session/to-vkyc-error.js';
import { createCallFollower } from './call-follower.js';
import type { CallLauncher } from '../launch/call-launcher.js';
import type { JourneyStore } from './journey-store.js';
import type { LinkCache } from './link-cache.js';
import { continuePendingStarts, discardPendingStart, type PendingStart } from '../launch/pending-start.js';
import type { StartRequest } from '../launch/start-request.js';

interface CallLauncherOptions {
  readonly store: JourneyStore;
  readonly links: LinkCache;
  readonly timers: Timers;
}

export function createCallLauncher({ store, links, timers }: CallLauncherOptions): CallLauncher {
  const fallback = createModeFallback();
  const follower = createCallFollower({ store, timers });
  const current = createCurrentStart({ owner: follower, timers });
  const unseen = () => void store.dispatch({ type: 'call-unseen' });
  let stopContinuing = () => {};
  let stopRedirect = () => {};

  /** Returns whether the call can open: the status that came with a prefetched link may be verified. */
  function begin(mode: CallMode): boolean {
    const { state } = store;
    // The customer has closed or left the window, which nobody has noticed yet, or a native shell shows the call again.
    if (state.state === 'open') endCall(state.mode === 'popup' ? 'user' : 'page');
    release();
    return store.dispatch({ type: 'call-started', mode }).state === 'opening';
  }

  const starts = { popup: startPopup, iframe: startDialog, redirect: startRedirect, host: ignore };

  function start(request: StartRequest): void {
    if (begin(request.mode)) open(request);
  }

  function open(request: StartRequest): void {
    // Nothing opens for a request that must not be sent: it fails at once.
    if (links.isHeld(request.hosts)) launch(links.consume(request.hosts), shellWindow).catch(ignore);
    else {
      current.pressed(request);
      starts[request.mode](request);
    }
  }

  /** Continues what the customer has started in another journey, which has left meanwhile. */
  function continueStart({ request, window }: PendingStart): void {
    const { state, availability } = store.state;
    const isFree = state !== 'opening' && state !== 'open' && !window?.closed;
    if (!isFree || !availability.open || !begin(request.mode)) window?.discard();
    else if (window) showPopup(request, window);
    else open(request);
  }

  function startPopup(request: StartRequest): void {
    const popup = openPopup({ placeholder: request.placeholder, after: timers.after });
    if (popup) showPopup(request, popup);
    else {
      popupBlocked();
      links.load().catch(ignore);
    }
  }

  function showPopup(request: StartRequest, popup: CallWindow): void {
    current.track(popup, 'popup', request);
    const refused = () => (popup.closed ? endCall('user') : popupBlocked());
    const link = links.peek(request.hosts);
    if (!link) launch(links.consume(request.hosts), popup, refused).catch(ignore);
    else if (popup.go(link, unseen)) {
      links.clear();
      opened();
    } else refused();
  }

  function popupBlocked(): void {
    release();
    store.dispatch({ type: 'call-blocked', downgrade: fallback.popupBlocked() });
  }

  /** @param link the link, if it has been consumed; else it is loaded when there is a dialog for it */
  function startDialog(request: StartRequest, link?: URL): void {
    const { id } = current;
    const isCurrent = () => id === current.id && store.state.state === 'opening';
    request.openDialog.use(
      (openDialog) => {
        if (isCurrent()) showDialog(openDialog, request, link);
      },
      () => {
        if (isCurrent()) frameFailed('frame-empty');
      },
    );
  }

  function showDialog(openDialog: OpenDialog, request: StartRequest, link?: URL): void {
    const onEnd = (end: DialogEnd) => dialogEnded(end, request);
    const dialog = openDialog({ ...request.dialog, after: timers.after, onEnd });
    if (dialog) {
      current.track(dialog, 'iframe');
      launch(link ? Promise.resolve(link) : links.consume(request.hosts), dialog).catch(ignore);
    } else {
      store.dispatch({ type: 'call-blocked', downgrade: fallback.frameFailed('frame-hidden') });
      start({ ...request, mode: 'popup' });
    }
  }

  function frameFailed(reason: 'frame-refused' | 'frame-empty'): void {
    release();
    store.dispatch({ type: 'call-blocked', downgrade: fallback.frameFailed(reason) });
  }

  function startRedirect(request: StartRequest): void {
    const redirect = openRedirect({ after: timers.after, onStay: endCall });
    stopRedirect = redirect.stop;
    launch(links.consume(request.hosts), redirect, (link) => tabRefused(request, link)).catch(ignore);
  }

  /** The frame around the page keeps the call from this tab: it opens in the page, if there can be a camera. */
  function tabRefused(request: StartRequest, link: URL): void {
    const downgrade = fallback.tabRefused();
    if (!downgrade) {
      release();
      store.dispatch({ type: 'start-failed', failure: new VkycError('no_camera') });
      return;
    }
    store.dispatch({ type: 'call-blocked', downgrade });
    if (begin('iframe')) startDialog(request, link);
  }

  function dialogEnded(end: DialogEnd, request: StartRequest): void {
    switch (end) {
      case 'ended':
      case 'window-requested':
        endCall('user');
        if (end === 'window-requested') start({ ...request, mode: 'popup' });
        return;
      case 'frame-refused':
      case 'frame-empty':
        if (!current.placeholder) endCall('page');
        frameFailed(end);
        return;
      case 'hidden':
        endCall('page');
        request.dialog.onHidden?.();
    }
  }

  /** Navigates the target to the link, or runs `refused`. Rejects with a `VkycError` when there is no link. */
  async function launch(
    loading: Promise<URL>,
    target: CallTarget,
    refused: (link: URL) => void = () => endCall('user'),
  ): Promise<URL> {
    const { id } = current;
    try {
      const link = await loading;
      // Ended meanwhile, or the answer that carried the link says that the customer is verified.
      if (id !== current.id || store.state.state !== 'opening') throw new VkycError('conflict');
      if (target.go(link, unseen)) opened();
      else refused(link);
      return link;
    } catch (error) {
      const failure = toVkycError(error);
      if (id === current.id) {
        release();
        store.dispatch({ type: 'start-failed', failure });
      }
      throw failure ?? new VkycError('conflict');
    }
  }

  function opened(): void {
    fallback.popupOpened();
    forgetCall('phone');
    const call = current.complete();
    // Before the dispatch: a listener of `vkyc-open` may already end the call.
    if (call) follower.opened(call);
    store.dispatch({ type: 'call-opened' });
  }

  function endCall(reason: CloseReason): void {
    const call = currentPageCall();
    if (!current.placeholder && call?.isUp) call.end(reason);
    else {
      const { state } = store;
      release();
      // A call that took the place of the page has no window.
      store.dispatch({ type: 'call-ended', reason, reportAs: state.state === 'open' ? state.mode : null });
    }
  }

  /** Gives up a start that has not led to a call. */
  function release(): void {
    stopRedirect();
    current.giveUp();
  }

  return {
    resolveMode: (mode) => fallback.resolveMode(mode),
    start,
    async takeLink(hosts) {
      if (!begin('host')) throw new VkycError('conflict');
      current.track(shellWindow, 'host');
      return (await launch(links.consume(hosts), shellWindow)).href;
    },
    endCall,
    pageLeft() {
      discardPendingStart();
      if (current.waitsInWindow) endCall('page');
    },
    resume() {
      follower.follow();
      stopContinuing = continuePendingStarts(continueStart);
    },
    suspend() {
      stopContinuing();
      stopRedirect();
      current.handOver();
      follower.unfollow();
    },
  };
}

/** For failures that were reported, or lead to another try at the next press; and for what the page does itself. */
function ignore(): void {}
