import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { parseCivilDate } from '../../src/hours/civil-date.js';
import { DEFAULT_HOURS_AND_DAYS, parseSchedule, type ScheduleSettings } from '../../src/hours/schedule.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const defaults = parseSchedule().schedule;

/** For values that the types forbid. */
const untyped = (settings: unknown) => parseSchedule(settings as ScheduleSettings);

describe('parseSchedule', () => {
  it('defaults to 10:00–18:00, Monday to Friday, without holidays and with last entry at closing', () => {
    expect(defaults.opens).to.equal(10 * HOUR);
    expect(defaults.closes).to.equal(18 * HOUR);
    expect([...defaults.weekdays]).to.deep.equal([1, 2, 3, 4, 5]);
    expect(defaults.saturdays.size + defaults.holidays.size + defaults.lastEntry).to.equal(0);
    expect(parseSchedule(DEFAULT_HOURS_AND_DAYS).schedule).to.deep.equal(defaults);
  });

  it('treats undefined and null as not set', () => {
    for (const nothing of [undefined, null]) {
      const settings = { workingHours: nothing, workingDays: nothing, holidays: nothing, lastEntry: nothing };
      expect(untyped(settings)).to.deep.equal({ schedule: defaults, faults: [] });
      expect(untyped(nothing)).to.deep.equal({ schedule: defaults, faults: [] });
    }
  });

  describe('parses working hours', () => {
    const valid: [string, number, number][] = [
      ['09:30-17:15', 9.5 * HOUR, 17.25 * HOUR],
      ['9:30-17:15', 9.5 * HOUR, 17.25 * HOUR],
      [' 10:00 - 18:00 ', 10 * HOUR, 18 * HOUR],
      ['00:00-24:00', 0, 24 * HOUR],
      ['23:59-24:00', 24 * HOUR - MINUTE, 24 * HOUR],
    ];
    for (const [text, opens, closes] of valid) {
      it(`“${text}”`, () => {
        const { schedule, faults } = parseSchedule({ workingHours: text });
        expect(faults).to.deep.equal([]);
        expect([schedule.opens, schedule.closes]).to.deep.equal([opens, closes]);
      });
    }
  });

  describe('reports a fault and uses the default for', () => {
    const invalid: [keyof ScheduleSettings, readonly unknown[]][] = [
      [
        'workingHours',
        [
          '',
          '10-18',
          '10:00',
          '10:00-',
          '-18:00',
          '10:00-18:00-20:00',
          '18:00-10:00',
          '10:00-10:00',
          '22:00-06:00',
          '10:60-18:00',
          '10:00-24:01',
          '10:00-25:00',
          '10:00–18:00',
          '10:00 to 18:00',
          '10am-6pm',
          '10:0-18:00',
          '010:00-18:00',
          '-10:00-18:00',
          '1e1:00-18:00',
          '10:00:00-18:00:00',
        ],
      ],
      ['workingDays', ['', 'monday-friday', 'mon-fri sat6', 'all']],
      ['holidays', ['tomorrow', '2026-02-30', '24/11/2026', '20261124', 20261124]],
      ['lastEntry', ['', '-1', -1, '1.5', 1.5, '15 min', '0x10', '1e1', NaN, Infinity, '480', 480, 1e21]],
    ];
    for (const [setting, values] of invalid) {
      for (const value of values) {
        it(`${setting} “${String(value)}”`, () => {
          const { schedule, faults } = untyped({ [setting]: value });
          expect(schedule).to.deep.equal(defaults);
          expect(faults).to.have.length(1);
          expect(faults[0]).to.include({ setting, value: String(value) });
          expect(faults[0]?.expected).to.match(/\w/);
        });
      }
    }

    it('a value that is neither a string nor a number, reported by its type', () => {
      const unprintable = Object.create(null) as unknown;
      const { schedule, faults } = untyped({
        workingHours: unprintable,
        workingDays: true,
        holidays: [Symbol('x')],
        lastEntry: () => 1,
      });
      expect(schedule).to.deep.equal(defaults);
      expect(faults.map(({ setting, value }) => [setting, value])).to.deep.equal([
        ['workingHours', 'object'],
        ['workingDays', 'boolean'],
        ['lastEntry', 'function'],
        ['holidays', 'symbol'],
      ]);
    });

    it('a long value, reported with 80 characters at most', () => {
      expect(parseSchedule({ workingHours: 'x'.repeat(9000) }).faults[0]?.value).to.equal('x'.repeat(80));
    });
  });

  it('keeps the valid settings next to an invalid one', () => {
    const { schedule, faults } = parseSchedule({ workingHours: 'all day', lastEntry: '30' });
    expect(schedule.opens).to.equal(10 * HOUR);
    expect(schedule.lastEntry).to.equal(30 * MINUTE);
    expect(faults).to.have.length(1);
  });

  it('parses holidays from a string with spaces or commas, or from a list', () => {
    const days = [parseCivilDate('2026-11-24'), parseCivilDate('2027-01-26')];
    for (const holidays of [
      '2026-11-24 2027-01-26',
      '2026-11-24,2027-01-26',
      '\n 2026-11-24 ,\n 2027-01-26 \n',
      ['2026-11-24', ' 2027-01-26 '],
      ['2027-01-26', '2026-11-24', '2026-11-24'],
    ]) {
      const { schedule, faults } = parseSchedule({ holidays });
      expect(faults).to.deep.equal([]);
      expect([...schedule.holidays].sort()).to.deep.equal(days);
    }
  });

  it('ignores undefined and null in a list of holidays', () => {
    const { schedule, faults } = untyped({ holidays: [undefined, '2026-11-24', null] });
    expect([...schedule.holidays]).to.deep.equal([parseCivilDate('2026-11-24')]);
    expect(faults).to.deep.equal([]);
  });

  it('parses no holidays from an empty string or list', () => {
    expect(parseSchedule({ holidays: ' ' })).to.deep.equal({ schedule: defaults, faults: [] });
    expect(parseSchedule({ holidays: [] })).to.deep.equal({ schedule: defaults, faults: [] });
  });

  it('ignores an invalid holiday but stays closed on the others', () => {
    const { schedule, faults } = parseSchedule({ holidays: '2026-11-24 2026-13-01 oops' });
    expect([...schedule.holidays]).to.deep.equal([parseCivilDate('2026-11-24')]);
    expect(faults.map(({ value }) => value)).to.deep.equal(['2026-13-01', 'oops']);
  });

  it('parses the last entry from a string or number, if it is shorter than the working hours', () => {
    for (const lastEntry of ['15', 15, ' 15 ']) {
      expect(parseSchedule({ lastEntry }).schedule.lastEntry).to.equal(15 * MINUTE);
    }
    expect(parseSchedule({ lastEntry: 479 }).faults).to.deep.equal([]);
    expect(parseSchedule({ lastEntry: 60, workingHours: '10:00-11:00' }).faults).to.have.length(1);
  });

  it('accepts hours of one digit', () => {
    const { schedule, faults } = parseSchedule({ workingHours: '6:00-9:30' });
    expect([schedule.opens, schedule.closes]).to.deep.equal([6 * 3_600_000, 9.5 * 3_600_000]);
    expect(faults).to.deep.equal([]);
  });

  it('reports a setting that throws when it is read, and takes its default', () => {
    const { schedule, faults } = parseSchedule({
      workingDays: 'sat',
      get workingHours(): string {
        throw new Error('It cannot be read.');
      },
    });
    expect(schedule.opens).to.equal(10 * 3_600_000);
    expect([...schedule.weekdays]).to.deep.equal([6]);
    expect(faults).to.deep.equal([
      { setting: 'workingHours', value: 'object', expected: 'IST hours such as 10:00-18:00' },
    ]);
  });

  it('never throws, whatever the input', () => {
    const anything = fc.oneof(fc.anything(), fc.string(), fc.array(fc.anything()));
    fc.assert(
      fc.property(
        anything,
        anything,
        anything,
        anything,
        (workingHours, workingDays, holidays, lastEntry) => {
          const { schedule } = untyped({ workingHours, workingDays, holidays, lastEntry });
          expect(schedule.opens).to.be.below(schedule.closes);
          expect(schedule.lastEntry).to.be.below(schedule.closes - schedule.opens);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes linear time in the length of the input', () => {
    const long = ' '.repeat(128_000);
    const before = performance.now();
    parseSchedule({
      workingHours: `1${long}-`,
      workingDays: `mon${long}-`,
      holidays: `${long}x`,
      lastEntry: `1${long}x`,
    });
    expect(performance.now() - before).to.be.below(100);
  });
});
