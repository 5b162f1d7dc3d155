import fc from 'fast-check';
import { availabilityAt } from '../../src/hours/availability.js';
import { calendarFile } from '../../src/hours/calendar-file.js';
import { istDayAt, parseCivilDate, weekdayOf } from '../../src/hours/civil-date.js';
import { parseSchedule, type ScheduleSettings } from '../../src/hours/schedule.js';
import { parseWorkingDays } from '../../src/hours/working-days.js';
import { istOf } from '../../test/support/ist-oracle.js';
import { anything, expectThat, longTextOf, propertyOf, textOf, type Property } from './property.js';

const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_PIECES = [...DAY_NAMES, 'sat1', 'sat5', 'sat6', '-', ' ', ',', 'MON', 'mon-fri', 'sat-mon'];
const HOUR_PIECES = [
  '10:00',
  '18:00',
  '24:00',
  '25:00',
  '9:5',
  '-',
  ' - ',
  ':',
  '00:00-24:00',
  '10:00-18:00',
];
const DATE_PIECES = ['2026', '-', '02', '29', '30', '31', '2024-02-29', '2100-02-29', ' ', ','];
const DAY_MS = 86_400_000;

/** Years 1970 to 2200. */
const instant = fc.integer({ min: 0, max: Date.UTC(2200, 0) });

/** The weekdays that a text lists, by a grammar of its own. */
function listedDays(text: string): Set<string> | null {
  const parts = text.toLowerCase().match(/[^\s,]+/g) ?? [];
  const days = new Set<string>();
  for (const part of parts) {
    const range = /^(sun|mon|tue|wed|thu|fri|sat)(?:-(sun|mon|tue|wed|thu|fri|sat))?$/.exec(part);
    if (/^sat[1-5]$/.test(part)) days.add(part);
    else if (!range) return null;
    else {
      const week = [...DAY_NAMES, ...DAY_NAMES];
      const from = week.indexOf(range[1] ?? '');
      const to = week.indexOf(range[2] ?? range[1] ?? '', from);
      for (const day of week.slice(from, to + 1)) days.add(day);
    }
  }
  return days.size > 0 ? days : null;
}

