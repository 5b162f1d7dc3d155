import { DAY, weekdayOf } from '../../src/hours/civil-date.js';
import { istDayAt, istInstant } from '../../src/hours/ist.js';

/** A moment worth a look; `at` in milliseconds since 1970, null for the real time. */
export interface Preset {
  readonly label: string;
  readonly at: number | null;
}

/** The moments the panel offers: around the hours of this or the coming Monday, and on this or the coming Sunday. */
export function presetsAt(now: number): readonly Preset[] {
  const today = istDayAt(now);
  const daysTo = (weekday: number) => (weekday - weekdayOf(today) + 7) % 7;
  const monday = today + daysTo(1);
  const at = (day: number, [hours, minutes, seconds]: readonly [number, number, number]) =>
    istInstant(day, (hours * 3600 + minutes * 60 + seconds) * 1000);
  return [
    { label: 'Real time', at: null },
    { label: 'Monday 11:00', at: at(monday, [11, 0, 0]) },
    { label: '10 s before opening', at: at(monday, [9, 59, 50]) },
    { label: '10 s before closing', at: at(monday, [17, 59, 50]) },
    { label: 'After hours', at: at(monday, [20, 0, 0]) },
    { label: 'Sunday noon', at: at(today + daysTo(0), [12, 0, 0]) },
  ];
}

/** What a date-time field holds for an instant, read as IST: `2026-11-23T11:00:00`. */
export function toIstField(instant: number): string {
  const day = istDayAt(instant);
  return new Date(day * DAY + (instant - istInstant(day, 0))).toISOString().slice(0, 19);
}

/** The instant a date-time field names when read as IST; NaN when it names none. */
export function fromIstField(value: string): number {
  return Date.parse(`${value}+05:30`);
}
