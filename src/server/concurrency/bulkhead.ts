/** A limit of what runs at the same time. What is above it waits in a queue, first in, first out. */
export interface Bulkhead {
  /** Runs `work` when it is its turn, with the milliseconds that it has waited. Rejects with `overloaded()` when it waits too long. */
  run<T>(work: (waitedMs: number) => Promise<T>): Promise<T>;
}

/** Settings of `createBulkhead()`. */
export interface BulkheadOptions {
  readonly maxConcurrency: number;
  /** Above it, work is rejected at once. */
  readonly maxQueued: number;
  /** Longest time in the queue. */
  readonly maxWaitMs: number;
  /** The error of work that is not run. */
  readonly overloaded: () => Error;
}

/** Creates a limit. Work that need not wait is started at once. */
export function createBulkhead(options: BulkheadOptions): Bulkhead {
  const { maxConcurrency, maxQueued, maxWaitMs, overloaded } = options;
  /** The starts of those that wait, in order. A start that was given up is removed. */
  const queue = new Set<() => void>();
  let running = 0;

  function turn(): Promise<void> {
    if (running < maxConcurrency) {
      running += 1;
      return Promise.resolve();
    }
    if (queue.size >= maxQueued) return Promise.reject(overloaded());
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(timer);
        queue.delete(start);
        resolve();
      };
      const timer = setTimeout(() => {
        queue.delete(start);
        reject(overloaded());
      }, maxWaitMs);
      queue.add(start);
    });
  }

  /** Passes the turn on; the number of those that run stays the same. */
  function end(): void {
    const [next] = queue;
    if (next) next();
    else running -= 1;
  }

  return {
    run: async (work) => {
      const queuedAt = performance.now();
      await turn();
      try {
        return await work(performance.now() - queuedAt);
      } finally {
        end();
      }
    },
  };
}
