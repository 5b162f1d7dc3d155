import { expect } from '@open-wc/testing';

import type { Availability } from '../../src/hours/availability.js';
import { createOpeningHours } from '../../src/journey/opening-hours.js';
import type { SessionAnswer } from '../../src/protocol/session-answer.js';
import type { Reply } from '../../src/session/session-client.js';
import { FakeTimers } from '../support/fake-timers.js';
import { replyWith } from '../support/replies.js';

const HOUR = 3_600_000;
/** An hour and minute in India on Monday 23 November 2026. */
const monday = (hour: number, minute = 0) => Date.UTC(2026, 10, 23, hour, minute) - 5.5 * HOUR;
const iso = (instant: number) => new Date(instant).toISOString();

const CLOSED: Availability = { open: false, reason: 'holiday', opensAt: iso(monday(14)), closesAt: null };

/** Hours on a device whose date says `now`, and what they told. */
function bench(now = monday(11)) {
  const timers = new FakeTimers({ now: () => now, monotonic: () => 0 });
  const told: [open: boolean, wordRanOut: boolean][] = [];
  const lastCalls: number[] = [];
  const hours = createOpeningHours((wordRanOut) => {
    const { availability, lastCall } = hours.current;
    if (lastCall === null) told.push([availability.open, wordRanOut]);
    else lastCalls.push(lastCall);
  }, timers);
  const heed = (answer: Partial<SessionAnswer>, reply: Partial<Reply> = {}) =>
    hours.heed(replyWith(answer, { sentAt: timers.monotonic(), receivedAt: timers.monotonic(), ...reply }));
  return { timers, told, lastCalls, hours, heed };
}

