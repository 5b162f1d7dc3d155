import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { availabilityAt } from '../../src/hours/availability.js';
import { DAY_MS } from '../../src/hours/civil-date.js';
import { parseSchedule, type ScheduleSettings } from '../../src/hours/schedule.js';
import { istOf } from '../support/ist-oracle.js';

/** The instant of a date and time in India. */
const ist = (text: string) => Date.parse(`${text}+05:30`);
const utc = (text: string) => new Date(ist(text)).toISOString();

const at = (text: string, settings?: ScheduleSettings) => availabilityAt(ist(text), settings);
const opensAfter = (text: string, settings?: ScheduleSettings) => at(text, settings).opensAt;

describe('availabilityAt', () => {
  describe('on a Friday with the default schedule', () => {
    it('is closed until the last millisecond before 10:00', () => {
      expect(at('2026-11-20T09:59:59.999')).to.deep.equal({
        open: false,
        reason: 'before-hours',
        opensAt: '2026-11-20T04:30:00.000Z',
        closesAt: null,
        nextChange: '2026-11-20T04:30:00.000Z',
      });
    });

    for (const moment of ['2026-11-20T10:00:00.000', '2026-11-20T17:59:59.999']) {
      it(`is open at ${moment.slice(11)}`, () => {
        expect(at(moment)).to.deep.equal({
          open: true,
          reason: null,
          opensAt: null,
          closesAt: '2026-11-20T12:30:00.000Z',
          nextChange: '2026-11-20T12:30:00.000Z',
        });
      });
    }

    it('is closed from 18:00:00.000 until Monday', () => {
      expect(at('2026-11-20T18:00:00.000')).to.deep.equal({
        open: false,
        reason: 'after-hours',
        opensAt: '2026-11-23T04:30:00.000Z',
        closesAt: null,
        nextChange: '2026-11-23T04:30:00.000Z',
      });
    });
  });

  it('gives the reason for being closed', () => {
    const holidays = '2026-11-24';
    expect(at('2026-11-21T12:00').reason).to.equal('weekend');
    expect(at('2026-11-22T12:00').reason).to.equal('weekend');
    expect(at('2026-11-24T12:00', { holidays }).reason).to.equal('holiday');
    expect(at('2026-11-24T00:00', { holidays }).reason).to.equal('holiday');
    expect(at('2026-11-23T23:59:59.999', { holidays }).reason).to.equal('after-hours');
    expect(at('2026-11-25T00:00', { holidays }).reason).to.equal('before-hours');
  });

  it('gives the reason `weekend` for a holiday that is not a working day', () => {
    expect(at('2026-11-21T12:00', { holidays: '2026-11-21' }).reason).to.equal('weekend');
  });

  describe('finds the next opening', () => {
    it('after a weekend and a Monday holiday', () => {
      const holidays = '2026-01-26';
      expect(opensAfter('2026-01-24T12:00', { holidays })).to.equal(utc('2026-01-27T10:00'));
      expect(opensAfter('2026-01-25T23:59:59', { holidays })).to.equal(utc('2026-01-27T10:00'));
      expect(opensAfter('2026-01-23T18:00', { holidays })).to.equal(utc('2026-01-27T10:00'));
    });

    it('after the end of a year', () => {
      expect(opensAfter('2026-12-31T18:30')).to.equal(utc('2027-01-01T10:00'));
      expect(opensAfter('2026-12-31T18:30', { holidays: '2027-01-01' })).to.equal(utc('2027-01-04T10:00'));
    });

    it('after the end of a month, and of February in a leap year', () => {
      expect(opensAfter('2026-10-30T18:00', { holidays: ['2026-11-02', '2026-11-03'] })).to.equal(
        utc('2026-11-04T10:00'),
      );
      expect(opensAfter('2028-02-28T18:00')).to.equal(utc('2028-02-29T10:00'));
      expect(opensAfter('2028-02-28T18:00', { holidays: '2028-02-29' })).to.equal(utc('2028-03-01T10:00'));
    });

    it('later the same day', () => {
      expect(opensAfter('2026-11-23T00:00')).to.equal(utc('2026-11-23T10:00'));
    });

    it('on bank Saturdays', () => {
      const workingDays = 'mon-fri sat1 sat3 sat5';
      expect(opensAfter('2026-11-20T18:00', { workingDays })).to.equal(utc('2026-11-21T10:00'));
      expect(opensAfter('2026-11-27T18:00', { workingDays })).to.equal(utc('2026-11-30T10:00'));
    });

    it('up to 400 days ahead, and no further', () => {
      const holidays = Array.from({ length: 420 }, (_, day) =>
        new Date(Date.UTC(2026, 10, 24 + day)).toISOString().slice(0, 10),
      );
      const workingDays = 'mon-sun';
      const here = '2026-11-23T18:00';
      expect(opensAfter(here, { workingDays, holidays: holidays.slice(0, 399) })).to.equal(
        utc('2027-12-28T10:00'),
      );
      const none = { open: false, reason: 'after-hours', opensAt: null, closesAt: null, nextChange: null };
      expect(at(here, { workingDays, holidays: holidays.slice(0, 400) })).to.deep.equal(none);
      expect(at('2026-11-24T12:00', { workingDays, holidays })).to.deep.equal({ ...none, reason: 'holiday' });
    });
  });

  describe('with a last entry', () => {
    const lastEntry = 30;

    it('changes at the last entry but gives the end of the working hours in `closesAt`', () => {
      const { open, closesAt, nextChange } = at('2026-11-20T17:29:59.999', { lastEntry });
      expect({ open, closesAt, nextChange }).to.deep.equal({
        open: true,
        closesAt: utc('2026-11-20T18:00'),
        nextChange: utc('2026-11-20T17:30'),
      });
    });

    it('is closed from then on until the next opening', () => {
      expect(at('2026-11-20T17:30', { lastEntry })).to.deep.equal({
        open: false,
        reason: 'last-entry',
        opensAt: utc('2026-11-23T10:00'),
        closesAt: null,
        nextChange: utc('2026-11-23T10:00'),
      });
      expect(at('2026-11-20T17:59:59.999', { lastEntry }).reason).to.equal('last-entry');
      expect(at('2026-11-20T18:00', { lastEntry }).reason).to.equal('after-hours');
    });
  });

  describe('open around the clock', () => {
    const workingHours = '00:00-24:00';

    it('continues from day to day until the end of the last day', () => {
      for (const moment of ['2026-11-16T00:00', '2026-11-18T23:59:59.999', '2026-11-20T12:00']) {
        const { open, closesAt, nextChange } = at(moment, { workingHours });
        expect({ open, closesAt, nextChange }, moment).to.deep.equal({
          open: true,
          closesAt: utc('2026-11-21T00:00'),
          nextChange: utc('2026-11-21T00:00'),
        });
      }
    });

    it('has its last entry only at the end of the last day', () => {
      const settings = { workingHours, lastEntry: 60 };
      expect(at('2026-11-19T23:30', settings).open).to.equal(true);
      expect(at('2026-11-19T23:30', settings).nextChange).to.equal(utc('2026-11-20T23:00'));
      expect(at('2026-11-20T23:30', settings).reason).to.equal('last-entry');
      expect(at('2026-11-20T23:30', settings).opensAt).to.equal(utc('2026-11-23T00:00'));
    });

    it('closes for a holiday and opens again after it', () => {
      const settings = { workingHours, workingDays: 'mon-sun', holidays: '2026-11-19' };
      expect(at('2026-11-16T12:00', settings).closesAt).to.equal(utc('2026-11-19T00:00'));
      expect(opensAfter('2026-11-19T12:00', settings)).to.equal(utc('2026-11-20T00:00'));
    });

    it('never closes when every day is a working day', () => {
      expect(at('2026-11-16T12:00', { workingHours, workingDays: 'mon-sun' })).to.deep.equal({
        open: true,
        reason: null,
        opensAt: null,
        closesAt: null,
        nextChange: null,
      });
    });

    it('does not include hours that merely reach midnight', () => {
      expect(at('2026-11-16T12:00', { workingHours: '10:00-24:00' }).closesAt).to.equal(
        utc('2026-11-17T00:00'),
      );
      expect(at('2026-11-16T12:00', { workingHours: '00:00-18:00' }).closesAt).to.equal(
        utc('2026-11-16T18:00'),
      );
    });
  });

  it('accepts a Date, a fraction of a millisecond, and a parsed schedule', () => {
    const now = ist('2026-11-20T12:00');
    const { schedule } = parseSchedule({ workingHours: '12:30-13:00' });
    expect(availabilityAt(new Date(now))).to.deep.equal(availabilityAt(now));
    expect(availabilityAt(ist('2026-11-20T18:00') - 0.25).open).to.equal(true);
    expect(availabilityAt(now, schedule).opensAt).to.equal(utc('2026-11-20T12:30'));
    expect(availabilityAt(now, null)).to.deep.equal(availabilityAt(now));
  });

  it('falls back to the default for an invalid setting', () => {
    expect(at('2026-11-20T12:00', { workingHours: 'always', workingDays: '?' })).to.deep.equal(
      at('2026-11-20T12:00'),
    );
  });

  it('falls back to the default schedule when given something else', () => {
    for (const wrong of ['mon-fri', 7, true, [], () => 1] as unknown[])
      expect(availabilityAt(ist('2026-11-20T12:00'), wrong as ScheduleSettings)).to.deep.equal(
        at('2026-11-20T12:00'),
      );
  });

  it('is closed, and everything else null, for an invalid instant', () => {
    for (const instant of [NaN, Infinity, -Infinity, 8.64e15 + 1, -8.64e15 - 1, new Date(NaN)]) {
      expect(availabilityAt(instant), String(instant)).to.deep.equal({
        open: false,
        reason: null,
        opensAt: null,
        closesAt: null,
        nextChange: null,
      });
    }
  });

  it('closes in the evening also where opening and closing times add up to a day', () => {
    const { closesAt } = availabilityAt(Date.parse('2026-11-23T12:00+05:30'), {
      workingHours: '06:00-18:00',
    });
    expect(closesAt).to.equal('2026-11-23T12:30:00.000Z');
  });

  it('is closed, and does not throw, for an instant that is not a number', () => {
    const { open, reason, opensAt } = availabilityAt(Symbol('now') as unknown as number);
    expect([open, reason, opensAt]).to.deep.equal([false, null, null]);
  });

  it('takes the default schedule in place of one that throws when it is read', () => {
    const refuse = () => {
      throw new Error('It cannot be read.');
    };
    const unreadable = new Proxy({}, { has: refuse, get: refuse, getPrototypeOf: refuse });
    const noon = Date.parse('2026-11-23T12:00+05:30');
    expect(availabilityAt(noon, unreadable)).to.deep.equal(availabilityAt(noon));
  });

  it('does not throw at the first and last instants of a Date', () => {
    expect(availabilityAt(8.64e15).opensAt).to.equal(null);
    expect(availabilityAt(-8.64e15).opensAt).to.be.a('string');
    const roundTheClock = { workingHours: '00:00-24:00', workingDays: 'mon-sun' };
    expect(availabilityAt(8.64e15, roundTheClock).open).to.equal(true);
  });

  describe('agrees with the browser’s time zone data', () => {
    const instants = fc.integer({ min: Date.UTC(1950), max: Date.UTC(2100, 11, 31) });
    const HOUR = 3_600_000;

    /** `open` or the reason, from the calendar and wall clock in India. */
    function expectedAt(instant: number): string {
      const { weekday, msOfDay } = istOf(instant);
      if (weekday === 'Sat' || weekday === 'Sun') return 'weekend';
      return msOfDay < 10 * HOUR ? 'before-hours' : msOfDay < 18 * HOUR ? 'open' : 'after-hours';
    }

    it('at 100,000 instants from 1950 to 2100', function () {
      this.timeout(60_000);
      const { schedule } = parseSchedule();
      fc.assert(
        fc.property(instants, (instant) => {
          const { open, reason } = availabilityAt(instant, schedule);
          return (open ? 'open' : reason) === expectedAt(instant);
        }),
        { numRuns: 100_000 },
      );
    });

    it('to the millisecond around 5,000 openings and closings', function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(instants, fc.integer({ min: -2, max: 1 }), (instant, shift) => {
          const boundary = Date.parse(availabilityAt(instant).nextChange ?? '');
          const { open, reason } = availabilityAt(boundary + shift);
          return (open ? 'open' : reason) === expectedAt(boundary + shift);
        }),
        { numRuns: 5000 },
      );
    });
  });

  it('changes at nextChange and not earlier, with 3,000 schedules', function () {
    this.timeout(60_000);
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const hours = fc.oneof(
      fc.constant('00:00-24:00'),
      fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 2 }).map((times) =>
        times
          .sort((a, b) => a - b)
          .map(clock)
          .join('-'),
      ),
    );
    const start = ist('2026-11-01T00:00');
    const settings = fc.record({
      workingHours: hours,
      workingDays: fc.constantFrom(
        'mon-fri',
        'mon-sat',
        'mon-sun',
        'mon wed fri',
        'mon-fri sat1 sat3 sat5',
        'sat5',
      ),
      holidays: fc
        .array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })
        .map((days) =>
          days.map((day) => new Date(Date.UTC(2026, 10, 1) + day * DAY_MS).toISOString().slice(0, 10)),
        ),
      lastEntry: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(
        settings,
        fc.integer({ min: 0, max: 60 * DAY_MS }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (setting, since, part) => {
          const { schedule } = parseSchedule(setting);
          const now = start + since;
          const here = availabilityAt(now, schedule);
          if (here.nextChange === null) return here.open && schedule.weekdays.size === 7;
          const change = Date.parse(here.nextChange);
          const between = now + Math.floor((change - 1 - now) * part);
          return (
            change > now &&
            availabilityAt(between, schedule).open === here.open &&
            availabilityAt(change - 1, schedule).open === here.open &&
            availabilityAt(change, schedule).open !== here.open
          );
        },
      ),
      { numRuns: 3000 },
    );
  });
});
