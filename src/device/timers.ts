import { internalError } from '../errors/internal-error.js';
import { hasPage } from './has-page.js';
import { warn } from './warn.js';

/** The timers and clocks of the device; tests pass their own. All times are in milliseconds. */
export interface Timers {
  /** Runs `task` once after `delay`; the returned function cancels it. */
  readonly after: (delay: number, task: () => void) => () => void;
  /** The device's date since the epoch, which people and networks change. */
  readonly now: () => number;
  /** Counts from some start and never goes back, but may stand still while the device sleeps. */
  readonly monotonic: () => number;
  /** A number from 0 up to 1, for jitter. */
  readonly random: () => number;
}

export const browserTimers: Timers = {
  after: (delay, task) => {
    const timer = setTimeout(runTask, delay, task);
    // In Node, where component tests run, a timer of an hour would keep the process from ending.
    (timer as { unref?(): void }).unref?.();
    return () => clearTimeout(timer);
  },
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => Math.random(),
};

/** Nothing that a timer runs throws into the page, nor into a test runner that has removed its page meanwhile. */
function runTask(task: () => void): void {
  if (!hasPage()) return;
  try {
    task();
  } catch (error) {
    warn(internalError(error).message);
  }
}
