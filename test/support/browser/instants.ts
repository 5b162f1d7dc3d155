/** Durations and instants of the end-to-end tests, in milliseconds (since 1970). EnKash is open on working days, 10:00 to 18:00 IST. */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Monday 23 November 2026, 11:00 in India: open. */
export const MONDAY_11 = Date.UTC(2026, 10, 23, 5, 30);
/** The opening on that Monday. */
export const MONDAY_10 = MONDAY_11 - HOUR;
/** The closing on that Monday. */
export const MONDAY_18 = MONDAY_10 + 8 * HOUR;
/** The Sunday before: closed. */
export const SUNDAY_11 = MONDAY_11 - DAY;
