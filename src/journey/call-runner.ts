import { VkycError } from '../errors/vkyc-error.js';
import { openCallDialog, type DialogEnd, type DialogHost } from '../launch/call-dialog.js';
import type { CallMode } from '../launch/call-mode.js';
import { createLadder } from '../launch/mode-fallback.js';
import { openPopup, type CallWindow, type Placeholder } from '../launch/popup.js';
import type { LinkHosts } from '../link/check-link.js';
import type { CloseReason, JourneyAction } from './journey-action.js';
import type { Journey } from './journey.js';
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

/**
 * Opens calls, one at a time, and looks after the window from the gesture until it is gone.
 *
 * @param happened takes what happens to the journey and gives the journey as it is then
 * @param failureOf reads why there is no link; null when EnKash is only closed
 */
export function createCallRunner(
  links: LinkKeeper,
  happened: (event: JourneyAction) => Journey,
  failureOf: (error: unknown) => VkycError | null,
  timers: Timers,
) {
  const ladder = createLadder();
  let callWindow: CallWindow | null = null;
  /** When it left for the call (monotonic milliseconds); null before. */
  let leftAt: number | null = null;
  let stopWatching = () => {};
  /** Counts starts, so that a link which arrives late for an ended start goes nowhere. */
  let attempt = 0;

  /** Says whether the call can go on: with the link that was made ahead may have come that the customer is verified. */
  function begin(mode: CallMode): boolean {
    if (happened({ type: 'started', mode }).state !== 'opening') return false;
    leave();
    return true;
  }

  /** Starts a call; must run in the customer's gesture, since the window opens before anything is awaited. */
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
        launch(request.hosts, (link) => {
          location.assign(link.href);
          return true;
        }).catch(ignore);
        return;
      case 'host':
        return;
    }
  }

  function startPopup({ hosts, placeholder }: StartRequest): void {
    const link = links.peek(hosts);
    const popup = openPopup(placeholder, link);
    callWindow = popup;
    if (!popup) {
      happened({ type: 'blocked', downgrade: ladder.popupBlocked() });
      links.fetch().catch(ignore);
      return;
    }
    ladder.opened();
    if (link) {
      links.spend();
      opened();
    } else launch(hosts, (target) => popup.go(target)).catch(ignore);
  }

  function startDialog(request: StartRequest): void {
    const ended = (end: DialogEnd) => {
      switch (end) {
        case 'ended':
          gone('user');
          return;
        case 'window-wanted':
          gone('user');
          start({ ...request, mode: 'popup' });
          return;
        case 'frame-refused':
        case 'frame-empty':
          leave();
          happened({ type: 'blocked', downgrade: ladder.frameFailed(end) });
      }
    };
    const dialog = openCallDialog(request.dialog, ended, timers.after);
    callWindow = dialog;
    launch(request.hosts, (link) => dialog.go(link)).catch(ignore);
  }

  /** Fetches the link and sends the call there with `go`, which says whether it could. Rejects when there is none. */
  async function launch(hosts: LinkHosts, go: (link: URL) => boolean): Promise<URL> {
    const mine = attempt;
    try {
      const link = await links.take(hosts);
      if (mine === attempt) {
        if (go(link)) opened();
        else gone('user');
      }
      return link;
    } catch (error) {
      const failure = failureOf(error);
      if (mine === attempt) {
        leave();
        happened({ type: 'start-failed', failure });
      }
      throw failure ?? new VkycError('conflict');
    }
  }

  function opened(): void {
    leftAt = timers.monotonic();
    // First of all: whoever hears that the call is open may end it.
    watch();
    happened({ type: 'opened' });
  }

  /** Looks at the call's window, again if nobody was there to be told. */
  function watch(): void {
    if (callWindow && leftAt !== null) stopWatching = watchWindow(callWindow, leftAt, gone, timers);
  }

  function gone(reason: CloseReason): void {
    leave();
    happened({ type: 'gone', reason });
  }

  /** Gives the call up from our side: what is in the page goes, a window that shows the call stays with the customer. */
  function leave(): void {
    attempt++;
    stopWatching();
    const leaving = callWindow;
    callWindow = null;
    leftAt = null;
    leaving?.discard();
  }

  /** The link for a native shell that opens the call itself. Rejects with the `VkycError` that says why there is none. */
  async function takeLink(hosts: LinkHosts): Promise<string> {
    begin('host');
    return (await launch(hosts, () => true)).href;
  }

  /** Brings the call's window to the front; false when there is none in sight. */
  function focus(): boolean {
    if (!callWindow || callWindow.closed) return false;
    callWindow.focus();
    return true;
  }

  return {
    plan: ladder.plan,
    start,
    watch,
    takeLink,
    /** Ends what can be ended from here, for that reason. */
    gone,
    focus,
    /** Looks away while nobody is there to be told. Says whether a call's window is still up; anything less is given up. */
    rest(): boolean {
      stopWatching();
      // Only a window of the call's own outlives this.
      callWindow?.discard();
      const up = leftAt !== null && callWindow?.closed === false;
      if (!up) leave();
      return up;
    },
  };
}

function ignore(): void {
  // It was told as an event, or waits for the next press.
}
