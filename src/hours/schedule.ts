import { parseCivilDate, type CivilDay } from './civil-date.js';
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
  workingDays: 'days such as mon-fri, mon-sat or mon-fri sat1 sat3 sat5',
  holidays: 'dates such as 2026-11-24, separated by spaces or commas',
  lastEntry: 'whole minutes, fewer than the working hours have',
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
    parse: (text: string) => T | null,
    value: unknown = settings?.[setting],
  ): T | null {
    if (value === undefined || value === null) return null;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
    const parsed = text === null ? null : parse(text);
    if (parsed === null) {
      faults.push({ setting, value: (text ?? typeof value).slice(0, 80), expected: EXPECTED[setting] });
    }
    return parsed;
  }

  const hours = read('workingHours', parseHours) ?? DEFAULT_HOURS;
  const days = read('workingDays', parseWorkingDays) ?? DEFAULT_DAYS;
  const lastEntry = read('lastEntry', (text) => parseLastEntry(text, hours.closes - hours.opens)) ?? 0;
  const dates = datesOf(settings?.holidays).map((date) => read('holidays', parseCivilDate, date));
  const holidays = new Set(dates.filter((day) => day !== null));
  return { schedule: { ...hours, ...days, holidays, lastEntry }, faults };
}

function parseHours(text: string): { opens: number; closes: number } | null {
  const [opens, closes, ...rest] = text.split('-').map(parseTime);
  return opens != null && closes != null && opens < closes && rest.length === 0 ? { opens, closes } : null;
}

/** Ms since midnight of `HH:MM`, up to `24:00`. */
function parseTime(text: string): number | null {
  const time = text.trim();
  if (!/^\d{1,2}:[0-5]\d$/.test(time)) return null;
  const [hours, minutes] = time.split(':').map(Number);
  const ms = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return ms <= 24 * 60 * MINUTE ? ms : null;
}

function parseLastEntry(text: string, open: number): number | null {
  const ms = /^\d{1,4}$/.test(text) ? Number(text) * MINUTE : NaN;
  return ms < open ? ms : null;
}

function datesOf(holidays: unknown): readonly unknown[] {
  if (typeof holidays === 'string') return holidays.split(/[\s,]+/).filter(Boolean);
  if (Array.isArray(holidays)) return holidays;
  return holidays == null ? [] : [holidays];
}
