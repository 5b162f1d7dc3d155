/** Runs `task` once after `delay` ms; the returned function cancels it. */
export type After = (delay: number, task: () => void) => () => void;

/** Timers longer than 2³¹ ms fire at once, and none keeps time in a sleeping device: an hour, then another look. */
const LONGEST_WAIT = 3_600_000;

const browserAfter: After = (delay, task) => {
  const timer = setTimeout(task, delay);
  return () => clearTimeout(timer);
};

/** Waits for one moment of a clock, however far off and however often that clock is put right meanwhile. */
export class BoundaryTimer {
  readonly #clock: { now(): number };
  readonly #reached: () => void;
  readonly #after: After;
  #cancel = () => {};

  /**
   * @param clock tells the time in ms since the epoch
   * @param reached runs when the clock has got there, never within `waitUntil`
   */
  constructor(clock: { now(): number }, reached: () => void, after: After = browserAfter) {
    this.#clock = clock;
    this.#reached = reached;
    this.#after = after;
  }

  /** Waits for `moment` (ms since the epoch) in place of any moment before; null, or no number, waits for nothing. */
  waitUntil(moment: number | null): void {
    this.stop();
    if (moment === null) return;
    const left = moment - this.#clock.now();
    if (!Number.isFinite(left)) return;
    this.#cancel = this.#after(Math.min(Math.max(Math.ceil(left), 0), LONGEST_WAIT), () => {
      if (this.#clock.now() >= moment) this.#reached();
      else this.waitUntil(moment);
    });
  }

  /** Waits for nothing any more. */
  stop(): void {
    this.#cancel();
    this.#cancel = () => {};
  }
}
