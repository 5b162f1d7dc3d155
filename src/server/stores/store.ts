/**
 * What the backend remembers between requests, and between processes when they share one store. Keys are hashes; values
 * are sealed with the backend's secret. Each method is one command or one short script in Redis or Valkey.
 */
export interface Store {
  /** The value under a key; null when there is none or its time is up. */
  get(key: string): Promise<string | null>;
  /**
   * Writes `value` for `ttlMs` milliseconds if the key still holds `expected` (null: nothing), in one step.
   * Says whether it did.
   */
  compareAndSet(key: string, expected: string | null, value: string, ttlMs: number): Promise<boolean>;
  /** Adds one to a counter that dies `ttlMs` milliseconds after its first increment, and gives its new value. */
  increment(key: string, ttlMs: number): Promise<number>;
}
