import { ordinalInMonth, weekdayOf, type CivilDay } from './civil-date.js';

const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const SATURDAY = 6;

/** The working days of the week, and the working Saturdays of the month if not all of them work. */
export interface WorkingDays {
  /** 0 (Sunday) to 6. */
  readonly weekdays: ReadonlySet<number>;
  /** 1 to 5; used only if `weekdays` does not contain Saturday. */
  readonly saturdays: ReadonlySet<number>;
}

/**
 * Parses the `working-days` setting: day names (`mon`), ranges (`mon-fri`; they may wrap around the week: `sat-mon`) and
 * Saturdays of the month (`sat1` … `sat5`), separated by spaces or commas, in any case.
 *
 * @returns null if any part is invalid, or if there is none
 */
export function parseWorkingDays(text: string): WorkingDays | null {
  const weekdays = new Set<number>();
  const saturdays = new Set<number>();
  for (const part of text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const [first = '', last = first, ...rest] = part.split('-');
    const from = NAMES.indexOf(first);
    const to = NAMES.indexOf(last);
    if (/^sat[1-5]$/.test(part)) saturdays.add(Number(part[3]));
    else if (from < 0 || to < 0 || rest.length > 0) return null;
    else {
      for (let day = from; day !== to; day = (day + 1) % 7) weekdays.add(day);
      weekdays.add(to);
    }
  }
  return weekdays.size + saturdays.size > 0 ? { weekdays, saturdays } : null;
}

/** Whether a day is a working day, by its weekday and, for a Saturday, its position in the month. */
export function isWorkingDay(day: CivilDay, { weekdays, saturdays }: WorkingDays): boolean {
  const weekday = weekdayOf(day);
  return weekdays.has(weekday) || (weekday === SATURDAY && saturdays.has(ordinalInMonth(day)));
}
