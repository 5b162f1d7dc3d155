import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { DAY, ordinalInMonth, parseCivilDate, weekdayOf } from '../../src/hours/civil-date.js';

describe('civil dates', () => {
  it('are days counted from 1 January 1970', () => {
    expect(parseCivilDate('1970-01-01')).to.equal(0);
    expect(parseCivilDate('1969-12-31')).to.equal(-1);
    expect(parseCivilDate('2026-11-24')).to.equal(Date.UTC(2026, 10, 24) / DAY);
  });

  it('know leap years', () => {
    expect(parseCivilDate('2028-02-29')).not.to.equal(null);
    expect(parseCivilDate('2000-02-29')).not.to.equal(null);
    expect(parseCivilDate('2026-02-29')).to.equal(null);
    expect(parseCivilDate('2100-02-29')).to.equal(null);
  });

  for (const wrong of [
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
    '２０２６-11-24',
    '',
  ]) {
    it(`do not read “${wrong}”`, () => {
      expect(parseCivilDate(wrong)).to.equal(null);
    });
  }

  it('fall on the weekday and in the week of the month that Date gives, also before 1970', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 100_000 }), (day) => {
        const date = new Date(day * DAY);
        expect(weekdayOf(day)).to.equal(date.getUTCDay());
        const sameDaysBefore = Math.floor((date.getUTCDate() - 1) / 7);
        expect(ordinalInMonth(day)).to.equal(sameDaysBefore + 1);
        expect(parseCivilDate(date.toISOString().slice(0, 10))).to.equal(day);
      }),
      { numRuns: 10_000 },
    );
  });
});
