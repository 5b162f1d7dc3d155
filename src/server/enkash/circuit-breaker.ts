import { VkycHttpError, type RefusalCode } from '../errors.js';

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 30_000;

/** Codes that mean that EnKash is down, not that the request of one customer was wrong. */
const OUTAGE_CODES: ReadonlySet<RefusalCode> = new Set([
  'upstream_auth',
  'upstream_down',
  'upstream_timeout',
  'rate_limited',
]);

/** A circuit breaker around one call to EnKash. */
export interface CircuitBreaker {
  /** Runs the call, or rejects at once while the breaker is open. */
  run<T>(call: () => Promise<T>): Promise<T>;
  /** Whether calls are rejected, except for one probe at a time. */
  readonly open: boolean;
}

/**
 * Creates a breaker that opens after 5 outages in a row. It rejects with `upstream_down` for 30 s, then lets one probe
 * through: its success closes the breaker, its failure opens it for another 30 s.
 *
 * @param onChange called when the breaker opens or closes
 */
export function createCircuitBreaker(now: () => number, onChange: (open: boolean) => void): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  let isProbing = false;
  const isOpen = () => failures >= FAILURES_TO_OPEN;

  function record(isOutage: boolean): void {
    const wasOpen = isOpen();
    failures = isOutage ? failures + 1 : 0;
    if (isOutage && isOpen()) openUntil = now() + OPEN_MS;
    if (isOpen() !== wasOpen) onChange(!wasOpen);
  }

  return {
    async run(call) {
      const isProbe = isOpen();
      const remainingMs = openUntil - now();
      if (isProbe && (isProbing || remainingMs > 0))
        throw new VkycHttpError('upstream_down', { retryAfter: Math.max(1, Math.ceil(remainingMs / 1000)) });
      if (isProbe) isProbing = true;
      try {
        const result = await call();
        record(false);
        return result;
      } catch (error) {
        record(!(error instanceof VkycHttpError) || OUTAGE_CODES.has(error.code));
        throw error;
      } finally {
        if (isProbe) isProbing = false;
      }
    },
    get open() {
      return isOpen();
    },
  };
}
