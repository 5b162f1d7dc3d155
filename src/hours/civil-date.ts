/** A calendar day, counted from 1 January 1970 (day 0), independent of time zones. */
export type CivilDay = number;

export const DAY_MS = 86_400_000;

/** India Standard Time is UTC+05:30 everywhere in India, without daylight saving time since 1945: no zone data needed. */
const IST_OFFSET_MS = 330 * 60_000;

/** The calendar day in India at an instant (epoch milliseconds). */
export function istDayAt(instant: number): CivilDay {
  return Math.floor((instant + IST_OFFSET_MS) / DAY_MS);
}

/** The instant (epoch milliseconds) that lies `sinceMidnight` milliseconds after midnight of a day in India. */
export function istInstant(day: CivilDay, sinceMidnight: number): number {
  return day * DAY_MS + sinceMidnight - IST_OFFSET_MS;
}

/** Day of the week, 0 (Sunday) to 6. */
export function weekdayOf(day: CivilDay): number {
  return new Date(day * DAY_MS).getUTCDay();
}

/** Position of a weekday in its month: 1 for the first Saturday (or Monday …), up to 5. */
export function ordinalInMonth(day: CivilDay): number {
  return Math.ceil(new Date(day * DAY_MS).getUTCDate() / 7);
}

/** Parses `YYYY-MM-DD`; null for any other format and for dates that do not exist, such as `2026-02-30`. */
export function parseCivilDate(text: string): CivilDay | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const time = Date.parse(text);
  // Some engines roll 30 February over into March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : time / DAY_MS;
}
