import { istDayAt, istInstant } from '../../hours/civil-date.js';
import type { Messages } from '../../locales/messages.js';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** The hours at which the parts of the day begin that {@link Messages.dayParts} names. */
const DAY_PARTS_BEGIN = [0, 4, 12, 16, 20];

/** A weekday (0 is Sunday), and the minutes since its midnight. */
export interface WeekTime {
  readonly weekday: number;
  readonly minutes: number;
}

/** The time of an opening or closing in IST. */
export interface OpeningTime extends WeekTime {
  readonly today: boolean;
  /** The same instant on the visitor's own clock; null if it shows the same. */
  readonly local: WeekTime | null;
}

/** An opening or closing for {@link openingSentence}. Both instants in epoch milliseconds. */
export function openingTime(instant: number, now: number): OpeningTime {
  const ist = weekTime(instant - istInstant(0, 0));
  const local = weekTime(instant - new Date(instant).getTimezoneOffset() * MINUTE_MS);
  const isSame = local.weekday === ist.weekday && local.minutes === ist.minutes;
  return { ...ist, today: istDayAt(instant) === istDayAt(now), local: isSame ? null : local };
}

/**
 * Fills the time of an opening or closing into a language's sentence. "IST" means little to most customers, so it is
 * said only to a visitor whose own clock shows another time.
 */
export function openingSentence(
  sentence: 'opensAt' | 'closesAt',
  messages: Messages,
  { today, local, ...ist }: OpeningTime,
): string {
  const day = weekdayName(ist, messages);
  const time = timeText(ist, messages);
  const localTime = local && fill(messages.yourTime, weekdayName(local, messages), timeText(local, messages));
  return fill(
    messages[sentence],
    today ? fill(messages.today, day) : day,
    local ? `${time} IST` : time,
  ).replace('{local}', localTime ? ` (${localTime})` : '');
}

function fill(text: string, day: string, time = ''): string {
  return text.replace('{day}', day).replace('{time}', time);
}

function weekdayName({ weekday }: WeekTime, messages: Messages): string {
  return messages.weekdays[weekday] ?? '';
}

/** The time with the part of the day, such as `10:00 am`. */
function timeText({ minutes }: WeekTime, { dayParts }: Messages): string {
  const hour = Math.floor(minutes / HOUR_MINUTES);
  const part = dayParts[DAY_PARTS_BEGIN.filter((begin) => begin <= hour).length - 1] ?? '{time}';
  const clock = `${hour % 12 || 12}:${String(minutes % HOUR_MINUTES).padStart(2, '0')}`;
  return part.replace('{time}', clock);
}

/** The weekday and time on a clock that has run for `elapsed` milliseconds since its own midnight of 1 January 1970. */
function weekTime(elapsed: number): WeekTime {
  // Not by a Date, which ends before the local time of its last instants.
  const minutes = Math.floor(elapsed / MINUTE_MS);
  const day = Math.floor(minutes / DAY_MINUTES);
  return { weekday: remainder(day + FIRST_WEEKDAY, 7), minutes: remainder(minutes, DAY_MINUTES) };
}

/** Never negative, also before 1970. */
function remainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

/** Whether the device's clock is not set to the time of India: the customer seems to be abroad. */
export function isAbroad(now: number): boolean {
  return new Date(now).getTimezoneOffset() * MINUTE_MS !== istInstant(0, 0);
}
