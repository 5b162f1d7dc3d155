/** Values that end at an instant of their own, in epoch milliseconds. */
export interface ExpiringMap<T> {
  get(key: string): { readonly value: T; readonly endsAt: number } | undefined;
  set(key: string, value: T, endsAt: number): void;
}

/** A map of at most `maxEntries`, without timers: ended entries go first, then the one written longest ago. */
export function createExpiringMap<T>(maxEntries: number, now: () => number): ExpiringMap<T> {
  const entries = new Map<string, { readonly value: T; readonly endsAt: number }>();
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (!entry || now() < entry.endsAt) return entry;
      entries.delete(key);
      return undefined;
    },
    set: (key, value, endsAt) => {
      entries.delete(key);
      entries.set(key, { value, endsAt });
      for (const [oldest, entry] of entries) {
        if (now() < entry.endsAt && entries.size <= maxEntries) break;
        entries.delete(oldest);
      }
    },
  };
}