describe('the opening hours', () => {
  it('goes by 10:00 to 18:00 on weekdays in India before anything is known', () => {
    expect(bench(monday(11)).hours.current.availability.open).to.equal(true);
    expect(bench(monday(9)).hours.current.availability).to.include({ open: false, reason: 'before-hours' });
  });

  it('tells when the time comes, to the millisecond, both ways', async () => {
    const { timers, told, hours } = bench(monday(9, 59));
    await timers.advance(59_999);
    expect(told).to.deep.equal([]);
    await timers.advance(1);
    expect(told).to.deep.equal([[true, false]]);
    await timers.advance(8 * HOUR);
    expect(told).to.deep.equal([
      [true, false],
      [false, false],
    ]);
    expect(hours.current.availability.reason).to.equal('after-hours');
  });

  it('tells of the last call once, a quarter of an hour ahead', async () => {
    const { timers, lastCalls, hours } = bench(monday(17, 44));
    await timers.advance(59_999);
    expect(lastCalls).to.deep.equal([]);
    await timers.advance(1);
    expect(lastCalls).to.deep.equal([monday(18)]);
    await timers.advance(15 * 60_000);
    expect(hours.current.lastCall).to.equal(null);
    expect(lastCalls).to.have.length(1);
  });

  it('waits for one moment at a time', async () => {
    const { timers, heed } = bench();
    heed({ serverTime: monday(12) });
    heed({ availability: CLOSED });
    expect(timers.waits).to.have.length(1);
    await timers.advance(10 * HOUR);
    expect(timers.waits).to.have.length(1);
  });

  it('stops waiting when told to', () => {
    const { timers, hours } = bench();
    hours.stop();
    expect(timers.waits).to.deep.equal([]);
  });

  describe('the schedule', () => {
    it("is the page's, and its change is no news to the page", () => {
      const { told, hours } = bench();
      hours.setPageSchedule({ workingHours: '12:00-14:00' });
      expect(hours.current.availability).to.include({ open: false, reason: 'before-hours' });
      expect(told).to.deep.equal([]);
    });

    it('gives way to that of the backend', () => {
      const { told, hours, heed } = bench();
      hours.setPageSchedule({ workingHours: '12:00-14:00' });
      heed({ schedule: { workingHours: '09:00-17:00' } });
      expect(hours.current.availability.closesAt).to.equal(iso(monday(17)));
      hours.setPageSchedule({ workingHours: '20:00-21:00' });
      expect(hours.current.availability.open).to.equal(true);
      expect(told).to.deep.equal([[true, false]]);
    });

    it('of the backend outlives an answer that is silent on hours', () => {
      const { hours, heed } = bench(monday(19));
      heed({ schedule: { workingHours: '00:00-24:00', workingDays: 'mon-sun' } });
      heed({});
      expect(hours.current.availability.open).to.equal(true);
    });

    it('keeps the very same availability while nothing about it changes', () => {
      const { hours, heed } = bench();
      const { availability } = hours.current;
      hours.setPageSchedule({ workingHours: '10:00-18:00' });
      hours.recheck();
      heed({});
      expect(hours.current.availability).to.equal(availability);
    });
  });

  describe("the backend's own word", () => {
    it('goes before every schedule', () => {
      const { told, hours, heed } = bench();
      heed({ availability: CLOSED, schedule: { workingHours: '00:00-24:00' } });
      expect(hours.current.availability).to.deep.equal(CLOSED);
      expect(told).to.deep.equal([[false, false]]);
    });

    it('holds until its boundary, through answers that are silent on hours, and then is asked again', async () => {
      const { timers, told, hours, heed } = bench();
      heed({ availability: CLOSED });
      heed({ link: 'https://go.signzy.tech/' });
      expect(hours.current.availability).to.deep.equal(CLOSED);
      await timers.advance(3 * HOUR - 1);
      expect(told).to.deep.equal([[false, false]]);
      await timers.advance(1);
      expect(told).to.deep.equal([
        [false, false],
        [true, true],
      ]);
    });

    it('is asked again at its boundary even if the schedule says the same', async () => {
      const { timers, told, heed } = bench();
      heed({ availability: { open: true, reason: null, opensAt: null, closesAt: iso(monday(12)) } });
      told.length = 0;
      await timers.advance(HOUR);
      expect(told).to.deep.equal([[true, true]]);
    });

    it('that all is open holds no longer than the last entry, which only the schedule knows', async () => {
      const { timers, told, hours, heed } = bench();
      heed({
        availability: { open: true, reason: null, opensAt: null, closesAt: iso(monday(18)) },
        schedule: { lastEntry: 30 },
      });
      await timers.advance(6.5 * HOUR - 1);
      expect(hours.current.availability.open).to.equal(true);
      told.length = 0;
      await timers.advance(1);
      expect(told).to.deep.equal([[false, true]]);
      expect(hours.current.availability.reason).to.equal('last-entry');
    });

    it('may open at night, when the schedule would not', () => {
      const { hours, heed } = bench(monday(22));
      heed({ availability: { open: true, reason: null, opensAt: null, closesAt: iso(monday(23)) } });
      expect(hours.current.availability.open).to.equal(true);
      heed({});
      expect(hours.current.availability.open).to.equal(true);
    });

    it('without a boundary holds until the next answer', () => {
      const { hours, heed } = bench();
      heed({ availability: { ...CLOSED, opensAt: null } });
      expect(hours.current.availability.open).to.equal(false);
      heed({});
      expect(hours.current.availability.open).to.equal(true);
    });

    it('that is over already does not count, and does not make it ask again and again', () => {
      const { hours, heed, told } = bench();
      heed({ availability: { ...CLOSED, opensAt: iso(monday(10, 30)) } });
      expect(hours.current.availability.open).to.equal(true);
      expect(told).to.deep.equal([]);
    });
  });

  describe('a start that the backend refuses', () => {
    it('closes the button until the time that was said', async () => {
      const { timers, told, hours } = bench();
      hours.closedUntil(iso(monday(12)));
      expect(hours.current.availability).to.deep.equal({
        open: false,
        reason: 'server',
        opensAt: iso(monday(12)),
        closesAt: null,
      });
      await timers.advance(HOUR);
      expect(told).to.deep.equal([
        [false, false],
        [true, true],
      ]);
    });

    it('closes it until the next answer when no time was said', () => {
      const { hours, heed } = bench();
      hours.closedUntil(null);
      expect(hours.current.availability).to.include({ open: false, reason: 'server', opensAt: null });
      heed({});
      expect(hours.current.availability.open).to.equal(true);
    });
  });

  describe('the clock', () => {
    it("is the device's before the first answer, and the backend's from then on", () => {
      const { told, hours, heed } = bench(monday(3));
      expect(hours.current.availability.open).to.equal(false);
      heed({ serverTime: monday(11) });
      expect(hours.now()).to.equal(monday(11));
      expect(hours.current.availability.open).to.equal(true);
      expect(told).to.deep.equal([[true, false]]);
    });

    it('is the middle of the second that the Date header names, where the answer tells no time', () => {
      const { hours, heed } = bench(monday(3));
      heed({}, { date: monday(11) });
      expect(hours.now()).to.equal(monday(11) + 500);
      const both = bench(monday(3));
      both.heed({ serverTime: monday(12) }, { date: monday(11) });
      expect(both.hours.now()).to.equal(monday(12));
    });

    it('opens at the right moment by it, not by the device', async () => {
      const { timers, told, heed } = bench(monday(3));
      heed({ serverTime: monday(9, 59) });
      await timers.advance(60_000);
      expect(told).to.deep.equal([[true, false]]);
    });

    it('says when the device has slept', () => {
      let date = monday(11);
      const timers = new FakeTimers({ now: () => date, monotonic: () => 0 });
      const hours = createOpeningHours(() => undefined, timers);
      expect(hours.slept()).to.equal(false);
      date += 10 * HOUR;
      expect(hours.slept()).to.equal(true);
    });

    it('is looked at again when asked, for a timer that overslept', () => {
      let date = monday(11);
      const told: boolean[] = [];
      const timers = new FakeTimers({ now: () => date, monotonic: () => 0 });
      const hours = createOpeningHours(() => told.push(hours.current.availability.open), timers);
      date = monday(19);
      hours.recheck();
      expect(told).to.deep.equal([false]);
    });
  });

  it('is closed and waits for nothing on a device that has no date', () => {
    const timers = new FakeTimers({ now: () => NaN, monotonic: () => 0 });
    const hours = createOpeningHours(() => undefined, timers);
    expect(hours.current.availability).to.deep.equal({
      open: false,
      reason: null,
      opensAt: null,
      closesAt: null,
    });
    expect(timers.waits).to.deep.equal([]);
  });
});
