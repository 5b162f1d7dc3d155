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
  /** Replaces the value of an entry from `get`, which keeps its place and its time. Cheaper than `set`; not for growing values. */
  replace(key: string, entry: ExpiringEntry<T>, value: T): void;
  delete(key: string): void;
}

/** Settings of `createExpiringMap()`. */
export interface ExpiringMapOptions<T> {
  readonly maxEntries: number;
  /** Bytes of all entries together; no limit by default. */
  readonly maxBytes?: number;
  /** The bytes of one entry, about; needed with `maxBytes`. */
  readonly sizeOf?: (value: T, key: string) => number;
  readonly now: () => number;
}

/** Creates a bounded map without timers. Expired entries are dropped first, then the one written first. */
export function createExpiringMap<T>({
  maxEntries,
  maxBytes = Infinity,
  sizeOf = () => 0,
  now,
}: ExpiringMapOptions<T>): ExpiringMap<T> {
  const entries = new Map<string, ExpiringEntry<T> & { readonly size: number }>();
  let bytes = 0;

  function remove(key: string): void {
    bytes -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }

  return {
    get: (key) => {
      const entry = entries.get(key);
      if (!entry || now() < entry.expiresAt) return entry;
      remove(key);
      return undefined;
    },
    set: (key, value, expiresAt) => {
      remove(key);
      const size = sizeOf(value, key);
      entries.set(key, { value, expiresAt, size });
      bytes += size;
      for (const [oldest, entry] of entries) {
        if (now() < entry.expiresAt && entries.size <= maxEntries && bytes <= maxBytes) break;
        remove(oldest);
      }
    },
    replace: (key, { expiresAt }, value) => {
      const size = entries.get(key)?.size ?? 0;
      entries.set(key, { value, expiresAt, size });
    },
    delete: remove,
  };
}
