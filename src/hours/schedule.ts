import { DAY_MS, parseCivilDate, type CivilDay } from './civil-date.js';
import { parseWorkingDays, type WorkingDays } from './working-days.js';

/** When VKYC is available, in the form of attributes, backend options and `session.schedule`; everything in IST. */
export interface ScheduleSettings {
  /** `HH:MM-HH:MM`, half-open: the first moment is open, the last one closed. Default: `10:00-18:00`. */
  readonly workingHours?: string | undefined;
  /** Day names, ranges and Saturdays of the month. Default: `mon-fri`. */
  readonly workingDays?: string | undefined;
  /** `YYYY-MM-DD` dates; in a string they are separated by spaces or commas. Default: none. */
  readonly holidays?: string | readonly string[] | undefined;
  /** Whole minutes before closing after which no new call starts. Default: 0. */
  readonly lastEntry?: number | string | undefined;
}

/** Parsed settings. Times are in milliseconds; `opens` and `closes` count from midnight IST. */
export interface Schedule extends WorkingDays {
  readonly opens: number;
  readonly closes: number;
  readonly holidays: ReadonlySet<CivilDay>;
  readonly lastEntry: number;
}

/** A setting, or one date of `holidays`, that could not be parsed. */
export interface SettingFault {
  readonly setting: keyof ScheduleSettings;
  /** The given value, at most 80 characters; its type if it is neither a string nor a number. */
  readonly value: string;
  /** The expected format. */
  readonly expected: string;
}

const MINUTE_MS = 60_000;
/** EnKash's hours, in place of settings that are missing or invalid: as settings, and parsed. */
export const DEFAULT_HOURS_AND_DAYS = { workingHours: '10:00-18:00', workingDays: 'mon-fri' } as const;
const DEFAULT_HOURS = { opens: 10 * 60 * MINUTE_MS, closes: 18 * 60 * MINUTE_MS };
const DEFAULT_DAYS: WorkingDays = { weekdays: new Set([1, 2, 3, 4, 5]), saturdays: new Set() };

const EXPECTED: Readonly<Record<keyof ScheduleSettings, string>> = {
  workingHours: 'IST hours such as 10:00-18:00',
  workingDays: 'days such as mon-fri sat1 sat3',
  holidays: 'dates such as 2026-11-24',
  lastEntry: 'minutes, fewer than the working hours',
};

/**
 * Parses a schedule. An invalid setting adds a fault and falls back to its default. In `holidays` only the invalid dates
 * are ignored, so that one typo does not open the button on every holiday. Null means not set. Never throws.
 */
export function parseSchedule(settings?: ScheduleSettings | null): {
  schedule: Schedule;
  faults: readonly SettingFault[];
} {
  const faults: SettingFault[] = [];

  function addFault(setting: keyof ScheduleSettings, value: string): void {
    faults.push({ setting, value: value.slice(0, 80), expected: EXPECTED[setting] });
  }

  /** The values of a setting: any of them may be an object that throws when it is read. */
  function valuesOf(setting: keyof ScheduleSettings): readonly unknown[] {
    try {
      const value: unknown = settings?.[setting];
      return setting === 'holidays' ? splitDates(value) : [value];
    } catch {
      addFault(setting, 'object');
      return [];
    }
  }

  function read<T>(setting: keyof ScheduleSettings, parse: (text: string) => T | null): readonly T[] {
    return valuesOf(setting).flatMap((value) => {
      if (value === undefined || value === null) return [];
      const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
      const parsed = text === null ? null : parse(text);
      if (parsed !== null) return [parsed];
      addFault(setting, text ?? typeof value);
      return [];
    });
  }

  const [hours = DEFAULT_HOURS] = read('workingHours', parseHours);
  const [days = DEFAULT_DAYS] = read('workingDays', parseWorkingDays);
  const length = hours.closes - hours.opens;
  const [lastEntry = 0] = read('lastEntry', (text) => parseLastEntry(text, length));
  const holidays = new Set(read('holidays', parseCivilDate));
  return { schedule: { ...hours, ...days, holidays, lastEntry }, faults };
}

function parseHours(text: string): { opens: number; closes: number } | null {
  const times = /^(\d\d?):([0-5]\d)\s*-\s*(\d\d?):([0-5]\d)$/.exec(text)?.map(Number) ?? [];
  const [, openHour = NaN, openMinute = NaN, closeHour = NaN, closeMinute = NaN] = times;
  const opens = (openHour * 60 + openMinute) * MINUTE_MS;
  const closes = (closeHour * 60 + closeMinute) * MINUTE_MS;
  return opens < closes && closes <= DAY_MS ? { opens, closes } : null;
}

/** `limit` is the length of the working hours in milliseconds. */
function parseLastEntry(text: string, limit: number): number | null {
  const lastEntry = /^\d{1,4}$/.test(text) ? Number(text) * MINUTE_MS : NaN;
  return lastEntry < limit ? lastEntry : null;
}

function splitDates(holidays: unknown): readonly unknown[] {
  if (typeof holidays === 'string') return holidays.split(/[\s,]+/).filter(Boolean);
  return Array.isArray(holidays) ? Array.from<unknown>(holidays) : [holidays];
}
