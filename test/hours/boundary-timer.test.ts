import { expect } from '@open-wc/testing';

import { createBoundaryTimer, type After } from '../../src/hours/boundary-timer.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A clock and timers that move only when told to. */
function bench(start = Date.UTC(2026, 10, 20)) {
  const clock = { time: start, now: () => clock.time };
  const waits: number[] = [];
  let pending: { at: number; task: () => void } | null = null;
  let reached = 0;
  const after: After = (delay, task) => {
    waits.push(delay);
    const mine = { at: clock.time + delay, task };
    pending = mine;
    return () => {
      if (pending === mine) pending = null;
    };
  };
  const timer = createBoundaryTimer(clock, () => (reached += 1), after);
  return {
    clock,
    timer,
    waits,
    start,
    get reached() {
      return reached;
    },
    get waiting() {
      return pending !== null;
    },
    /** Lets the pending timer fire, at its time. */
    fire() {
      const due = pending;
      pending = null;
      if (!due) throw new Error('no timer is waiting');
      clock.time = Math.max(clock.time, due.at);
      due.task();
    },
  };
}

describe('createBoundaryTimer', () => {
  it('waits once for a moment within the hour', () => {
    const it = bench();
    it.timer.waitUntil(it.start + 20 * 60_000);
    expect(it.waits).to.deep.equal([20 * 60_000]);
    it.fire();
    expect(it.reached).to.equal(1);
    expect(it.waiting).to.equal(false);
  });

  it('looks again every hour on the way to a later one', () => {
    const it = bench();
    it.timer.waitUntil(it.start + 2.5 * HOUR);
    it.fire();
    it.fire();
    expect(it.reached).to.equal(0);
    it.fire();
    expect(it.reached).to.equal(1);
    expect(it.waits).to.deep.equal([HOUR, HOUR, HOUR / 2]);
  });

  it('does not fire at once for a moment over 2³¹ ms away', () => {
    const it = bench();
    it.timer.waitUntil(it.start + 30 * DAY);
    expect(Math.max(...it.waits)).to.be.at.most(HOUR);
    for (let hour = 1; hour < 30 * 24; hour++) it.fire();
    expect(it.reached).to.equal(0);
    it.fire();
    expect(it.reached).to.equal(1);
  });

  it('reads the clock anew at each look: late after a sleep, early after a correction', () => {
    const slept = bench();
    slept.timer.waitUntil(slept.start + 5 * HOUR);
    slept.clock.time += 8 * HOUR;
    slept.fire();
    expect(slept.reached).to.equal(1);

    const setBack = bench();
    setBack.timer.waitUntil(setBack.start + HOUR);
    const wake = setBack.start + HOUR;
    setBack.clock.time = wake;
    setBack.clock.now = () => wake - 60_000;
    setBack.fire();
    expect(setBack.reached).to.equal(0);
    expect(setBack.waits.at(-1)).to.equal(60_000);
  });

  it('never fires before the moment, also by a clock with fractions', () => {
    const it = bench(1_000_000_000_000.75);
    it.timer.waitUntil(1_000_000_000_002);
    expect(it.waits).to.deep.equal([2]);
  });

  it('fires for a moment that is past, but not within the call', () => {
    const it = bench();
    it.timer.waitUntil(it.start - HOUR);
    expect(it.reached).to.equal(0);
    expect(it.waits).to.deep.equal([0]);
    it.fire();
    expect(it.reached).to.equal(1);
  });

  it('has no timer when nothing will change', () => {
    const it = bench();
    it.timer.waitUntil(null);
    it.timer.waitUntil(NaN);
    it.timer.waitUntil(Infinity);
    expect(it.waits).to.deep.equal([]);
  });

  it('has no timer when the clock has no time', () => {
    const it = bench(NaN);
    it.timer.waitUntil(Date.UTC(2026, 10, 21));
    expect(it.waits).to.deep.equal([]);
  });

  it('waits for the last moment named only', () => {
    const it = bench();
    it.timer.waitUntil(it.start + 1000);
    it.timer.waitUntil(it.start + 2000);
    it.fire();
    expect(it.clock.time).to.equal(it.start + 2000);
    expect(it.waiting).to.equal(false);
    it.timer.waitUntil(it.start + 9000);
    it.timer.waitUntil(null);
    expect(it.waiting).to.equal(false);
  });

  it('can be stopped, also between two looks, and started again', () => {
    const it = bench();
    it.timer.waitUntil(it.start + 3 * HOUR);
    it.fire();
    it.timer.stop();
    expect(it.waiting).to.equal(false);
    it.timer.stop();
    it.timer.waitUntil(it.start + 3 * HOUR);
    expect(it.waiting).to.equal(true);
  });

  it('can be given the next moment from within its call', () => {
    const clock = { time: 0, now: () => clock.time };
    const tasks: (() => void)[] = [];
    const moments: number[] = [];
    const timer = createBoundaryTimer(
      clock,
      () => {
        moments.push(clock.time);
        timer.waitUntil(moments.length < 3 ? clock.time + 10 : null);
      },
      (delay, task) => {
        tasks.push(() => {
          clock.time += delay;
          task();
        });
        return () => undefined;
      },
    );
    timer.waitUntil(10);
    for (let task = tasks.shift(); task; task = tasks.shift()) task();
    expect(moments).to.deep.equal([10, 20, 30]);
  });
});
