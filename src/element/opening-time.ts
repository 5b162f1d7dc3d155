import { weekdayOf } from '../hours/civil-date.js';
import { istDayAt, istInstant } from '../hours/ist.js';
import type { OpeningTime } from '../locales/words.js';

const MINUTE = 60_000;

/** The next opening as words need it; null when none is known. Both instants in epoch milliseconds. */
export function openingTime(opensAt: string | null, now: number): OpeningTime | null {
  if (opensAt === null) return null;
  const instant = Date.parse(opensAt);
  const day = istDayAt(instant);
  const minutes = Math.floor((instant - istInstant(day, 0)) / MINUTE);
  return {
    today: day === istDayAt(now),
    weekday: weekdayOf(day),
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  };
}
