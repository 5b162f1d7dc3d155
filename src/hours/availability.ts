import { DAY_MS, istDayAt, istInstant, type CivilDay } from './civil-date.js';
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

/** Why no call can start. `weekend` is any day outside the working days; `server` means that the backend refused. */
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** Whether a call can start, and when that changes. Times are ISO 8601 in UTC. */
export interface Availability {
  readonly open: boolean;
  /** Null while open, and when the time is not known. */
  readonly reason: ClosedReason | null;
  /** The next opening; null while open, and if there is none within 400 days. */
  readonly opensAt: string | null;
  /** The end of the working hours, even if the last entry is earlier; null while closed, and if it is more than 400 days away. */
  readonly closesAt: string | null;
}

/** How many days ahead to search for an opening or a closing. */
const HORIZON_DAYS = 400;

/** The last instant that a Date can represent, in epoch milliseconds. */
const MAX_INSTANT_MS = 8.64e15;

/**
 * Tells whether a call can start at an instant, according to a schedule. Never throws: for an invalid instant the result
 * is closed, and everything else null.
 *
 * @example
 * const { open, opensAt } = availabilityAt(Date.now(), { workingDays: 'mon-sat', holidays: '2026-11-24' });
 *
 * @param instant epoch milliseconds, or a Date
 * @param schedule settings, or a schedule already parsed; an invalid setting falls back to its default
 * @returns the availability, and `nextChange`: when `open` changes next (while open: the last entry); null if it does
 *   not change within 400 days
 */
export function availabilityAt(
  instant: number | Date,
  schedule?: Schedule | ScheduleSettings | null,
): Availability & { readonly nextChange: string | null } {
  const now = toNumber(instant);
  if (!(Math.abs(now) <= MAX_INSTANT_MS))
    return { open: false, reason: null, opensAt: null, closesAt: null, nextChange: null };
  const parsed = isParsed(schedule) ? schedule : parseSchedule(schedule).schedule;
  const { opens, closes, holidays, lastEntry } = parsed;
  const isOpenOn = (day: CivilDay) => isWorkingDay(day, parsed) && !holidays.has(day);

  const closed = (reason: ClosedReason, searchFrom: CivilDay) => {
    const opensAt = toIso(istInstant(firstDay(searchFrom, isOpenOn), opens));
    return { open: false, reason, opensAt, closesAt: null, nextChange: opensAt };
  };

  const today = istDayAt(now);
  if (!isOpenOn(today)) return closed(isWorkingDay(today, parsed) ? 'holiday' : 'weekend', today + 1);
  if (now < istInstant(today, opens)) return closed('before-hours', today);
  if (now >= istInstant(today, closes)) return closed('after-hours', today + 1);

  // Consecutive days that are open around the clock form one period without a closing in between.
  const roundTheClock = closes - opens === DAY_MS;
  const dayAfter = roundTheClock ? firstDay(today + 1, (day) => !isOpenOn(day)) : today + 1;
  const end = istInstant(dayAfter - 1, closes);
  if (now >= end - lastEntry) return closed('last-entry', dayAfter);
  return {
    open: true,
    reason: null,
    opensAt: null,
    closesAt: toIso(end),
    nextChange: toIso(end - lastEntry),
  };
}

/** NaN for what cannot be converted, such as a symbol. */
function toNumber(instant: unknown): number {
  try {
    return Number(instant);
  } catch {
    return NaN;
  }
}

/** False also for a proxy that throws, which `parseSchedule` can handle. */
function isParsed(schedule: Schedule | ScheduleSettings | null | undefined): schedule is Schedule {
  try {
    return schedule instanceof Object && 'opens' in schedule;
  } catch {
    return false;
  }
}

/** The first matching day within the horizon, else NaN. */
function firstDay(from: CivilDay, matches: (day: CivilDay) => boolean): CivilDay {
  for (let day = from; day < from + HORIZON_DAYS; day++) if (matches(day)) return day;
  return NaN;
}

/** Null for an instant that a Date cannot represent. */
function toIso(instant: number): string | null {
  return Math.abs(instant) <= MAX_INSTANT_MS ? new Date(instant).toISOString() : null;
}
