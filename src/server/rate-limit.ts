import { VkycHttpError } from './errors.js';
import type { Session } from './sessions/sessions.js';
import type { Store } from './stores/store.js';

const WINDOW_MS = 60_000;

/** Sessions of one customer, such as those of tabs and devices, that may use their whole limit at the same time. */
const SESSIONS_PER_CUSTOMER = 4;

/** Counts one request of a session. Rejects with `rate_limited` when the session or its customer has used up the minute. */
export type RateLimit = (session: Session, isClick: boolean) => Promise<void>;

/** Settings of `createRateLimit()`. */
export interface RateLimitOptions {
  /** Holds the counters. */
  readonly store: Store;
  /** Requests of one session in each minute of the clock; `false` for no limit. */
  readonly perMinute: number | false;
  readonly now: () => number;
}

/**
 * Creates a fixed-window rate limit for each session, and four times as much for all sessions of a customer. Clicks are also counted
 * on their own, and refused by that count alone, so that polls do not use them up.
 */
export function createRateLimit({ store, perMinute, now }: RateLimitOptions): RateLimit {
  if (perMinute === false) return () => Promise.resolve();

  async function count(name: string, limit: number, isClick: boolean): Promise<void> {
    const instant = now();
    const minute = Math.floor(instant / WINDOW_MS);
    const increment = (kind: string) => store.increment(`vkyc:rate:${kind}${name}:${minute}`, WINDOW_MS);
    const [all, clicks] = await Promise.all([increment(''), isClick ? increment('click:') : null]);
    if ((clicks ?? all) > limit)
      throw new VkycHttpError('rate_limited', {
        retryAfter: Math.ceil(((minute + 1) * WINDOW_MS - instant) / 1000),
      });
  }

  return async ({ id, customer }, isClick) => {
    await count(id, perMinute, isClick);
    // Afterwards, so that a session that is refused uses up nothing of the others.
    await count(customer.pseudonym, perMinute * SESSIONS_PER_CUSTOMER, isClick);
  };
}
