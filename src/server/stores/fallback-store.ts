import type { Store } from './store.js';
import { untilAborted } from '../concurrency/abort.js';

const STORE_TIMEOUT_MS = 500;

/** Failures in a row after which a store is left alone for a while, so that no customer waits for it. */
const FAILURES_TO_REST = 2;
const REST_MS = 5_000;

/** A store that never fails, and whether it is itself at the moment. */
export interface ResilientStore extends Store {
  /** False from a failure until the next success. */
  readonly sound: boolean;
}

/**
 * A store that carries on when `store` fails or takes over half a second: that one command goes to `spare` instead. After
 * two failures in a row all commands do, for 5 s. Customers can still start their call, at the price of limits and shared
 * links that hold in each process alone.
 */
export function fallbackStore(
  store: Store,
  spare: Store,
  now: () => number,
  onFailure: () => void,
): ResilientStore {
  let failures = 0;
  let restUntil = -Infinity;

  const attempt = async <T>(command: (target: Store) => Promise<T>): Promise<T> => {
    if (now() < restUntil) return command(spare);
    try {
      const result = await untilAborted(AbortSignal.timeout(STORE_TIMEOUT_MS), command(store));
      failures = 0;
      return result;
    } catch {
      failures += 1;
      if (failures >= FAILURES_TO_REST) restUntil = now() + REST_MS;
      onFailure();
      return command(spare);
    }
  };
  return {
    get: (key) => attempt((target) => target.get(key)),
    compareAndSet: (key, expected, value, ttlMs) =>
      attempt((target) => target.compareAndSet(key, expected, value, ttlMs)),
    increment: (key, ttlMs) => attempt((target) => target.increment(key, ttlMs)),
    get sound() {
      return failures === 0;
    },
  };
}