/** Whether a date exists, by counting. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const settings = fc.record(
  {
    workingHours: fc.oneof(textOf(HOUR_PIECES, 3), anything()),
    workingDays: fc.oneof(textOf(DAY_PIECES, 4), anything()),
    holidays: fc.oneof(textOf(DATE_PIECES), anything()),
    lastEntry: fc.oneof(fc.integer({ min: -10, max: 2000 }), anything()),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ScheduleSettings>;

const validSettings = fc.record({
  workingHours: fc
    .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 24 }))
    .filter(([opens, closes]) => opens < closes)
    .map(([opens, closes]) => `${opens}:00-${closes}:00`),
  workingDays: fc.constantFrom('mon-fri', 'mon-fri sat1 sat3', 'sat2', 'sun', 'mon-sun', 'sat-mon'),
  lastEntry: fc.integer({ min: 0, max: 59 }),
});

/** Opening hours and dates, compared with the time zone data of this machine and with grammars of their own. */
export const HOURS_PROPERTIES: readonly Property[] = [
  propertyOf('working days: as an independent grammar reads them', textOf(DAY_PIECES), (text) => {
    const days = parseWorkingDays(text);
    const expected = listedDays(text);
    const found = days && [
      ...[...days.weekdays].map((day) => DAY_NAMES[day]),
      ...[...days.saturdays].map((nth) => `sat${nth}`),
    ];
    expectThat(
      JSON.stringify(found?.sort()) === JSON.stringify(expected ? [...expected].sort() : undefined),
      'both read the same days',
    );
  }),
  propertyOf('working days: long text', longTextOf(DAY_PIECES), (text) => void parseWorkingDays(text), 0.01),
  propertyOf(
    'civil date: exactly the days that exist',
    fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    ),
    ([year, month, day]) => {
      const text = [
        String(year).padStart(4, '0'),
        String(month).padStart(2, '0'),
        String(day).padStart(2, '0'),
      ];
      const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
      const parsed = parseCivilDate(text.join('-'));
      expectThat((parsed !== null) === exists, 'it is a day');
      if (parsed !== null)
        expectThat(new Date(parsed * DAY_MS).toISOString().startsWith(text.join('-')), 'it is that day');
    },
  ),
  propertyOf('civil date: any text', textOf(DATE_PIECES), (text) => void parseCivilDate(text)),
  propertyOf(
    'day in India: as the time zone data have it',
    instant,
    (at) => {
      const { date, weekday } = istOf(at);
      const day = istDayAt(at);
      expectThat(new Date(day * DAY_MS).toISOString().startsWith(date), 'it is the date');
      expectThat(DAY_NAMES[weekdayOf(day)] === weekday.toLowerCase(), 'it is the weekday');
    },
    0.5,
  ),
  propertyOf(
    'schedule: any settings',
    fc.oneof(settings, anything() as fc.Arbitrary<ScheduleSettings>),
    (given) => {
      const { schedule, faults } = parseSchedule(given);
      expectThat(schedule.opens >= 0 && schedule.opens < schedule.closes, 'it opens before it closes');
      expectThat(schedule.closes <= DAY_MS, 'it closes on the same day');
      expectThat(
        schedule.lastEntry >= 0 && schedule.lastEntry < schedule.closes - schedule.opens,
        'it is open',
      );
      expectThat(
        faults.every(({ value }) => value.length <= 80),
        'no fault quotes more than 80 characters',
      );
    },
  ),
  propertyOf(
    'schedule: long text',
    longTextOf([...DATE_PIECES, ...HOUR_PIECES]),
    (text) => void parseSchedule({ workingHours: text, workingDays: text, holidays: text, lastEntry: text }),
    0.01,
  ),
  propertyOf(
    'availability: it is open when it said so, and not a moment before',
    fc.tuple(instant, validSettings),
    ([now, given]) => {
      const { open, reason, opensAt, closesAt } = availabilityAt(now, given);
      expectThat(open === (reason === null), 'it is open, or closed for a reason');
      if (open) {
        const { msOfDay } = istOf(now);
        const { opens, closes, lastEntry } = parseSchedule(given).schedule;
        // a day that ends at midnight may continue in the next one, which ends later
        const last = closes < DAY_MS ? closes - lastEntry : closes;
        expectThat(msOfDay >= opens && msOfDay < last, 'the clock in India agrees');
        expectThat(closesAt === null || Date.parse(closesAt) > now, 'it closes later');
      } else if (opensAt !== null) {
        const at = Date.parse(opensAt);
        expectThat(at > now, 'it opens later');
        expectThat(availabilityAt(at, given).open, 'then it is open');
        expectThat(!availabilityAt(at - 1, given).open, 'a millisecond before it is not');
      }
    },
    0.3,
  ),
  propertyOf(
    'availability: any settings at any time',
    fc.tuple(fc.double(), settings),
    ([now, given]) => {
      const { open, reason } = availabilityAt(now, given);
      expectThat(!open || reason === null, 'what is open has no reason to be closed');
    },
    0.2,
  ),
  propertyOf(
    'calendar file: no text adds a line of its own',
    fc.tuple(
      fc.oneof(fc.string({ unit: 'binary' }), textOf(['\r', '\n', 'END:VEVENT', 'BEGIN:VEVENT'])),
      fc.webUrl(),
      instant,
    ),
    ([title, url, start]) => {
      const text = calendarFile({ title, url, start, now: start });
      expectThat(
        text.split(/\r\n(?! )/).filter((line) => line === 'BEGIN:VEVENT').length === 1,
        'it has one event',
      );
      expectThat(!/(?<!\r)\n|\r(?!\n)/.test(text), 'its lines end as RFC 5545 has it');
    },
    0.3,
  ),
];
