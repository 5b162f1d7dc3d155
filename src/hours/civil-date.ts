/** A calendar day, counted from 1 January 1970 (day 0), whatever the time zone it is lived in. */
export type CivilDay = number;

/** Milliseconds in a day. */
export const DAY = 86_400_000;

/** Day of the week, 0 (Sunday) to 6. */
export function weekdayOf(day: CivilDay): number {
  return new Date(day * DAY).getUTCDay();
}

/** Which of its kind in the month a day is: 1 for the first Saturday (or Monday …), up to 5. */
export function ordinalInMonth(day: CivilDay): number {
  return Math.ceil(new Date(day * DAY).getUTCDate() / 7);
}

/** The day written `YYYY-MM-DD`; null for another form or a date that no calendar has, such as `2026-02-30`. */
export function parseCivilDate(text: string): CivilDay | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const time = Date.parse(text);
  // Some engines roll 30 February over into March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : time / DAY;
}
