import { Refused, type RefusalCode } from './refused.js';

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 30_000;

/** Refusals that say the other side is out, not that one customer's request was wrong. */
const OUTAGES: ReadonlySet<RefusalCode> = new Set([
  'upstream_auth',
  'upstream_down',
  'upstream_timeout',
  'rate_limited',
]);

/** Runs a call, or refuses at once while the other side is known to be out. */
export type CircuitBreaker = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * A breaker that opens after 5 outages in a row, refuses with `upstream_down` for 30 s, then lets one call through: its
 * success closes the breaker, its failure opens it for another 30 s.
 */
export function createCircuitBreaker(now: () => number): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  let probing = false;

  return async (call) => {
    const probe = failures >= FAILURES_TO_OPEN;
    const left = openUntil - now();
    if (probe && (probing || left > 0))
      throw new Refused('upstream_down', { retryAfter: Math.max(1, Math.ceil(left / 1000)) });
    if (probe) probing = true;
    try {
      const result = await call();
      failures = 0;
      return result;
    } catch (error) {
      failures = error instanceof Refused && !OUTAGES.has(error.code) ? 0 : failures + 1;
      if (failures >= FAILURES_TO_OPEN) openUntil = now() + OPEN_MS;
      throw error;
    } finally {
      if (probe) probing = false;
    }
  };
}
