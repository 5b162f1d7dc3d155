import type { Store } from './store.js';

/** Slices of running time that make half a second: a process that gets no CPU must not blame its store. */
const SLICES = 5;
const SLICE_MS = 100;

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
  /** Whether a value must not outlive the call that writes it, such as a lease; none by default. */
  readonly isTemporary?: (value: string) => boolean;
  /** Called at each failure of the primary store. */
  readonly onFailure: () => void;
}

/**
 * A store that sends a command to `fallback` when `primary` fails or takes over half a second, and all commands for 5 s
 * after two failures in a row. Customers can still start their call; rate limits and shared links then hold only within
 * each process.
 */
export function fallbackStore(options: FallbackStoreOptions): FallbackStore {
  const { primary, fallback, now, isTemporary = () => false, onFailure } = options;
  let failures = 0;
  let suspendedUntil = -Infinity;

  const run = async <T>(command: (store: Store) => Promise<T>): Promise<T> => {
    if (now() < suspendedUntil) return command(fallback);
    try {
      const result = await inTime(command(primary));
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
    compareAndSet: (key, expected, value, ttlMs) => {
      let isGivenUp = false;
      return run((store) => {
        if (store !== primary) {
          isGivenUp = true;
          return store.compareAndSet(key, expected, value, ttlMs);
        }
        const writing = store.compareAndSet(key, expected, value, ttlMs);
        // Nobody would hold a lease that a slow store grants after it was given up.
        if (isTemporary(value))
          writing
            .then((isWritten) => isGivenUp && isWritten && store.compareAndSet(key, value, value, 1))
            .catch(() => undefined);
        return writing;
      });
    },
    increment: (key, ttlMs) => run((store) => store.increment(key, ttlMs)),
    get healthy() {
      return failures === 0;
    },
  };
}

/** Rejects when the store has not answered within the time limit, counted while this process gets to run. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let slices = 0;
    const wait = () => {
      slices += 1;
      if (slices > SLICES) reject(new Error('The store did not answer in time.'));
      else timer = setTimeout(wait, SLICE_MS);
    };
    let timer: ReturnType<typeof setTimeout>;
    wait();
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
