import { parseSchedule } from '../../../src/hours/schedule.js';
import type { ChosenSchedule } from '../settings/schedule-of.js';
import type { CodeFile } from './code-file.js';

const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * The opening hours as the examples of backends read them. Node's takes days in every form. The others list days, and
 * know no Saturdays of the month.
 */
export function backendEnvironment(backend: string, schedule: ChosenSchedule): CodeFile | null {
  const { workingHours, workingDays, holidays } = schedule;
  const lines = [
    ...(workingHours === undefined ? [] : [`VKYC_HOURS=${workingHours}`]),
    ...(workingDays === undefined ? [] : dayLines(backend, workingDays)),
    ...(holidays === undefined ? [] : holidayLines(backend, holidays)),
  ];
  return lines.length === 0 ? null : { name: 'backend.env', language: 'bash', code: lines.join('\n') };
}

function dayLines(backend: string, workingDays: string): readonly string[] {
  if (backend === 'node') return [`VKYC_DAYS="${workingDays}"`];
  const { weekdays, saturdays } = parseSchedule({ workingDays }).schedule;
  const names = DAY_NAMES.filter((_, day) => weekdays.has(day)).join(' ');
  return [
    `VKYC_DAYS="${names}"`,
    ...(saturdays.size === 0
      ? []
      : ['# this example knows whole weekdays only: add your bank Saturdays to it']),
  ];
}

function holidayLines(backend: string, holidays: string): readonly string[] {
  const dates = holidays
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(' ');
  return backend === 'php'
    ? ['# this example has no holidays: add them to is_open()']
    : [`VKYC_HOLIDAYS="${dates}"`];
}
