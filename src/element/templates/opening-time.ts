import { istDayAt, istInstant } from '../../hours/ist.js';
import type { Messages } from '../../locales/messages.js';

const MINUTE = 60_000;

/** What a clock with a calendar shows: the weekday (0 is Sunday) and a time such as `10:00 am`. */
export interface WeekTime {
  readonly weekday: number;
  readonly time: string;
}

/** An instant of opening or closing, in IST. */
export interface OpeningTime extends WeekTime {
  readonly today: boolean;
  /** The same on the visitor's own clock, where that shows another time; else null. */
  readonly local: WeekTime | null;
}

/** An instant of opening or closing as sentences need it. Both instants in epoch milliseconds. */
export function openingTime(instant: number, now: number): OpeningTime {
  const ist = weekTime(instant - istInstant(0, 0));
  const local = weekTime(instant - new Date(instant).getTimezoneOffset() * MINUTE);
  const same = local.weekday === ist.weekday && local.time === ist.time;
  return { ...ist, today: istDayAt(instant) === istDayAt(now), local: same ? null : local };
}

/** Fills an opening or closing into the sentence of a language that tells of it. */
export function openingSentence(
  sentence: 'opensAt' | 'closesAt',
  messages: Messages,
  { weekday, time, today, local }: OpeningTime,
): string {
  const dayOf = (day: number) => messages.weekdays[day] ?? '';
  const day = today ? messages.today.replace('{day}', dayOf(weekday)) : dayOf(weekday);
  const yours = local
    ? ` (${messages.yourTime.replace('{day}', dayOf(local.weekday)).replace('{time}', local.time)})`
    : '';
  return messages[sentence].replace('{day}', day).replace('{time}', time).replace('{local}', yours);
}

/** What a clock shows that many milliseconds after its own midnight of 1 January 1970. */
function weekTime(elapsed: number): WeekTime {
  const clock = new Date(elapsed);
  const hour = clock.getUTCHours();
  const minute = String(clock.getUTCMinutes()).padStart(2, '0');
  return { weekday: clock.getUTCDay(), time: `${hour % 12 || 12}:${minute} ${hour < 12 ? 'am' : 'pm'}` };
}
