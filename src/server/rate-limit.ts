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
  /** Requests of one session in any minute; `false` for no limit. */
  readonly perMinute: number | false;
  readonly now: () => number;
}

/**
 * Creates a rate limit for each session, and four times as much for all sessions of a customer. Clicks are also counted on
 * their own, and refused by that count alone, so that polls do not use them up.
 *
 * Requests are counted in minutes of the clock. Those of the minute before count by the part of it that is less than a minute
 * ago, so that the limit is not granted twice around the edge.
 */
export function createRateLimit({ store, perMinute, now }: RateLimitOptions): RateLimit {
  if (perMinute === false) return () => Promise.resolve();

  async function count(name: string, limit: number, isClick: boolean): Promise<void> {
    const instant = now();
    const minute = Math.floor(instant / WINDOW_MS);
    const keyOf = (kind: string, of: number) => `vkyc:rate:${kind}${name}:${of}`;
    const increment = (kind: string) => store.increment(keyOf(kind, minute), 2 * WINDOW_MS);
    const [all, clicks] = isClick
      ? await Promise.all([increment(''), increment('click:')])
      : [await increment(''), null];
    const remainingMs = (minute + 1) * WINDOW_MS - instant;
    // A store that gives something else must not cost the customer the call.
    const sent = (clicks ?? all) || 0;
    // At this pace it does not matter what was before.
    if (sent <= grantedBy({ previous: limit, remainingMs, limit })) return;
    const kind = clicks === null ? '' : 'click:';
    const previous = Math.min(Number(await store.get(keyOf(kind, minute - 1))) || 0, limit);
    if (sent <= grantedBy({ previous, remainingMs, limit })) return;
    throw new VkycHttpError('rate_limited', {
      retryAfter: Math.max(1, Math.ceil(waitOf({ previous, sent, remainingMs, limit }) / 1000)),
    });
  }

  return async ({ id, customer }, isClick) => {
    await count(id, perMinute, isClick);
    // Afterwards, so that a session that is refused uses up nothing of the others.
    await count(customer.pseudonym, perMinute * SESSIONS_PER_CUSTOMER, isClick);
  };
}

/** One counter of a minute. */
interface Window {
  /** Requests of the minute before, at most the limit. */
  readonly previous: number;
  /** Milliseconds until this minute ends. */
  readonly remainingMs: number;
  readonly limit: number;
}

/** How many requests may have been sent in this minute by now, as if those of the minute before had come at an even pace. */
function grantedBy({ previous, remainingMs, limit }: Window): number {
  return limit - Math.max(0, Math.ceil((previous * remainingMs) / WINDOW_MS) - 1);
}

/** Milliseconds until one request more than those of this minute is granted. */
function waitOf({ previous, sent, remainingMs, limit }: Window & { readonly sent: number }): number {
  return remainingMs - (sent < limit ? ((limit - sent) * WINDOW_MS) / previous : 0);
}
