import { createExpiringMap } from './expiring-map.js';
import type { Store } from './store.js';

/** Settings of `memoryStore()`. */
export interface MemoryStoreOptions {
  /** Largest number of entries, 100,000 by default; beyond it the entry written first is dropped. */
  readonly maxEntries?: number | undefined;
  /** The current time in epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

/**
 * A store in the memory of this process, bounded and without timers: the default, right for one process and for tests.
 *
 * @example
 * const vkyc = createVkycBackend({ enkash, secret, store: memoryStore({ maxEntries: 10_000 }) });
 */
export function memoryStore({ maxEntries = 100_000, now = Date.now }: MemoryStoreOptions = {}): Store {
  const values = createExpiringMap<string>(maxEntries, now);
  return {
    get: (key) => Promise.resolve(values.get(key)?.value ?? null),
    compareAndSet: (key, expected, value, ttlMs) => {
      const matches = (values.get(key)?.value ?? null) === expected;
      if (matches) values.set(key, value, now() + ttlMs);
      return Promise.resolve(matches);
    },
    increment: (key, ttlMs) => {
      const counter = values.get(key);
      const count = Number(counter?.value ?? 0) + 1;
      values.set(key, String(count), counter?.expiresAt ?? now() + ttlMs);
      return Promise.resolve(count);
    },
  };
}
