import type { DeviceClock } from '../hours/server-clock.js';

/** The timers and clocks a journey runs on; tests hand in their own. Milliseconds throughout. */
export interface Timers extends DeviceClock {
  /** Runs `task` once after `delay`; the returned function cancels it. */
  readonly after: (delay: number, task: () => void) => () => void;
  /** A number from 0 up to 1, for spreading polls. */
  readonly random: () => number;
}

export const browserTimers: Timers = {
  after: (delay, task) => {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => Math.random(),
};
