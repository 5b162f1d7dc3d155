import { weekdayOf } from '../hours/civil-date.js';
import { istDayAt, istInstant } from '../hours/ist.js';
import type { OpeningTime, WeekTime } from '../locales/words.js';

const MINUTE = 60_000;

/** An instant of opening or closing as words need it. Both instants in epoch milliseconds. */
export function openingTime(instant: number, now: number): OpeningTime {
  const day = istDayAt(instant);
  const minutes = Math.floor((instant - istInstant(day, 0)) / MINUTE);
  const ist = { weekday: weekdayOf(day), hour: Math.floor(minutes / 60), minute: minutes % 60 };
  const local = weekTime(new Date(instant));
  const same = local.weekday === ist.weekday && local.hour === ist.hour && local.minute === ist.minute;
  return { ...ist, today: day === istDayAt(now), local: same ? null : local };
}

function weekTime(date: Date): WeekTime {
  return { weekday: date.getDay(), hour: date.getHours(), minute: date.getMinutes() };
}
