/** The timers a journey runs on; tests hand in their own. Milliseconds throughout. */
export interface Timers {
  /** Runs `task` once after `delay`; the returned function cancels it. */
  readonly after: (delay: number, task: () => void) => () => void;
  /** A clock that never jumps, in milliseconds from some start. */
  readonly monotonic: () => number;
  /** A number from 0 up to 1, for spreading polls. */
  readonly random: () => number;
}

export const browserTimers: Timers = {
  after: (delay, task) => {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
  monotonic: () => performance.now(),
  random: () => Math.random(),
};
