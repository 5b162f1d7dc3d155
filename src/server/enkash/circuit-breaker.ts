import { VkycHttpError, type RefusalCode } from '../errors.js';
import { createCustomerFailures } from './customer-failures.js';

/** Different customers who fail without a success in between. One customer may have a broken record; three mean EnKash. */
const CUSTOMERS_TO_OPEN = 3;

const FIRST_OPEN_MS = 5_000;
const MAX_OPEN_MS = 30_000;

/** Time in which only customers without a failure of their own may probe, since a broken record would fail again. */
const OTHERS_FIRST_MS = 5_000;

/** Time without traffic after which an open breaker counts as closed. */
const FORGOTTEN_MS = 60_000;

/** Time after which a failure says nothing more about EnKash. */
const STREAK_MS = 600_000;

/** Codes that mean that EnKash is down, or that it refuses us; not that it knows nothing of the customer. */
const OUTAGE_CODES: ReadonlySet<RefusalCode> = new Set([
  'upstream_auth',
  'upstream_down',
  'upstream_timeout',
  'rate_limited',
]);

/** Codes that mean that EnKash works, although this customer gets no link. */
const ANSWERED_CODES: ReadonlySet<RefusalCode> = new Set(['not_eligible', 'invalid_link', 'wrong_customer']);

/** A circuit breaker around one call to EnKash. */
export interface CircuitBreaker {
  /** Runs the call for a customer, or rejects at once while that customer or everybody has to wait. */
  run<T>(customer: string, call: () => Promise<T>): Promise<T>;
  /** Rejects as `run()` would at once. @throws VkycHttpError while the customer or everybody has to wait */
  check(customer: string): void;
  /** Whether calls are rejected, except for one probe at a time. */
  readonly open: boolean;
}

/** An open breaker. */
interface Opening {
  readonly code: RefusalCode;
  /** Whether EnKash itself asked for the wait: then no success of a call that began before ends it. */
  readonly isRequested: boolean;
  /** Grows with each probe that fails. */
  readonly holdMs: number;
  readonly until: number;
}

/** One customer's part in the streak of failures. */
interface StreakFailure {
  readonly at: number;
  /** Its place in the order of starts and ends of calls. */
  readonly place: number;
  /** How many seconds EnKash asked the customer to wait; 0 if it did not. */
  readonly retryAfter: number;
}

/**
 * Creates a breaker that opens when three different customers fail and nobody succeeds meanwhile, or when EnKash asked three
 * of them to wait. It rejects for 5 s, or for as long as EnKash asked, then lets one probe through, of a customer who has not
 * failed. Each failed probe doubles the wait, up to 30 s. Failures of one customer make only that customer wait.
 *
 * @param now a clock that never goes back
 * @param onChange called when the breaker opens or closes
 */
export function createCircuitBreaker(now: () => number, onChange: (open: boolean) => void): CircuitBreaker {
  const failures = createCustomerFailures(now);
  /** The last failure of each customer who failed while nobody succeeded, or whom EnKash asked to wait. */
  const streak = new Map<string, StreakFailure>();
  let opening: Opening | null = null;
  let isProbing = false;
  let running = 0;
  /** Counts the starts and ends of calls: a clock cannot tell which of two in the same millisecond was first. */
  let place = 0;
  let lastSuccess = 0;

  function current(): Opening | null {
    return opening && now() < opening.until + FORGOTTEN_MS ? opening : null;
  }

  function set(next: Opening | null): void {
    const wasOpen = opening !== null;
    opening = next;
    if (wasOpen !== (next !== null)) onChange(next !== null);
  }

  /** Whether the call is the probe of an open breaker. Throws when it has to wait. */
  function admit(customer: string): boolean {
    failures.check(customer);
    const found = current();
    if (!found) {
      if (opening) streak.clear();
      set(null);
      return false;
    }
    const { code, until } = found;
    const isSuspect = failures.has(customer);
    const remainingMs = until + (isSuspect ? OTHERS_FIRST_MS : 0) - now();
    if (remainingMs > 0 || (isProbing && !isSuspect))
      throw new VkycHttpError(code, { retryAfter: Math.max(1, Math.ceil(remainingMs / 1000)) });
    return !isSuspect;
  }

  function succeed(customer: string, startedAt: number): void {
    lastSuccess = ++place;
    failures.clear(customer);
    for (const [name, failure] of streak)
      if (failure.retryAfter === 0 || failure.place < startedAt) streak.delete(name);
    if (!opening?.isRequested || now() >= opening.until) set(null);
  }

  function fail(
    customer: string,
    error: VkycHttpError,
    { isProbe, startedAt }: { readonly isProbe: boolean; readonly startedAt: number },
  ): void {
    const { retryAfter = 0 } = error.details;
    const at = now();
    failures.record(customer, error);
    for (const [name, failure] of streak) if (failure.at + STREAK_MS < at) streak.delete(name);
    // Where somebody succeeded while the call ran, EnKash is not down, but may still ask for a wait.
    if (lastSuccess < startedAt || retryAfter > 0) streak.set(customer, { at, place: ++place, retryAfter });
    const waits = [...streak.values()].filter((failure) => failure.retryAfter > 0);
    const isRequested = waits.length >= CUSTOMERS_TO_OPEN;
    // Failures are often faster than answers: those that are still running may succeed.
    const isOutage = isRequested || streak.size >= Math.max(CUSTOMERS_TO_OPEN, running);
    if (!isProbe && (opening || !isOutage)) return;
    const holdMs = isProbe && opening ? Math.min(opening.holdMs * 2, MAX_OPEN_MS) : FIRST_OPEN_MS;
    // What EnKash asks of several customers it asks of all.
    const waitUntil = isRequested
      ? Math.max(...waits.map((failure) => failure.at + failure.retryAfter * 1000))
      : 0;
    const isKept = (isRequested && retryAfter > 0) || error.code === 'upstream_auth';
    set({
      code: isKept ? error.code : 'upstream_down',
      isRequested,
      holdMs,
      until: Math.max(at + holdMs, waitUntil),
    });
  }

  return {
    check: (customer) => void admit(customer),
    async run(customer, call) {
      const isProbe = admit(customer);
      if (isProbe) isProbing = true;
      running += 1;
      const startedAt = ++place;
      try {
        const result = await call().finally(() => (running -= 1));
        succeed(customer, startedAt);
        return result;
      } catch (error) {
        const failure = error instanceof VkycHttpError ? error : new VkycHttpError('upstream_down');
        if (OUTAGE_CODES.has(failure.code)) fail(customer, failure, { isProbe, startedAt });
        else if (ANSWERED_CODES.has(failure.code)) succeed(customer, startedAt);
        throw error;
      } finally {
        if (isProbe) isProbing = false;
      }
    },
    get open() {
      return current() !== null;
    },
  };
}
