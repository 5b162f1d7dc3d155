import { VkycHttpError } from './errors.js';
import type { Store } from './stores/store.js';

const WINDOW_MS = 60_000;

/** Counts one request of a session. Rejects with `rate_limited` when the session has used up the current minute. */
export type RateLimit = (sessionId: string) => Promise<void>;

/** Settings of `createRateLimit()`. */
export interface RateLimitOptions {
  /** Holds the counters. */
  readonly store: Store;
  /** Requests of one session in each minute of the clock; `false` for no limit. */
  readonly perMinute: number | false;
  readonly now: () => number;
}

/** Creates a fixed-window rate limit. */
export function createRateLimit({ store, perMinute, now }: RateLimitOptions): RateLimit {
  if (perMinute === false) return () => Promise.resolve();
  return async (sessionId) => {
    const instant = now();
    const minute = Math.floor(instant / WINDOW_MS);
    const count = await store.increment(`vkyc:rate:${sessionId}:${minute}`, WINDOW_MS);
    if (count > perMinute)
      throw new VkycHttpError('rate_limited', {
        retryAfter: Math.ceil(((minute + 1) * WINDOW_MS - instant) / 1000),
      });
  };
}
