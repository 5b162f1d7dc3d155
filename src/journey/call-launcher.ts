import type { Timers } from '../device/timers.js';
import { VkycError } from '../errors/vkyc-error.js';
import type { CallMode, Mode } from '../launch/call-mode.js';
import type { CallTarget } from '../launch/call-window.js';
import { openDialog, type DialogEnd, type DialogHost } from '../launch/dialog.js';
import { createModeFallback, type ResolvedMode } from '../launch/mode-fallback.js';
import { trackPageCall, type PageCall } from '../launch/page-calls.js';
import { openPopup, type Placeholder } from '../launch/popup.js';
import { openRedirect } from '../launch/redirect.js';
import type { LinkHosts } from '../link/check-link.js';
import { toVkycError } from '../session/to-vkyc-error.js';
import type { CloseReason } from './journey.js';
import type { JourneyStore } from './journey-store.js';
import type { LinkCache } from './link-cache.js';

/** One request to start a call, with what only the element knows. */
export interface StartRequest {
  readonly mode: CallMode;
  readonly hosts: LinkHosts;
  readonly placeholder: Placeholder;
  readonly dialog: DialogHost;
}

/** Opens calls, one at a time, and follows the window from the customer's gesture until it is gone. */
export interface CallLauncher {
  resolveMode(mode: Mode): ResolvedMode;
  /** Starts a call. Must run in the customer's gesture, since the window opens before anything is awaited. */
  start(request: StartRequest): void;
  /** The link for a native shell that opens the call itself. Rejects with a `VkycError`. */
  takeLink(hosts: LinkHosts): Promise<string>;
  /** Ends what the page can end: a placeholder, a dialog, or the watch on a window, which itself stays open. */
  endCall(reason: CloseReason): void;
  /** Watches the call's window again after `suspend`. */
  resume(): void;
  /** Stops watching. Returns whether the call window is still open; otherwise discards it. */
  suspend(): boolean;
}

/** What a call launcher is built on. */
export interface CallLauncherOptions {
  readonly store: JourneyStore;
  readonly links: LinkCache;
  readonly timers: Timers;
}

export function createCallLauncher({ store, links, timers }: CallLauncherOptions): CallLauncher {
  const fallback = createModeFallback();
  let call: PageCall | null = null;
  let unsubscribe = () => {};
  let stopRedirect = () => {};
  /** Counts starts, so that a link which arrives late for an ended start is not used. */
  let attempt = 0;

  /** Returns whether the call can open: the status that came with a prefetched link may be verified. */
  function begin(mode: CallMode): boolean {
    if (store.dispatch({ type: 'call-started', mode }).state !== 'opening') return false;
    release();
    return true;
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
        startRedirect(request);
        return;
      case 'host':
        return;
    }
  }

  function startPopup({ hosts, placeholder }: StartRequest): void {
    const onUnseen = () => void store.dispatch({ type: 'call-unseen' });
    const popup = openPopup({ placeholder, after: timers.after, onUnseen });
    if (!popup) {
      popupBlocked();
      links.load().catch(ignore);
      return;
    }
    call = trackPageCall(popup, timers);
    const refused = () => (popup.closed ? endCall('user') : popupBlocked());
    const link = links.peek(hosts);
    if (!link) launch(links.consume(hosts), popup, refused).catch(ignore);
    else if (popup.go(link)) {
      links.clear();
      opened();
    } else refused();
  }

  function popupBlocked(): void {
    release();
    store.dispatch({ type: 'call-blocked', downgrade: fallback.popupBlocked() });
  }

  function startDialog(request: StartRequest, link = links.consume(request.hosts)): void {
    const onEnd = (end: DialogEnd) => dialogEnded(end, request);
    const dialog = openDialog({ ...request.dialog, after: timers.after, onEnd });
    if (dialog) {
      call = trackPageCall(dialog, timers);
      launch(link, dialog).catch(ignore);
    } else {
      store.dispatch({ type: 'call-blocked', downgrade: fallback.frameFailed('frame-hidden') });
      start({ ...request, mode: 'popup' });
    }
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
    if (begin('iframe')) startDialog(request, Promise.resolve(link));
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
        release();
        store.dispatch({ type: 'call-blocked', downgrade: fallback.frameFailed(end) });
        return;
      case 'hidden':
        endCall('page');
        request.dialog.onHidden?.();
    }
  }

  /** Navigates the target to the link, or runs `refused`. Rejects with a `VkycError` when there is no link. */
  async function launch(
    pending: Promise<URL>,
    target: CallTarget,
    refused: (link: URL) => void = () => endCall('user'),
  ): Promise<URL> {
    const current = attempt;
    try {
      const link = await pending;
      if (current === attempt) {
        if (target.go(link)) opened();
        else refused(link);
      }
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
    fallback.popupOpened();
    call?.markOpened();
    // Before the dispatch: a listener of `vkyc-open` may already end the call.
    watch();
    store.dispatch({ type: 'call-opened' });
  }

  function watch(): void {
    unsubscribe();
    if (call) unsubscribe = call.subscribe(endCall);
  }

  function endCall(reason: CloseReason): void {
    release();
    store.dispatch({ type: 'call-ended', reason });
  }

  /** Gives the call up: what belongs to the page closes, a window that shows the call stays with the customer. */
  function release(): void {
    attempt++;
    unsubscribe();
    stopRedirect();
    const released = call;
    call = null;
    released?.release();
  }

  return {
    resolveMode: (mode) => fallback.resolveMode(mode),
    start,
    async takeLink(hosts) {
      begin('host');
      return (await launch(links.consume(hosts), { go: () => true })).href;
    },
    endCall,
    resume: watch,
    suspend() {
      unsubscribe();
      // Only a window of the call's own outlives this.
      call?.window.discard();
      const isUp = call?.isUp ?? false;
      if (!isUp) release();
      return isUp;
    },
  };
}

function ignore(): void {
  // Already reported as `vkyc-error`, or retried on the next click.
}
