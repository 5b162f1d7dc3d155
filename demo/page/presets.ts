import {
  DAY_MS,
  istDayAt,
  istInstant,
  ordinalInMonth,
  weekdayOf,
  type CivilDay,
} from '../../src/hours/civil-date.js';
import { parseSchedule } from '../../src/hours/schedule.js';
import { isWorkingDay } from '../../src/hours/working-days.js';
import { bankCalendar } from '../bank-calendar.js';

/** A time that the clock panel offers; `at` in milliseconds since 1970, null for the real time. */
export interface Preset {
  readonly label: string;
  readonly at: number | null;
}

const SATURDAY = 6;

/** The presets of the clock panel: around the opening hours of a Monday, and one on each kind of day, the next from today. */
export function presetsAt(now: number): readonly Preset[] {
  const { schedule } = parseSchedule(bankCalendar(now));
  const isWorking = (day: CivilDay) => isWorkingDay(day, schedule);
  const isHoliday = (day: CivilDay) => schedule.holidays.has(day);
  const next = (matches: (day: CivilDay) => boolean) => {
    let day = istDayAt(now);
    while (!matches(day)) day++;
    return day;
  };
  const saturday = (ordinal: number) =>
    next((day) => weekdayOf(day) === SATURDAY && ordinalInMonth(day) === ordinal && !isHoliday(day));
  const monday = next((day) => weekdayOf(day) === 1 && !isHoliday(day));
  const sunday = next((day) => weekdayOf(day) === 0);
  const bridge = next(
    (day) => isHoliday(day) && isWorking(day) && !(isWorking(day - 1) && isWorking(day + 1)),
  );

  const at = (day: CivilDay, hours: number, minutes = 0, seconds = 0) =>
    istInstant(day, (hours * 3600 + minutes * 60 + seconds) * 1000);
  return [
    { label: 'Real time', at: null },
    { label: 'Monday 11:00', at: at(monday, 11) },
    { label: '10 s before opening', at: at(monday, 9, 59, 50) },
    { label: '10 s before closing', at: at(monday, 17, 59, 50) },
    { label: 'After hours', at: at(monday, 20) },
    { label: 'Sunday noon', at: at(sunday, 12) },
    { label: 'First Saturday', at: at(saturday(1), 11) },
    { label: 'Second Saturday', at: at(saturday(2), 11) },
    { label: 'Holiday bridge', at: at(bridge, 11) },
  ];
}

/** The value of a date-time field for an instant, in IST: `2026-11-23T11:00:00`. */
export function toIstField(instant: number): string {
  const day = istDayAt(instant);
  return new Date(day * DAY_MS + (instant - istInstant(day, 0))).toISOString().slice(0, 19);
}

/** The instant of a date-time field's value in IST; NaN when the value is invalid. */
export function fromIstField(value: string): number {
  return Date.parse(`${value}+05:30`);
}
