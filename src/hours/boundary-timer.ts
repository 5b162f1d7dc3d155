/** Runs `task` once after `delay` ms; the returned function cancels it. */
export type After = (delay: number, task: () => void) => () => void;

/** Timers longer than 2³¹ ms fire at once, and none keeps time in a sleeping device: an hour, then another look. */
const LONGEST_WAIT = 3_600_000;

/** Waits for one moment of a clock, however far off and however often that clock is put right meanwhile. */
export interface BoundaryTimer {
  /** Waits for `moment` (ms since the epoch) in place of any moment before; null, or no number, waits for nothing. */
  waitUntil(moment: number | null): void;
  /** Waits for nothing any more. */
  stop(): void;
}

/**
 * @param clock tells the time in ms since the epoch
 * @param reached runs when the clock has got there, never within `waitUntil`
 */
export function createBoundaryTimer(
  clock: { now(): number },
  reached: () => void,
  after: After,
): BoundaryTimer {
  let stop = () => {};
  const waitUntil = (moment: number | null) => {
    stop();
    if (moment === null) return;
    const left = moment - clock.now();
    if (!Number.isFinite(left)) return;
    stop = after(Math.min(Math.max(Math.ceil(left), 0), LONGEST_WAIT), () => {
      if (clock.now() >= moment) reached();
      else waitUntil(moment);
    });
  };
  return { waitUntil, stop: () => stop() };
}
