import type { Store } from './store.js';

/** Settings of `memoryStore()`. */
export interface MemoryStoreOptions {
  /** Entries kept at most, 100,000 by default; beyond it the one written longest ago goes. */
  readonly maxEntries?: number;
  /** The clock in epoch milliseconds; `Date.now` by default. */
  readonly now?: () => number;
}

interface Entry {
  readonly value: string;
  readonly endsAt: number;
}

/** A store in this process's memory, bounded and without timers: right for one process, and for tests. */
export function memoryStore({ maxEntries = 100_000, now = Date.now }: MemoryStoreOptions = {}): Store {
  const entries = new Map<string, Entry>();

  const read = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (!entry || now() < entry.endsAt) return entry;
    entries.delete(key);
    return undefined;
  };

  const write = (key: string, entry: Entry) => {
    entries.delete(key);
    entries.set(key, entry);
    for (const [oldest, { endsAt }] of entries) {
      if (now() < endsAt && entries.size <= maxEntries) break;
      entries.delete(oldest);
    }
  };

  return {
    get: (key) => Promise.resolve(read(key)?.value ?? null),
    swap: (key, expected, value, ttlMs) => {
      if ((read(key)?.value ?? null) !== expected) return Promise.resolve(false);
      write(key, { value, endsAt: now() + ttlMs });
      return Promise.resolve(true);
    },
    increment: (key, ttlMs) => {
      const counter = read(key);
      const count = Number(counter?.value ?? 0) + 1;
      write(key, { value: String(count), endsAt: counter?.endsAt ?? now() + ttlMs });
      return Promise.resolve(count);
    },
  };
}
