import { abortable } from '../concurrency/abort.js';
import type { Store } from './store.js';

const STORE_TIMEOUT_MS = 500;

/** Failures in a row after which the store is not used for a while, so that customers need not wait for its timeout. */
const FAILURES_TO_SUSPEND = 2;
const SUSPENDED_MS = 5_000;

/** A store that never fails. */
export interface FallbackStore extends Store {
  /** False from a failure of the primary store until its next success. */
  readonly healthy: boolean;
}

/** Settings of `fallbackStore()`. */
export interface FallbackStoreOptions {
  /** The store that may fail. */
  readonly primary: Store;
  /** Takes over the commands that the primary store fails. */
  readonly fallback: Store;
  readonly now: () => number;
  /** Called at each failure of the primary store. */
  readonly onFailure: () => void;
}

/**
 * A store that sends a command to `fallback` when `primary` fails or takes over half a second, and all commands for 5 s
 * after two failures in a row. Customers can still start their call; rate limits and shared links then hold only within
 * each process.
 */
export function fallbackStore({ primary, fallback, now, onFailure }: FallbackStoreOptions): FallbackStore {
  let failures = 0;
  let suspendedUntil = -Infinity;

  const run = async <T>(command: (store: Store) => Promise<T>): Promise<T> => {
    if (now() < suspendedUntil) return command(fallback);
    try {
      const result = await abortable(AbortSignal.timeout(STORE_TIMEOUT_MS), command(primary));
      failures = 0;
      return result;
    } catch {
      failures += 1;
      if (failures >= FAILURES_TO_SUSPEND) suspendedUntil = now() + SUSPENDED_MS;
      onFailure();
      return command(fallback);
    }
  };
  return {
    get: (key) => run((store) => store.get(key)),
    compareAndSet: (key, expected, value, ttlMs) =>
      run((store) => store.compareAndSet(key, expected, value, ttlMs)),
    increment: (key, ttlMs) => run((store) => store.increment(key, ttlMs)),
    get healthy() {
      return failures === 0;
    },
  };
}
