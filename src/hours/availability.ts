import { DAY, type CivilDay } from './civil-date.js';
import { istDayAt, istInstant } from './ist.js';
import { parseSchedule, type Schedule, type ScheduleSettings } from './schedule.js';
import { isWorkingDay } from './working-days.js';

/** Every reason why no call can start. */
export const CLOSED_REASONS = [
  'before-hours',
  'after-hours',
  'weekend',
  'holiday',
  'last-entry',
  'server',
] as const;

/** Why no call can start. `weekend` is any day outside the working days; `server` is the backend's refusal. */
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** Whether a call can start, and when that ends or begins. Times are ISO 8601 in UTC. */
export interface Availability {
  readonly open: boolean;
  /** Null while open, and when the time is not known. */
  readonly reason: ClosedReason | null;
  /** The next opening; null while open, and if there is none within 400 days. */
  readonly opensAt: string | null;
  /** The end of the working hours, also where the last entry is earlier; null while closed, and if it is over 400 days off. */
  readonly closesAt: string | null;
}

/** How far ahead an opening or a closing is looked for. */
const HORIZON_DAYS = 400;

/** The last instant a Date can hold. */
const END_OF_TIME = 8.64e15;

/**
 * Whether a call can start at an instant (ms since the epoch, or a Date), by a schedule. Never throws: with no valid
 * instant it is closed and all else is null.
 *
 * @param schedule settings or a schedule already read; a wrong setting counts as its default
 * @returns the availability, and `nextChange`: when `open` next changes (while open, the last entry), null if within
 *   400 days it does not
 */
export function availabilityAt(
  instant: number | Date,
  schedule?: Schedule | ScheduleSettings | null,
): Availability & { readonly nextChange: string | null } {
  const now = Number(instant);
  if (!(Math.abs(now) <= END_OF_TIME))
    return { open: false, reason: null, opensAt: null, closesAt: null, nextChange: null };
  const isRead = schedule instanceof Object && 'opens' in schedule;
  const read = isRead ? schedule : parseSchedule(schedule).schedule;
  const { opens, closes, holidays, lastEntry } = read;
  const works = (day: CivilDay) => isWorkingDay(day, read) && !holidays.has(day);

  const closed = (reason: ClosedReason, searchFrom: CivilDay) => {
    const opensAt = iso(istInstant(firstDay(searchFrom, works), opens));
    return { open: false, reason, opensAt, closesAt: null, nextChange: opensAt };
  };

  const today = istDayAt(now);
  if (!works(today)) return closed(isWorkingDay(today, read) ? 'holiday' : 'weekend', today + 1);
  if (now < istInstant(today, opens)) return closed('before-hours', today);
  if (now >= istInstant(today, closes)) return closed('after-hours', today + 1);

  // Days open round the clock have no closing between them.
  const roundTheClock = closes - opens === DAY;
  const dayAfter = roundTheClock ? firstDay(today + 1, (day) => !works(day)) : today + 1;
  const end = istInstant(dayAfter - 1, closes);
  if (now >= end - lastEntry) return closed('last-entry', dayAfter);
  return { open: true, reason: null, opensAt: null, closesAt: iso(end), nextChange: iso(end - lastEntry) };
}

/** NaN if none fits. */
function firstDay(from: CivilDay, fits: (day: CivilDay) => boolean): CivilDay {
  for (let day = from; day < from + HORIZON_DAYS; day++) if (fits(day)) return day;
  return NaN;
}

/** Null for what no Date can hold. */
function iso(instant: number): string | null {
  return Math.abs(instant) <= END_OF_TIME ? new Date(instant).toISOString() : null;
}
