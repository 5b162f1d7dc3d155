/** A value and the instant at which it expires, in epoch milliseconds. */
export interface ExpiringEntry<T> {
  readonly value: T;
  readonly expiresAt: number;
}

/** A map whose entries expire one by one. */
export interface ExpiringMap<T> {
  /** The entry of a key; undefined when there is none or it has expired. */
  get(key: string): ExpiringEntry<T> | undefined;
  /** `expiresAt` is in epoch milliseconds. */
  set(key: string, value: T, expiresAt: number): void;
}

/** Creates a map of at most `maxEntries`, without timers. Expired entries are dropped first, then the one written first. */
export function createExpiringMap<T>(maxEntries: number, now: () => number): ExpiringMap<T> {
  const entries = new Map<string, ExpiringEntry<T>>();
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (!entry || now() < entry.expiresAt) return entry;
      entries.delete(key);
      return undefined;
    },
    set: (key, value, expiresAt) => {
      entries.delete(key);
      entries.set(key, { value, expiresAt });
      for (const [oldest, entry] of entries) {
        if (now() < entry.expiresAt && entries.size <= maxEntries) break;
        entries.delete(oldest);
      }
    },
  };
}
