import { VkycHttpError } from './errors.js';
import type { Store } from './stores/store.js';

const WINDOW_MS = 60_000;

/** Counts one request of a session; throws `rate_limited` when the minute's share is used up. */
export type RateLimit = (sessionId: string) => Promise<void>;

/** Allows `perMinute` requests to each session in each minute of the clock, counted in the store; `false` allows all. */
export function createRateLimit(store: Store, perMinute: number | false, now: () => number): RateLimit {
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
