/**
 * A clock for durations that runs with `now` but never goes back: after the clock of the machine was set back, waits and
 * lifetimes continue as if nothing had happened.
 */
export function createSteadyClock(now: () => number): () => number {
  let last = -Infinity;
  let offset = 0;
  return () => {
    const instant = now();
    if (instant < last) offset += last - instant;
    last = instant;
    return instant + offset;
  };
}
