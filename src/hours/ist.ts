import { DAY, type CivilDay } from './civil-date.js';

/** India Standard Time is UTC+05:30 all year, everywhere in India, since 1945: no zone data is needed. */
const IST_OFFSET = 330 * 60_000;

/** The day it is in India at an instant (ms since the epoch). */
export function istDayAt(instant: number): CivilDay {
  return Math.floor((instant + IST_OFFSET) / DAY);
}

/** The instant (ms since the epoch) at which an Indian day is so many ms old. */
export function istInstant(day: CivilDay, sinceMidnight: number): number {
  return day * DAY + sinceMidnight - IST_OFFSET;
}
