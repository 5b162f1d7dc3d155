import type { PollPace } from './activities.js';
import type { Timers } from './timers.js';

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

/**
 * Decides when to ask the endpoint again: 5 s rising to 30 s with jitter, once a minute while the page is hidden, not
 * at all offline; the backend's own `pollAfter` or `Retry-After` goes before the ladder.
 */
export class Poller {
  readonly #ask: () => Promise<void>;
  readonly #timers: Timers;
  readonly #page: () => PageSight;
  #pace: PollPace | null = null;
  #delay = FIRST_DELAY;
  #wanted: number | 'never' | null = null;
  /** The backend wants to hear nothing before this moment (monotonic milliseconds). */
  #notBefore = -Infinity;
  #startedAt = 0;
  #hiddenSince: number | null = null;
  #polls = 0;
  #cancel: (() => void) | null = null;
  #asking = false;

  /** `ask` puts one question; it settles when the answer, or the failure, has been dealt with and never rejects. */
  constructor(ask: () => Promise<void>, timers: Timers, page: () => PageSight) {
    this.#ask = ask;
    this.#timers = timers;
    this.#page = page;
  }

  /** Whether it has asked as long as it may: from here on only the customer asks. */
  get exhausted(): boolean {
    return this.#polls >= LIMIT.polls || this.#timers.monotonic() - this.#startedAt >= LIMIT.time;
  }

  /** Sets how eagerly to ask; null stops. A change of pace starts the ladder anew. */
  run(pace: PollPace | null): void {
    if (pace === this.#pace) return;
    const resting = this.#pace === null;
    this.#pace = pace;
    this.#stop();
    if (pace === null) return;
    if (resting) {
      this.#startedAt = this.#timers.monotonic();
      this.#polls = 0;
    }
    this.#delay = pace === 'brisk' ? FIRST_DELAY : LONGEST_DELAY;
    this.#schedule();
  }

  /** The backend's wish for the next question, in milliseconds; `'never'`: only on occasions, not on a timer. */
  obey(pollAfter: number | 'never' | null): void {
    this.#wanted = pollAfter;
    if (!this.#asking) this.#schedule();
  }

  /** The backend is too busy to be asked for so many milliseconds, whatever the occasion. */
  holdOff(delay: number): void {
    this.#notBefore = this.#timers.monotonic() + delay;
    this.obey(delay);
  }

  /** An occasion to ask at once, if polling at all: the window is gone, the page is seen again, the network is back. */
  async askNow(): Promise<void> {
    if (this.#pace === null || this.#asking || !this.#page().online) return;
    if (this.#timers.monotonic() < this.#notBefore) return;
    this.#delay = FIRST_DELAY / GROWTH;
    this.#stop();
    await this.#poll();
  }

  /** The page was hidden or shown, or went off or on line: a timer that no longer fits is set anew. */
  pageChanged(): void {
    if (!this.#asking) this.#schedule();
  }

  async #poll(): Promise<void> {
    this.#asking = true;
    this.#polls++;
    this.#wanted = this.#wanted === 'never' ? 'never' : null;
    await this.#ask();
    this.#asking = false;
    this.#delay = Math.min(this.#delay * GROWTH, LONGEST_DELAY);
    this.#schedule();
  }

  #schedule(): void {
    this.#stop();
    const { hidden, online } = this.#page();
    const now = this.#timers.monotonic();
    this.#hiddenSince = hidden ? (this.#hiddenSince ?? now) : null;
    const hiddenTooLong = this.#hiddenSince !== null && now - this.#hiddenSince >= HIDDEN_PATIENCE;
    if (this.#pace === null || this.#wanted === 'never' || !online || hiddenTooLong || this.exhausted) return;
    this.#cancel = this.#timers.after(this.#nextDelay(hidden), () => void this.#poll());
  }

  #nextDelay(hidden: boolean): number {
    if (typeof this.#wanted === 'number')
      return Math.min(Math.max(this.#wanted, SERVER_DELAY.least), SERVER_DELAY.most);
    const jitter = 0.8 + 0.4 * this.#timers.random();
    if (hidden) return HIDDEN_DELAY * jitter;
    return this.#delay * jitter;
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
