import { expect } from '@open-wc/testing';

import type { Availability } from '../../src/hours/availability.js';
import { createJourneyStore } from '../../src/journey/journey-store.js';
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

/** Opening hours on a device whose date is `now`, and the changes that they dispatched. */
function setup(now: () => number = () => monday(11)) {
  const timers = new FakeTimers({ now, monotonic: () => 0 });
  const store = createJourneyStore();
  const hours = createOpeningHours({ store, timers });
  const changes: [open: boolean, backendHoursExpired: boolean][] = [];
  const lastCalls: number[] = [];
  store.subscribe(({ action }) => {
    if (action.type !== 'hours-changed') return;
    const { availability, lastCall, backendHoursExpired } = action;
    if (lastCall === null) changes.push([availability.open, backendHoursExpired]);
    else lastCalls.push(lastCall);
  });
  const reply = (answer: Partial<SessionAnswer>, change: Partial<Reply> = {}) =>
    hours.applyReply(
      replyWith(answer, { sentAt: timers.monotonic(), receivedAt: timers.monotonic(), ...change }),
    );
  return { timers, store, hours, changes, lastCalls, reply };
}

describe('createOpeningHours', () => {
  it('uses 10:00 to 18:00 on weekdays in India before the first answer', () => {
    expect(setup(() => monday(11)).store.state.availability.open).to.equal(true);
    expect(setup(() => monday(9)).store.state.availability).to.include({
      open: false,
      reason: 'before-hours',
    });
  });

  it('dispatches the opening and the closing to the millisecond', async () => {
    const { timers, store, changes } = setup(() => monday(9, 59));
    await timers.advance(59_999);
    expect(changes).to.deep.equal([]);
    await timers.advance(1);
    expect(changes).to.deep.equal([[true, false]]);
    await timers.advance(8 * HOUR);
    expect(changes).to.deep.equal([
      [true, false],
      [false, false],
    ]);
    expect(store.state.availability.reason).to.equal('after-hours');
  });

  it('dispatches the last call once, 15 minutes before', async () => {
    const { timers, store, lastCalls } = setup(() => monday(17, 44));
    await timers.advance(59_999);
    expect(lastCalls).to.deep.equal([]);
    await timers.advance(1);
    expect(lastCalls).to.deep.equal([monday(18)]);
    await timers.advance(15 * 60_000);
    expect(store.state.lastCall).to.equal(null);
    expect(lastCalls).to.have.length(1);
  });

  it('has one timer at a time', async () => {
    const { timers, reply } = setup();
    reply({ serverTime: monday(12) });
    reply({ availability: CLOSED });
    expect(timers.pendingDelays).to.have.length(1);
    await timers.advance(10 * HOUR);
    expect(timers.pendingDelays).to.have.length(1);
  });

  it('stop cancels the timer', () => {
    const { timers, hours } = setup();
    hours.stop();
    expect(timers.pendingDelays).to.deep.equal([]);
  });

  describe('the schedule', () => {
    it("is the page's, whose change dispatches no hours-changed", () => {
      const { store, hours, changes } = setup();
      hours.setPageSchedule({ workingHours: '12:00-14:00' });
      expect(store.state.availability).to.include({ open: false, reason: 'before-hours' });
      expect(changes).to.deep.equal([]);
    });

    it("is the backend's where it has sent one", () => {
      const { store, hours, changes, reply } = setup();
      hours.setPageSchedule({ workingHours: '12:00-14:00' });
      reply({ schedule: { workingHours: '09:00-17:00' } });
      expect(store.state.availability.closesAt).to.equal(iso(monday(17)));
      hours.setPageSchedule({ workingHours: '20:00-21:00' });
      expect(store.state.availability.open).to.equal(true);
      expect(changes).to.deep.equal([[true, false]]);
    });

    it('of the backend survives an answer without hours', () => {
      const { store, reply } = setup(() => monday(19));
      reply({ schedule: { workingHours: '00:00-24:00', workingDays: 'mon-sun' } });
      reply({});
      expect(store.state.availability.open).to.equal(true);
    });

    it('keeps the same availability object while it does not change', () => {
      const { store, hours, reply } = setup();
      const { availability } = store.state;
      hours.setPageSchedule({ workingHours: '10:00-18:00' });
      hours.recheck();
      reply({});
      expect(store.state.availability).to.equal(availability);
    });
  });

  describe('the availability of the backend', () => {
    it('takes precedence over every schedule', () => {
      const { store, changes, reply } = setup();
      reply({ availability: CLOSED, schedule: { workingHours: '00:00-24:00' } });
      expect(store.state.availability).to.deep.equal(CLOSED);
      expect(changes).to.deep.equal([[false, false]]);
    });

    it('is valid until its boundary, also after answers without hours, and is then reported as expired', async () => {
      const { timers, store, changes, reply } = setup();
      reply({ availability: CLOSED });
      reply({ link: 'https://go.signzy.tech/' });
      expect(store.state.availability).to.deep.equal(CLOSED);
      await timers.advance(3 * HOUR - 1);
      expect(changes).to.deep.equal([[false, false]]);
      await timers.advance(1);
      expect(changes).to.deep.equal([
        [false, false],
        [true, true],
      ]);
    });

    it('is reported as expired at its boundary even if the schedule has the same result', async () => {
      const { timers, changes, reply } = setup();
      reply({ availability: { open: true, reason: null, opensAt: null, closesAt: iso(monday(12)) } });
      changes.length = 0;
      await timers.advance(HOUR);
      expect(changes).to.deep.equal([[true, true]]);
    });

    it("is valid until the schedule's last entry at most", async () => {
      const { timers, store, changes, reply } = setup();
      reply({
        availability: { open: true, reason: null, opensAt: null, closesAt: iso(monday(18)) },
        schedule: { lastEntry: 30 },
      });
      await timers.advance(6.5 * HOUR - 1);
      expect(store.state.availability.open).to.equal(true);
      changes.length = 0;
      await timers.advance(1);
      expect(changes).to.deep.equal([[false, true]]);
      expect(store.state.availability.reason).to.equal('last-entry');
    });

    it('may open at night, outside the schedule', () => {
      const { store, reply } = setup(() => monday(22));
      reply({ availability: { open: true, reason: null, opensAt: null, closesAt: iso(monday(23)) } });
      expect(store.state.availability.open).to.equal(true);
      reply({});
      expect(store.state.availability.open).to.equal(true);
    });

    it('without a boundary is valid until the next answer', () => {
      const { store, reply } = setup();
      reply({ availability: { ...CLOSED, opensAt: null } });
      expect(store.state.availability.open).to.equal(false);
      reply({});
      expect(store.state.availability.open).to.equal(true);
    });

    it('that has already expired is ignored, without being reported as expired', () => {
      const { store, changes, reply } = setup();
      reply({ availability: { ...CLOSED, opensAt: iso(monday(10, 30)) } });
      expect(store.state.availability.open).to.equal(true);
      expect(changes).to.deep.equal([]);
    });
  });

  describe('closed-by-server', () => {
    it('closes until the given time', async () => {
      const { timers, store, changes } = setup();
      store.dispatch({ type: 'closed-by-server', opensAt: iso(monday(12)) });
      expect(store.state.availability).to.deep.equal({
        open: false,
        reason: 'server',
        opensAt: iso(monday(12)),
        closesAt: null,
      });
      await timers.advance(HOUR);
      expect(changes).to.deep.equal([
        [false, false],
        [true, true],
      ]);
    });

    it('closes until the next answer without a given time', () => {
      const { store, reply } = setup();
      store.dispatch({ type: 'closed-by-server', opensAt: null });
      expect(store.state.availability).to.include({ open: false, reason: 'server', opensAt: null });
      reply({});
      expect(store.state.availability.open).to.equal(true);
    });
  });

  describe('the clock', () => {
    it("is the device's before the first answer, and the backend's after it", () => {
      const { store, hours, changes, reply } = setup(() => monday(3));
      expect(store.state.availability.open).to.equal(false);
      reply({ serverTime: monday(11) });
      expect(hours.now()).to.equal(monday(11));
      expect(store.state.availability.open).to.equal(true);
      expect(changes).to.deep.equal([[true, false]]);
    });

    it("is the middle of the Date header's second when the answer has no time", () => {
      const { hours, reply } = setup(() => monday(3));
      reply({}, { date: monday(11) });
      expect(hours.now()).to.equal(monday(11) + 500);
      const both = setup(() => monday(3));
      both.reply({ serverTime: monday(12) }, { date: monday(11) });
      expect(both.hours.now()).to.equal(monday(12));
    });

    it('opens at the right moment despite a wrong device date', async () => {
      const { timers, changes, reply } = setup(() => monday(3));
      reply({ serverTime: monday(9, 59) });
      await timers.advance(60_000);
      expect(changes).to.deep.equal([[true, false]]);
    });

    it('reports a sleep of the device', () => {
      let date = monday(11);
      const { hours } = setup(() => date);
      expect(hours.slept()).to.equal(false);
      date += 10 * HOUR;
      expect(hours.slept()).to.equal(true);
    });

    it('is checked again by recheck, in case the timer slept', () => {
      let date = monday(11);
      const { hours, changes } = setup(() => date);
      date = monday(19);
      hours.recheck();
      expect(changes).to.deep.equal([[false, false]]);
    });
  });

  it('is closed and has no timer on a device without a date', () => {
    const { timers, store } = setup(() => NaN);
    expect(store.state.availability).to.deep.equal({
      open: false,
      reason: null,
      opensAt: null,
      closesAt: null,
    });
    expect(timers.pendingDelays).to.deep.equal([]);
  });
});
