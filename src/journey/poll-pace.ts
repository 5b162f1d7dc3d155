import { mayContinueUnseen, type Journey } from './journey.js';

/**
 * How eagerly the endpoint is polled: `fast` while an outcome is awaited, `slow` while one may still arrive, `gentle`
 * because the backend offers it, only while the page is visible.
 */
export type PollPace = 'fast' | 'slow' | 'gentle';

const FIRST_DELAY_MS = 5_000;
const MAX_DELAY_MS = 30_000;
const BACKOFF_FACTOR = 1.5;
const HIDDEN_DELAY_MS = 60_000;
const MAX_HIDDEN_MS = 30 * 60_000;
const MIN_SERVER_INTERVAL_MS = 2_000;
const MIN_GENTLE_INTERVAL_MS = 5_000;
const MAX_SERVER_INTERVAL_MS = 600_000;
/** Polling gives up after two hours or 400 polls, whichever comes first; the customer can still refresh. */
const MAX_POLLING_MS = 2 * 60 * 60_000;
const MAX_POLLS = 400;

/** One stretch of polling, from its start in some pace to its end. */
export interface PollRun {
  /** Since the stretch began. */
  readonly elapsedMs: number;
  /** Since the page was hidden; 0 while it is visible. */
  readonly hiddenMs: number;
  readonly polls: number;
}

/** What the next delay depends on. */
export interface DelayFactors {
  readonly pace: PollPace;
  /** The delay without jitter while the page is visible. */
  readonly baseMs: number;
  /** The backend's own interval for the next poll; null when it did not say. */
  readonly serverIntervalMs: number | null;
  readonly hidden: boolean;
  /** A number from 0 up to 1, for jitter. */
  readonly random: number;
}

/**
 * The pace that a journey needs; null where polling cannot bring anything new.
 *
 * @param isOffered whether the last answer named an interval: a call may be up where this page does not know of it
 */
export function paceOf(journey: Journey, isOffered = false): PollPace | null {
  switch (journey.state) {
    case 'open':
    case 'checking':
      return 'fast';
    case 'ready':
    case 'closed':
      if (journey.lastAttempt === 'ended') return 'fast';
      if (journey.customer.phase === 'under-review' || mayContinueUnseen(journey.lastAttempt)) return 'slow';
      return isOffered && journey.state === 'ready' && journey.customer.phase === 'in-progress'
        ? 'gentle'
        : null;
    case 'idle':
    case 'loading':
    case 'opening':
    case 'done':
    case 'error':
      return null;
  }
}

/** The base delay with which a pace begins. */
export function firstDelayMs(pace: PollPace | null): number {
  return pace === 'fast' ? FIRST_DELAY_MS : MAX_DELAY_MS;
}

/** The base delay after one more poll: grows up to the limit, and from 0 to the first delay of the pace `fast`. */
export function grownDelayMs(baseMs: number): number {
  return Math.min(Math.max(baseMs * BACKOFF_FACTOR, FIRST_DELAY_MS), MAX_DELAY_MS);
}

/** The delay before the next poll: the backend's interval within bounds, else the base delay (longer while hidden) ± 20 %. */
export function nextDelayMs({ pace, baseMs, serverIntervalMs, hidden, random }: DelayFactors): number {
  const minMs = pace === 'gentle' ? MIN_GENTLE_INTERVAL_MS : MIN_SERVER_INTERVAL_MS;
  if (serverIntervalMs !== null) return Math.min(Math.max(serverIntervalMs, minMs), MAX_SERVER_INTERVAL_MS);
  return (hidden ? HIDDEN_DELAY_MS : baseMs) * (0.8 + 0.4 * random);
}

/** Whether polling gives up. */
export function isExhausted({ elapsedMs, hiddenMs, polls }: PollRun): boolean {
  return elapsedMs >= MAX_POLLING_MS || hiddenMs >= MAX_HIDDEN_MS || polls >= MAX_POLLS;
}
