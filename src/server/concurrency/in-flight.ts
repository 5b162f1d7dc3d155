/** Counts the work under way, so that a process can end when there is none. */
export interface InFlight {
  /** Runs `work` and counts it until it settles. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** How much is under way. */
  readonly size: number;
  /** Resolves as soon as nothing is under way. */
  idle(): Promise<void>;
}

/** An idle workload. */
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
    idle: () => (size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
