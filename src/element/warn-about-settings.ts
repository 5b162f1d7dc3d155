import { warn } from '../device/warn.js';
import { parseSchedule, type ScheduleSettings } from '../hours/schedule.js';

/** Warns about an invalid setting, named by its property: what was expected, and the first 80 characters received. */
export function warnAboutSetting(setting: string, value: string, expected: string): void {
  const attribute = setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  warn(`${attribute}: expected ${expected}; received "${value.slice(0, 80)}".`);
}

/** Warns about the invalid parts of a schedule, which fall back to their defaults. */
export function warnAboutSchedule(settings: ScheduleSettings): void {
  for (const { setting, value, expected } of parseSchedule(settings).faults)
    warnAboutSetting(setting, value, expected);
}
