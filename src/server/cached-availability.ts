import { availabilityAt, type Availability } from '../hours/availability.js';
import type { Schedule } from '../hours/schedule.js';

const SECOND_MS = 1_000;

/** Whether EnKash takes calls now. Hours begin and end on whole minutes, so one second has one answer. */
export function createOpeningHours(schedule: Schedule, now: () => number): () => Availability {
  let second = NaN;
  let known: Availability | null = null;
  return () => {
    const instant = now();
    const current = Math.floor(instant / SECOND_MS);
    if (known && current === second) return known;
    const { open, reason, opensAt, closesAt } = availabilityAt(instant, schedule);
    second = current;
    return (known = { open, reason, opensAt, closesAt });
  };
}
