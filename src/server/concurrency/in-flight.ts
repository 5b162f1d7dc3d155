/** Counts requests in flight, so that a process can answer them before it exits. */
export interface InFlight {
  /**
   * Runs `work` and counts it until it has settled and `delivered` has resolved. Rejects with the error of `expire()`, if that
   * comes first.
   */
  run<T>(work: () => Promise<T>, delivered?: Promise<void>): Promise<T>;
  /** Number of runs that are counted. */
  readonly size: number;
  /** Resolves as soon as nothing is in flight. */
  drained(): Promise<void>;
  /** Ends every run that has not settled with an error. */
  expire(error: Error): void;
}

/** Creates a counter that starts at zero. */
export function createInFlight(): InFlight {
  const flights = new Set<(error: Error) => void>();
  let waiting: (() => void)[] = [];
  const land = (flight: (error: Error) => void) => {
    flights.delete(flight);
    if (flights.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    run<T>(work: () => Promise<T>, delivered?: Promise<void>) {
      let flight: (error: Error) => void = () => undefined;
      const outcome = new Promise<T>((resolve, reject) => {
        flight = reject;
        flights.add(flight);
        work().then(resolve, reject);
      });
      const end = () => (delivered ? delivered.then(() => land(flight)) : land(flight));
      outcome.then(end, end);
      return outcome;
    },
    get size() {
      return flights.size;
    },
    drained: () => (flights.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    expire: (error) => {
      for (const reject of flights) reject(error);
    },
  };
}
