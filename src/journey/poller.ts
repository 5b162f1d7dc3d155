import type { Timers } from './timers.js';

/** How eagerly the endpoint is asked: `brisk` while an outcome is awaited, `slow` while one may still come. */
export type PollPace = 'brisk' | 'slow';

const FIRST_DELAY = 5_000;
const LONGEST_DELAY = 30_000;
const GROWTH = 1.5;
const HIDDEN_DELAY = 60_000;
const HIDDEN_PATIENCE = 30 * 60_000;
const SERVER_DELAY = { least: 2_000, most: 600_000 };
/** A poller gives up after two hours or 400 questions, whichever comes first; the customer can still ask. */
const LIMIT = { time: 2 * 60 * 60_000, polls: 400 };

/** What a poller knows of the page it runs in. */
export interface PageSight {
  readonly hidden: boolean;
  readonly online: boolean;
}

const thisPage = (): PageSight => ({ hidden: document.hidden, online: navigator.onLine });

/**
 * Decides when to ask the endpoint again: 5 s rising to 30 s with jitter, once a minute while the page is hidden, not
 * at all offline; the backend's own `pollAfter` or `Retry-After` goes before the ladder.
 *
 * @param ask puts one question; settles when the answer, or the failure, has been dealt with and never rejects
 */
export function createPoller(ask: () => Promise<void>, timers: Timers, page = thisPage) {
  let pace: PollPace | null = null;
  let delay = FIRST_DELAY;
  let wanted: number | 'never' | null = null;
  /** The backend wants to hear nothing before this moment (monotonic milliseconds). */
  let notBefore = -Infinity;
  let startedAt = 0;
  let hiddenSince: number | null = null;
  let polls = 0;
  let cancel = () => {};
  let asking = false;

  async function poll(): Promise<void> {
    cancel();
    asking = true;
    polls++;
    if (wanted !== 'never') wanted = null;
    await ask();
    asking = false;
    delay = Math.min(delay * GROWTH, LONGEST_DELAY);
    schedule();
  }

  /** Sets the timer anew, where there is to be one. */
  function schedule(): void {
    if (asking) return;
    cancel();
    const { hidden, online } = page();
    const now = timers.monotonic();
    hiddenSince = hidden ? (hiddenSince ?? now) : null;
    if (
      pace !== null &&
      wanted !== 'never' &&
      online &&
      now - (hiddenSince ?? now) < HIDDEN_PATIENCE &&
      now - startedAt < LIMIT.time &&
      polls < LIMIT.polls
    )
      cancel = timers.after(nextDelay(hidden), () => void poll());
  }

  function nextDelay(hidden: boolean): number {
    if (typeof wanted === 'number') return Math.min(Math.max(wanted, SERVER_DELAY.least), SERVER_DELAY.most);
    return (hidden ? HIDDEN_DELAY : delay) * (0.8 + 0.4 * timers.random());
  }

  /** The backend's wish for the next question, in milliseconds; `'never'`: only on occasions, not on a timer. */
  function obey(pollAfter: number | 'never' | null): void {
    wanted = pollAfter;
    schedule();
  }

  /** Sets how eagerly to ask; null stops. A change of pace starts the ladder anew. */
  function run(next: PollPace | null): void {
    if (next === pace) return;
    if (pace === null) {
      startedAt = timers.monotonic();
      polls = 0;
    }
    pace = next;
    delay = pace === 'brisk' ? FIRST_DELAY : LONGEST_DELAY;
    schedule();
  }

  /** An occasion to ask at once, if polling at all: the window is gone, the page is seen again, the network is back. */
  async function askNow(): Promise<void> {
    if (pace === null || asking || !page().online || timers.monotonic() < notBefore) return;
    delay = FIRST_DELAY / GROWTH;
    await poll();
  }

  /** The page was hidden or shown, or went off or on line: an occasion to ask, or a timer that no longer fits. */
  function pageChanged(): void {
    const { hidden, online } = page();
    if (hidden || !online) schedule();
    else void askNow();
  }

  return {
    run,
    obey,
    /** The backend is too busy to be asked for so many milliseconds, whatever the occasion. */
    holdOff(pause: number): void {
      notBefore = timers.monotonic() + pause;
      obey(pause);
    },
    askNow,
    pageChanged,
  };
}
