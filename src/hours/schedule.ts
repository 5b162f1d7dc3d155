import { DAY, parseCivilDate, type CivilDay } from './civil-date.js';
import { parseWorkingDays, type WorkingDays } from './working-days.js';

/** When VKYC is on, as attributes, backend options and `session.schedule` write it; all of it in IST. */
export interface ScheduleSettings {
  /** `HH:MM-HH:MM`: the first moment is open, the last one closed. `10:00-18:00` if left out. */
  readonly workingHours?: string | undefined;
  /** Day names, ranges and Saturdays of the month. `mon-fri` if left out. */
  readonly workingDays?: string | undefined;
  /** `YYYY-MM-DD` dates; in one text they are separated by spaces or commas. None if left out. */
  readonly holidays?: string | readonly string[] | undefined;
  /** Whole minutes before closing after which no new call starts. 0 if left out. */
  readonly lastEntry?: number | string | undefined;
}

/** Settings that have been read. Times are in ms, `opens` and `closes` counted from midnight IST. */
export interface Schedule extends WorkingDays {
  readonly opens: number;
  readonly closes: number;
  readonly holidays: ReadonlySet<CivilDay>;
  readonly lastEntry: number;
}

/** A setting, or one date of `holidays`, that could not be read. */
export interface SettingFault {
  readonly setting: keyof ScheduleSettings;
  /** What was given, cut at 80 characters; for what is neither text nor number, its type. */
  readonly value: string;
  /** The form it should have. */
  readonly expected: string;
}

const MINUTE = 60_000;
const DEFAULT_HOURS = { opens: 10 * 60 * MINUTE, closes: 18 * 60 * MINUTE };
const DEFAULT_DAYS: WorkingDays = { weekdays: new Set([1, 2, 3, 4, 5]), saturdays: new Set() };

const EXPECTED: Readonly<Record<keyof ScheduleSettings, string>> = {
  workingHours: 'HH:MM-HH:MM in IST, such as 10:00-18:00',
  workingDays: 'days such as mon-fri sat1 sat3',
  holidays: 'dates such as 2026-11-24 2026-12-25',
  lastEntry: 'whole minutes, fewer than the working hours',
};

/**
 * Reads a schedule. A wrong setting gives a fault and its default. Of `holidays` only the wrong dates are passed over:
 * one slip must not open the button on all the others. Null counts as left out. Never throws.
 */
export function parseSchedule(settings?: ScheduleSettings | null): {
  schedule: Schedule;
  faults: readonly SettingFault[];
} {
  const faults: SettingFault[] = [];

  function read<T>(
    setting: keyof ScheduleSettings,
    value: unknown,
    parse: (text: string) => T | null,
  ): T | null {
    if (value === undefined || value === null) return null;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
    const parsed = text === null ? null : parse(text);
    if (parsed === null)
      faults.push({ setting, value: (text ?? typeof value).slice(0, 80), expected: EXPECTED[setting] });
    return parsed;
  }

  const hours = read('workingHours', settings?.workingHours, parseHours) ?? DEFAULT_HOURS;
  const days = read('workingDays', settings?.workingDays, parseWorkingDays) ?? DEFAULT_DAYS;
  const longest = hours.closes - hours.opens;
  const lastEntry = read('lastEntry', settings?.lastEntry, (text) => parseLastEntry(text, longest)) ?? 0;
  const dates = datesOf(settings?.holidays).map((date) => read('holidays', date, parseCivilDate));
  const holidays = new Set(dates.filter((day) => day !== null));
  return { schedule: { ...hours, ...days, holidays, lastEntry }, faults };
}

function parseHours(text: string): { opens: number; closes: number } | null {
  const times = /^(\d\d?):([0-5]\d)\s*-\s*(\d\d?):([0-5]\d)$/.exec(text)?.map(Number) ?? [];
  const [, openHour = NaN, openMinute = NaN, closeHour = NaN, closeMinute = NaN] = times;
  const opens = (openHour * 60 + openMinute) * MINUTE;
  const closes = (closeHour * 60 + closeMinute) * MINUTE;
  return opens < closes && closes <= DAY ? { opens, closes } : null;
}

function parseLastEntry(text: string, open: number): number | null {
  const ms = /^\d{1,4}$/.test(text) ? Number(text) * MINUTE : NaN;
  return ms < open ? ms : null;
}

function datesOf(holidays: unknown): readonly unknown[] {
  if (typeof holidays === 'string') return holidays.split(/[\s,]+/).filter(Boolean);
  return Array.isArray(holidays) ? holidays : [holidays];
}
