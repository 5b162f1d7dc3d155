import { availabilityAt, type Availability } from '../hours/availability.js';
import type { Schedule } from '../hours/schedule.js';

const SECOND_MS = 1_000;

/**
 * Creates a function that returns whether EnKash takes calls now. The result is cached for one second of the clock, since
 * hours begin and end on whole minutes.
 */
export function createCachedAvailability(schedule: Schedule, now: () => number): () => Availability {
  let cachedSecond = NaN;
  let cached: Availability | null = null;
  return () => {
    const instant = now();
    const second = Math.floor(instant / SECOND_MS);
    if (cached && second === cachedSecond) return cached;
    const { open, reason, opensAt, closesAt } = availabilityAt(instant, schedule);
    cachedSecond = second;
    return (cached = { open, reason, opensAt, closesAt });
  };
}
