import type { Timers } from '../device/timers.js';
import type { CallWindow } from './call-window.js';

const POLL_INTERVAL_MS = 1_000;
/** A window counts as gone only if it still reads as closed after this delay. */
const CONFIRM_AFTER_MS = 250;
/** A window that reads as closed this soon after its navigation was severed by the call's page, not closed. */
const SEVERED_WITHIN_MS = 2_000;

/** Why a call's window is gone: the customer closed it, or it can no longer be observed and may still be open (COOP). */
export type WindowEnd = 'user' | 'severed';

/** A window to be watched. */
export interface WatchOptions {
  readonly window: Pick<CallWindow, 'closed' | 'lost'>;
  /** When it was navigated to the call, in monotonic milliseconds. */
  readonly openedAt: number;
  readonly timers: Pick<Timers, 'after' | 'monotonic'>;
  /** Runs once, when the window has read as closed twice in a row. */
  readonly onEnd: (reason: WindowEnd) => void;
}

/** Polls `closed`, since browsers fire no event for another window's end. Returns a function that stops watching. */
export function watchWindow({ window, openedAt, timers, onEnd }: WatchOptions): () => void {
  let cancel = timers.after(POLL_INTERVAL_MS, check);
  function check(): void {
    if (!window.closed) {
      cancel = timers.after(POLL_INTERVAL_MS, check);
      return;
    }
    const closedAt = timers.monotonic();
    cancel = timers.after(CONFIRM_AFTER_MS, () => {
      if (!window.closed) check();
      else onEnd(window.lost || closedAt - openedAt < SEVERED_WITHIN_MS ? 'severed' : 'user');
    });
  }
  return () => cancel();
}
