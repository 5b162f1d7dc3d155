import { VkycHttpError } from '../errors.js';
import { createExpiringMap } from '../stores/expiring-map.js';

/** Failures of one customer in a row after which only that customer waits. */
const FAILURES_TO_HOLD = 5;

const FIRST_HOLD_MS = 5_000;
const MAX_HOLD_MS = 30_000;

/** Time without a further failure after which those of a customer are forgotten. */
const REMEMBERED_MS = 600_000;

const MAX_CUSTOMERS = 10_000;

/** The failures of each customer, which never affect another one. */
export interface CustomerFailures {
  /** @throws VkycHttpError while the customer has to wait */
  check(customer: string): void;
  /** Counts a failure. EnKash's `Retry-After`, if there was one, is obeyed. */
  record(customer: string, error: VkycHttpError): void;
  clear(customer: string): void;
  /** Whether the last call of the customer failed. */
  has(customer: string): boolean;
}

interface Failures {
  readonly count: number;
  readonly code: VkycHttpError['code'];
  readonly heldUntil: number;
}

/** Creates a memory of failures without timers, bounded to 10,000 customers. */
export function createCustomerFailures(now: () => number): CustomerFailures {
  const failures = createExpiringMap<Failures>({ maxEntries: MAX_CUSTOMERS, now });
  return {
    check: (customer) => {
      const found = failures.get(customer)?.value;
      const remainingMs = found ? found.heldUntil - now() : 0;
      if (found && remainingMs > 0)
        throw new VkycHttpError(found.code, { retryAfter: Math.ceil(remainingMs / 1000) });
    },
    record: (customer, { code, details }) => {
      const count = (failures.get(customer)?.value.count ?? 0) + 1;
      const excess = count - FAILURES_TO_HOLD;
      const holdMs = excess < 0 ? 0 : Math.min(FIRST_HOLD_MS * 2 ** excess, MAX_HOLD_MS);
      const retryAfterMs = code === 'upstream_auth' ? 0 : (details.retryAfter ?? 0) * 1000;
      const heldUntil = now() + Math.max(holdMs, retryAfterMs);
      failures.set(customer, { count, code, heldUntil }, now() + REMEMBERED_MS + MAX_HOLD_MS);
    },
    clear: (customer) => failures.delete(customer),
    has: (customer) => failures.get(customer) !== undefined,
  };
}
