import type { ScheduleSettings } from '../src/hours/schedule.js';

/** The holidays in all of India with a fixed date: Republic Day, Independence Day, Gandhi Jayanti, Christmas. */
const FIXED_HOLIDAYS = ['01-26', '08-15', '10-02', '12-25'];
const YEARS_AHEAD = 10;

/** The working days of a bank, as a partner would configure them for EnKash. `now` in milliseconds since 1970. */
export function bankCalendar(now: number): ScheduleSettings {
  const thisYear = new Date(now).getUTCFullYear();
  const years = Array.from({ length: YEARS_AHEAD + 2 }, (_, n) => thisYear - 1 + n);
  return {
    workingDays: 'mon-fri sat1 sat3 sat5',
    holidays: years.flatMap((year) => FIXED_HOLIDAYS.map((date) => `${year}-${date}`)),
  };
}
