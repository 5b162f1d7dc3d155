import { istDayAt, istInstant } from '../../hours/civil-date.js';
import type { Messages } from '../../locales/messages.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** A weekday (0 is Sunday) and a time such as `10:00 am`. */
export interface WeekTime {
  readonly weekday: number;
  readonly time: string;
}

/** The time of an opening or closing in IST. */
export interface OpeningTime extends WeekTime {
  readonly today: boolean;
  /** The same instant on the visitor's own clock; null if it shows the same. */
  readonly local: WeekTime | null;
}

/** Formats an opening or closing for {@link openingSentence}. Both instants in epoch milliseconds. */
export function openingTime(instant: number, now: number): OpeningTime {
  const ist = weekTime(instant - istInstant(0, 0));
  const local = weekTime(instant - new Date(instant).getTimezoneOffset() * MINUTE_MS);
  const isSame = local.weekday === ist.weekday && local.time === ist.time;
  return { ...ist, today: istDayAt(instant) === istDayAt(now), local: isSame ? null : local };
}

/** Fills the time of an opening or closing into a language's sentence. */
export function openingSentence(
  sentence: 'opensAt' | 'closesAt',
  messages: Messages,
  { weekday, time, today, local }: OpeningTime,
): string {
  const dayOf = (day: number) => messages.weekdays[day] ?? '';
  const day = today ? messages.today.replace('{day}', dayOf(weekday)) : dayOf(weekday);
  const localTime = local
    ? ` (${messages.yourTime.replace('{day}', dayOf(local.weekday)).replace('{time}', local.time)})`
    : '';
  return messages[sentence].replace('{day}', day).replace('{time}', time).replace('{local}', localTime);
}

/** The weekday and time on a clock that has run for `elapsed` milliseconds since its own midnight of 1 January 1970. */
function weekTime(elapsed: number): WeekTime {
  // Not by a Date, which ends before the local time of its last instants.
  const minutes = Math.floor(elapsed / MINUTE_MS);
  const day = Math.floor(minutes / DAY_MINUTES);
  const hour = Math.floor((minutes - day * DAY_MINUTES) / 60);
  const minute = String(minutes - day * DAY_MINUTES - hour * 60).padStart(2, '0');
  const weekday = (((day + FIRST_WEEKDAY) % 7) + 7) % 7;
  return { weekday, time: `${hour % 12 || 12}:${minute} ${hour < 12 ? 'am' : 'pm'}` };
}
