import type { Timers } from '../device/timers.js';
import type { CallTarget } from './call-window.js';

/** A page that has not been left by now stays: its own question kept the customer, or an app took the link over. */
const LEAVE_TIMEOUT_MS = 5_000;

/** A navigation of this tab to the call. */
export interface RedirectRequest {
  readonly after: Timers['after'];
  /**
   * Runs when the page was not left after all: `user` when the customer stayed, `severed` when the page was hidden
   * meanwhile, and the call may be open in an app.
   */
  readonly onStay: (reason: 'user' | 'severed') => void;
  /** The page's own window unless given. */
  readonly win?: Window;
}

/** The call in this tab. */
export interface Redirect extends CallTarget {
  /** Stops waiting for the page to be left. */
  readonly stop: () => void;
}

/**
 * Shows the call in this tab: the page is left, so there is no window to watch or to focus. In a frame the tab is that
 * of the page around it; the frame itself is never navigated, since the call would have no camera in it.
 */
export function openRedirect({ after, onStay, win = window }: RedirectRequest): Redirect {
  const lifetime = new AbortController();
  const { signal } = lifetime;

  function stay(reason: 'user' | 'severed'): void {
    lifetime.abort();
    onStay(reason);
  }

  function awaitLeaving(): void {
    const { document } = win;
    document.addEventListener('visibilitychange', () => document.hidden || stay('severed'), { signal });
    // The journey handles a page that is restored from the back-forward cache.
    win.addEventListener('pagehide', () => lifetime.abort(), { signal });
    const cancel = after(LEAVE_TIMEOUT_MS, () => document.hidden || stay('user'));
    signal.addEventListener('abort', cancel);
  }

  return {
    go(link) {
      try {
        (win.top ?? win).location.href = link.href;
      } catch {
        // A sandboxed frame without allow-top-navigation.
        return false;
      }
      awaitLeaving();
      return true;
    },
    stop: () => lifetime.abort(),
  };
}
