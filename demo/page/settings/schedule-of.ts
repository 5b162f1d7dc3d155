import { valueOf, type Settings } from './settings.js';

/** The opening hours that the settings choose, in the form of `schedule`; a member is missing where nothing is chosen. */
export interface ChosenSchedule {
  readonly workingHours?: string;
  readonly workingDays?: string;
  readonly holidays?: string;
  readonly lastEntry?: string;
}

/** The opening hours that the settings choose. */
export function scheduleOf(settings: Settings): ChosenSchedule {
  const members = {
    workingHours: valueOf(settings, 'working-hours'),
    workingDays: valueOf(settings, 'working-days'),
    holidays: valueOf(settings, 'holidays'),
    lastEntry: valueOf(settings, 'last-entry'),
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== ''));
}
