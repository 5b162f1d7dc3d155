import type { Store } from '../stores/store.js';

/** Lifetime of a lease. If its process dies, the key is free again after this time. */
const LEASE_MS = 4_000;

/** Interval at which a process renews its lease while it works. */
const LEASE_RENEWAL_MS = 1_000;

/** Interval at which the other processes look whether a lease has been released. */
export const LEASE_POLL_MS = 100;

/** Prefix of a store value that is a lease. */
const LEASED = 'leased ';

/** The exclusive right of this process to write the value of a key. */
export interface Lease {
  /** Runs `work`, and renews the lease until it settles. */
  withLease<T>(work: () => Promise<T>): Promise<T>;
  /** Replaces the lease with a value, for `ttlMs` milliseconds; without effect if the lease has expired. */
  release(value: string, ttlMs: number): Promise<void>;
}

/** Whether a value of the store is a lease. */
export function isLease(value: string | null): boolean {
  return value?.startsWith(LEASED) ?? false;
}

/** Acquires the lease of a key that still holds `expected`; null when another process was faster. */
export async function acquireLease({
  store,
  key,
  expected,
}: {
  readonly store: Store;
  readonly key: string;
  readonly expected: string | null;
}): Promise<Lease | null> {
  const lease = LEASED + crypto.randomUUID();
  if (!(await store.compareAndSet(key, expected, lease, LEASE_MS))) return null;
  return {
    withLease: async (work) => {
      const renew = () => void store.compareAndSet(key, lease, lease, LEASE_MS).catch(() => undefined);
      const timer = setInterval(renew, LEASE_RENEWAL_MS);
      try {
        return await work();
      } finally {
        clearInterval(timer);
      }
    },
    release: async (value, ttlMs) => {
      await store.compareAndSet(key, lease, value, ttlMs);
    },
  };
}
