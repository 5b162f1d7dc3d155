import { createExpiringMap } from './expiring-map.js';
import type { Store } from './store.js';

/** Settings of `memoryStore()`. */
export interface MemoryStoreOptions {
  /** Entries kept at most, 100,000 by default; beyond it the one written longest ago goes. */
  readonly maxEntries?: number | undefined;
  /** The clock in epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

/** A store in this process's memory, bounded and without timers: right for one process, and for tests. */
export function memoryStore({ maxEntries = 100_000, now = Date.now }: MemoryStoreOptions = {}): Store {
  const values = createExpiringMap<string>(maxEntries, now);
  return {
    get: (key) => Promise.resolve(values.get(key)?.value ?? null),
    compareAndSet: (key, expected, value, ttlMs) => {
      const holds = (values.get(key)?.value ?? null) === expected;
      if (holds) values.set(key, value, now() + ttlMs);
      return Promise.resolve(holds);
    },
    increment: (key, ttlMs) => {
      const counter = values.get(key);
      const count = Number(counter?.value ?? 0) + 1;
      values.set(key, String(count), counter?.endsAt ?? now() + ttlMs);
      return Promise.resolve(count);
    },
  };
}
