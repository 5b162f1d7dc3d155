/** Runs `task` once after `delay` milliseconds; the returned function cancels it. */
export type After = (delay: number, task: () => void) => () => void;

/**
 * The longest single timeout. `setTimeout` fires at once for more than 2³¹ ms, and timers stand still while a device
 * sleeps: so the clock is read again at least once an hour.
 */
const MAX_TIMEOUT_MS = 3_600_000;

/** Waits for one moment of a clock, however far away and however often that clock is corrected meanwhile. */
export interface BoundaryTimer {
  /** Waits for `moment` (epoch milliseconds) and forgets any earlier one; null or a non-finite number waits for nothing. */
  waitUntil(moment: number | null): void;
  /** Stops waiting. */
  stop(): void;
}

export interface BoundaryTimerOptions {
  /** Gives the time in epoch milliseconds. */
  readonly clock: { now(): number };
  readonly after: After;
  /** Runs when the clock has reached the moment, never within `waitUntil`. */
  readonly onReached: () => void;
}

export function createBoundaryTimer({ clock, after, onReached }: BoundaryTimerOptions): BoundaryTimer {
  let stop = () => {};
  const waitUntil = (moment: number | null) => {
    stop();
    if (moment === null) return;
    const remaining = moment - clock.now();
    if (!Number.isFinite(remaining)) return;
    stop = after(Math.min(Math.max(Math.ceil(remaining), 0), MAX_TIMEOUT_MS), () => {
      if (clock.now() >= moment) onReached();
      else waitUntil(moment);
    });
  };
  return { waitUntil, stop: () => stop() };
}
