/** Runs `work` unless a run under the same key is still under way, whose outcome it then shares. Nothing is kept after. */
export type SingleFlight<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/** A fresh set of flights, in this process. */
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
