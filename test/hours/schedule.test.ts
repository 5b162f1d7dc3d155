import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { parseCivilDate } from '../../src/hours/civil-date.js';
import { parseSchedule, type ScheduleSettings } from '../../src/hours/schedule.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const usual = parseSchedule().schedule;

/** As a page without types may hand it over. */
const untyped = (settings: unknown) => parseSchedule(settings as ScheduleSettings);

describe('parseSchedule', () => {
  it('is 10:00 to 18:00, Monday to Friday, without holidays or an early last entry, if nothing is set', () => {
    expect(usual.opens).to.equal(10 * HOUR);
    expect(usual.closes).to.equal(18 * HOUR);
    expect([...usual.weekdays]).to.deep.equal([1, 2, 3, 4, 5]);
    expect(usual.saturdays.size + usual.holidays.size + usual.lastEntry).to.equal(0);
  });

  it('takes undefined and null for left out', () => {
    for (const nothing of [undefined, null]) {
      const settings = { workingHours: nothing, workingDays: nothing, holidays: nothing, lastEntry: nothing };
      expect(untyped(settings)).to.deep.equal({ schedule: usual, faults: [] });
      expect(untyped(nothing)).to.deep.equal({ schedule: usual, faults: [] });
    }
  });

  describe('reads working hours', () => {
    const readable: [string, number, number][] = [
      ['09:30-17:15', 9.5 * HOUR, 17.25 * HOUR],
      ['9:30-17:15', 9.5 * HOUR, 17.25 * HOUR],
      [' 10:00 - 18:00 ', 10 * HOUR, 18 * HOUR],
      ['00:00-24:00', 0, 24 * HOUR],
      ['23:59-24:00', 24 * HOUR - MINUTE, 24 * HOUR],
    ];
    for (const [text, opens, closes] of readable) {
      it(`“${text}”`, () => {
        const { schedule, faults } = parseSchedule({ workingHours: text });
        expect(faults).to.deep.equal([]);
        expect([schedule.opens, schedule.closes]).to.deep.equal([opens, closes]);
      });
    }
  });

  describe('finds fault with, and uses the default for,', () => {
    const faulty: [keyof ScheduleSettings, readonly unknown[]][] = [
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
    for (const [setting, values] of faulty) {
      for (const value of values) {
        it(`${setting} “${String(value)}”`, () => {
          const { schedule, faults } = untyped({ [setting]: value });
          expect(schedule).to.deep.equal(usual);
          expect(faults).to.have.length(1);
          expect(faults[0]).to.include({ setting, value: String(value) });
          expect(faults[0]?.expected).to.match(/\w/);
        });
      }
    }

    it('what is neither text nor number, by its type', () => {
      const odd = Object.create(null) as unknown;
      const { schedule, faults } = untyped({
        workingHours: odd,
        workingDays: true,
        holidays: [Symbol('x')],
        lastEntry: () => 1,
      });
      expect(schedule).to.deep.equal(usual);
      expect(faults.map(({ setting, value }) => [setting, value])).to.deep.equal([
        ['workingHours', 'object'],
        ['workingDays', 'boolean'],
        ['lastEntry', 'function'],
        ['holidays', 'symbol'],
      ]);
    });

    it('a long value, which it cuts', () => {
      expect(parseSchedule({ workingHours: 'x'.repeat(9000) }).faults[0]?.value).to.equal('x'.repeat(80));
    });
  });

  it('keeps the right settings beside a wrong one', () => {
    const { schedule, faults } = parseSchedule({ workingHours: 'all day', lastEntry: '30' });
    expect(schedule.opens).to.equal(10 * HOUR);
    expect(schedule.lastEntry).to.equal(30 * MINUTE);
    expect(faults).to.have.length(1);
  });

  it('reads holidays as a text with spaces or commas, or as a list', () => {
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

  it('takes undefined and null in a list of holidays for left out', () => {
    const { schedule, faults } = untyped({ holidays: [undefined, '2026-11-24', null] });
    expect([...schedule.holidays]).to.deep.equal([parseCivilDate('2026-11-24')]);
    expect(faults).to.deep.equal([]);
  });

  it('reads no holidays from an empty text or list', () => {
    expect(parseSchedule({ holidays: ' ' })).to.deep.equal({ schedule: usual, faults: [] });
    expect(parseSchedule({ holidays: [] })).to.deep.equal({ schedule: usual, faults: [] });
  });

  it('passes over a wrong holiday but keeps the others closed', () => {
    const { schedule, faults } = parseSchedule({ holidays: '2026-11-24 2026-13-01 oops' });
    expect([...schedule.holidays]).to.deep.equal([parseCivilDate('2026-11-24')]);
    expect(faults.map(({ value }) => value)).to.deep.equal(['2026-13-01', 'oops']);
  });

  it('reads the last entry as text or number, shorter than the working hours', () => {
    for (const lastEntry of ['15', 15, ' 15 ']) {
      expect(parseSchedule({ lastEntry }).schedule.lastEntry).to.equal(15 * MINUTE);
    }
    expect(parseSchedule({ lastEntry: 479 }).faults).to.deep.equal([]);
    expect(parseSchedule({ lastEntry: 60, workingHours: '10:00-11:00' }).faults).to.have.length(1);
  });

  it('never throws, whatever it is given', () => {
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

  it('takes time in proportion to the text', () => {
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
