/** Runs `work`, or shares the outcome of a run under the same key that has not settled. Nothing is kept afterwards. */
export type SingleFlight<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/** Creates a set of keys of its own, in this process. */
export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Promise<T>>();
  return (key, work) => {
    const inFlight = flights.get(key);
    if (inFlight) return inFlight;
    const flight = work();
    const land = () => flights.delete(key);
    flights.set(key, flight);
    flight.then(land, land);
    return flight;
  };
}
