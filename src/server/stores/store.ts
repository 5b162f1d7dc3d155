/**
 * What the backend keeps between requests, and shares between processes that use the same store. Keys are hashes; values
 * are encrypted with the backend's secret. Each method is one command or one short script in Redis or Valkey.
 */
export interface Store {
  /** The value of a key, of a counter in decimal digits; null when there is none or it has expired. */
  get(key: string): Promise<string | null>;
  /**
   * Writes `value` for `ttlMs` milliseconds if the key still holds `expected` (null: nothing), atomically.
   * Returns whether it was written.
   */
  compareAndSet(key: string, expected: string | null, value: string, ttlMs: number): Promise<boolean>;
  /** Adds one to a counter that expires `ttlMs` milliseconds after its first increment, and returns its new value. */
  increment(key: string, ttlMs: number): Promise<number>;
}
