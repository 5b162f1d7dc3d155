import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import {
  DAY_MS,
  istDayAt,
  istInstant,
  ordinalInMonth,
  parseCivilDate,
  weekdayOf,
} from '../../src/hours/civil-date.js';
import { istOf } from '../support/ist-oracle.js';

describe('parseCivilDate', () => {
  it('counts days from 1 January 1970', () => {
    expect(parseCivilDate('1970-01-01')).to.equal(0);
    expect(parseCivilDate('1969-12-31')).to.equal(-1);
    expect(parseCivilDate('2026-11-24')).to.equal(Date.UTC(2026, 10, 24) / DAY_MS);
  });

  it('knows leap years', () => {
    expect(parseCivilDate('2028-02-29')).not.to.equal(null);
    expect(parseCivilDate('2000-02-29')).not.to.equal(null);
    expect(parseCivilDate('2026-02-29')).to.equal(null);
    expect(parseCivilDate('2100-02-29')).to.equal(null);
  });

  for (const invalid of [
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '26-01-01',
    '2026-1-1',
    '24-11-2026',
    '2026/11/24',
    '2026-11-24T00:00',
    ' 2026-11-24',
    '+02026-11-24',
    '+010000-01',
    '２０２６-11-24',
    '',
  ]) {
    it(`returns null for “${invalid}”`, () => {
      expect(parseCivilDate(invalid)).to.equal(null);
    });
  }
});

describe('weekdayOf and ordinalInMonth', () => {
  it('agree with Date, also before 1970', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 100_000 }), (day) => {
        const date = new Date(day * DAY_MS);
        expect(weekdayOf(day)).to.equal(date.getUTCDay());
        const sameWeekdaysBefore = Math.floor((date.getUTCDate() - 1) / 7);
        expect(ordinalInMonth(day)).to.equal(sameWeekdaysBefore + 1);
        expect(parseCivilDate(date.toISOString().slice(0, 10))).to.equal(day);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('istDayAt and istInstant', () => {
  it('are five and a half hours ahead of UTC', () => {
    expect(istDayAt(Date.parse('1970-01-01T18:29:59.999Z'))).to.equal(0);
    expect(istDayAt(Date.parse('1970-01-01T18:30:00.000Z'))).to.equal(1);
    expect(istInstant(0, 0)).to.equal(Date.parse('1969-12-31T18:30:00Z'));
  });

  it('agree with the browser’s time zone data at 100,000 instants from 1950 to 2100', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950), max: Date.UTC(2100, 11, 31) }), (instant) => {
        const day = istDayAt(instant);
        const { date, msOfDay } = istOf(instant);
        if (new Date(day * DAY_MS).toISOString().slice(0, 10) !== date)
          throw new Error(`different day: ${date}`);
        if (istInstant(day, msOfDay) !== instant)
          throw new Error(`different time: ${msOfDay} ms into ${date}`);
      }),
      { numRuns: 100_000 },
    );
  });
});
