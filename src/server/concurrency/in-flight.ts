/** Counts requests in flight, so that a process can drain them before it exits. */
export interface InFlight {
  /** Runs `work` and counts it until it settles. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Number of runs that have not settled. */
  readonly size: number;
  /** Resolves as soon as nothing is in flight. */
  drained(): Promise<void>;
}

/** Creates a counter that starts at zero. */
export function createInFlight(): InFlight {
  let size = 0;
  let waiting: (() => void)[] = [];
  const settle = () => {
    size -= 1;
    if (size > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    async run(work) {
      size += 1;
      try {
        return await work();
      } finally {
        settle();
      }
    },
    get size() {
      return size;
    },
    drained: () => (size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
