import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { DAY } from '../../src/hours/civil-date.js';
import { istDayAt, istInstant } from '../../src/hours/ist.js';
import { istOf } from '../support/ist-oracle.js';

describe('Indian time', () => {
  it('is five and a half hours ahead of UTC', () => {
    expect(istDayAt(Date.parse('1970-01-01T18:29:59.999Z'))).to.equal(0);
    expect(istDayAt(Date.parse('1970-01-01T18:30:00.000Z'))).to.equal(1);
    expect(istInstant(0, 0)).to.equal(Date.parse('1969-12-31T18:30:00Z'));
  });

  it('is what the browser’s own time zone data say, at 100,000 instants from 1950 to 2100', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950), max: Date.UTC(2100, 11, 31) }), (instant) => {
        const day = istDayAt(instant);
        const { date, msOfDay } = istOf(instant);
        if (new Date(day * DAY).toISOString().slice(0, 10) !== date) throw new Error(`another day: ${date}`);
        if (istInstant(day, msOfDay) !== instant) throw new Error(`another time: ${msOfDay} ms into ${date}`);
      }),
      { numRuns: 100_000 },
    );
  });
});
