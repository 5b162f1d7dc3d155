import type { Store } from './store.js';
import { untilAborted } from './wait.js';

const STORE_TIMEOUT_MS = 1_000;

/**
 * A store that carries on when `store` fails or takes over a second: that one command goes to `spare` instead. Customers
 * can still start their call, at the price of limits and shared links that hold in each process alone.
 */
export function resilientStore(store: Store, spare: Store, onFailure: () => void): Store {
  const attempt = async <T>(command: (target: Store) => Promise<T>): Promise<T> => {
    try {
      return await untilAborted(AbortSignal.timeout(STORE_TIMEOUT_MS), command(store));
    } catch {
      onFailure();
      return command(spare);
    }
  };
  return {
    get: (key) => attempt((target) => target.get(key)),
    swap: (key, expected, value, ttlMs) => attempt((target) => target.swap(key, expected, value, ttlMs)),
    increment: (key, ttlMs) => attempt((target) => target.increment(key, ttlMs)),
  };
}
