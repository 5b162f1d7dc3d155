import { VkycHttpError, type RefusalCode } from '../errors.js';

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 30_000;

/** Refusals that say the other side is out, not that one customer's request was wrong. */
const OUTAGES: ReadonlySet<RefusalCode> = new Set([
  'upstream_auth',
  'upstream_down',
  'upstream_timeout',
  'rate_limited',
]);

/** Stands between the backend and a call that may be out. */
export interface CircuitBreaker {
  /** Runs the call, or refuses at once while the other side is known to be out. */
  run<T>(call: () => Promise<T>): Promise<T>;
  /** True while the other side is known to be out. */
  readonly open: boolean;
}

/**
 * A breaker that opens after 5 outages in a row, refuses with `upstream_down` for 30 s, then lets one call through: its
 * success closes the breaker, its failure opens it for another 30 s.
 *
 * @param onChange told when it opens and when it closes
 */
export function createCircuitBreaker(now: () => number, onChange: (open: boolean) => void): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  let probing = false;
  const isOpen = () => failures >= FAILURES_TO_OPEN;

  function count(failed: boolean): void {
    const wasOpen = isOpen();
    failures = failed ? failures + 1 : 0;
    if (failed && isOpen()) openUntil = now() + OPEN_MS;
    if (isOpen() !== wasOpen) onChange(!wasOpen);
  }

  return {
    async run(call) {
      const probe = isOpen();
      const left = openUntil - now();
      if (probe && (probing || left > 0))
        throw new VkycHttpError('upstream_down', { retryAfter: Math.max(1, Math.ceil(left / 1000)) });
      if (probe) probing = true;
      try {
        const result = await call();
        count(false);
        return result;
      } catch (error) {
        count(!(error instanceof VkycHttpError) || OUTAGES.has(error.code));
        throw error;
      } finally {
        if (probe) probing = false;
      }
    },
    get open() {
      return isOpen();
    },
  };
}
