import type { ScheduleSettings } from '../src/hours/schedule.js';

/** Closed in all of India on the same date every year: Republic Day, Independence Day, Gandhi Jayanti, Christmas. */
const EVERY_YEAR = ['01-26', '08-15', '10-02', '12-25'];
const YEARS_AHEAD = 10;

/** The days on which the demo's EnKash works, as a partner would set them: those of a bank. `now` in milliseconds since 1970. */
export function bankCalendar(now: number): ScheduleSettings {
  const thisYear = new Date(now).getUTCFullYear();
  const years = Array.from({ length: YEARS_AHEAD + 2 }, (_, n) => thisYear - 1 + n);
  return {
    workingDays: 'mon-fri sat1 sat3 sat5',
    holidays: years.flatMap((year) => EVERY_YEAR.map((date) => `${year}-${date}`)),
  };
}
