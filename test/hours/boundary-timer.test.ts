import { expect } from '@open-wc/testing';

import { createBoundaryTimer, type After } from '../../src/hours/boundary-timer.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A boundary timer on a clock that only advances when a timer fires. */
function setup(start = Date.UTC(2026, 10, 20)) {
  const clock = { time: start, now: () => clock.time };
  const waits: number[] = [];
  let pending: { at: number; task: () => void } | null = null;
  let reached = 0;
  const after: After = (delay, task) => {
    waits.push(delay);
    const timeout = { at: clock.time + delay, task };
    pending = timeout;
    return () => {
      if (pending === timeout) pending = null;
    };
  };
  const timer = createBoundaryTimer({ clock, after, onReached: () => (reached += 1) });
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
    /** Advances the clock to the pending timeout and fires it. */
    fire() {
      const due = pending;
      pending = null;
      if (!due) throw new Error('No timer is pending.');
      clock.time = Math.max(clock.time, due.at);
      due.task();
    },
  };
}

describe('createBoundaryTimer', () => {
  it('sets a single timeout for a moment within the hour', () => {
    const ctx = setup();
    ctx.timer.waitUntil(ctx.start + 20 * 60_000);
    expect(ctx.waits).to.deep.equal([20 * 60_000]);
    ctx.fire();
    expect(ctx.reached).to.equal(1);
    expect(ctx.waiting).to.equal(false);
  });

  it('reads the clock again every hour until a later moment', () => {
    const ctx = setup();
    ctx.timer.waitUntil(ctx.start + 2.5 * HOUR);
    ctx.fire();
    ctx.fire();
    expect(ctx.reached).to.equal(0);
    ctx.fire();
    expect(ctx.reached).to.equal(1);
    expect(ctx.waits).to.deep.equal([HOUR, HOUR, HOUR / 2]);
  });

  it('does not fire at once for a moment more than 2³¹ ms away', () => {
    const ctx = setup();
    ctx.timer.waitUntil(ctx.start + 30 * DAY);
    expect(Math.max(...ctx.waits)).to.be.at.most(HOUR);
    for (let hour = 1; hour < 30 * 24; hour++) ctx.fire();
    expect(ctx.reached).to.equal(0);
    ctx.fire();
    expect(ctx.reached).to.equal(1);
  });

  it('reads the clock again at each timeout: fires late after a sleep, keeps waiting after a correction', () => {
    const slept = setup();
    slept.timer.waitUntil(slept.start + 5 * HOUR);
    slept.clock.time += 8 * HOUR;
    slept.fire();
    expect(slept.reached).to.equal(1);

    const setBack = setup();
    setBack.timer.waitUntil(setBack.start + HOUR);
    const wake = setBack.start + HOUR;
    setBack.clock.time = wake;
    setBack.clock.now = () => wake - 60_000;
    setBack.fire();
    expect(setBack.reached).to.equal(0);
    expect(setBack.waits.at(-1)).to.equal(60_000);
  });

  it('never fires before the moment, even if the clock has fractions', () => {
    const ctx = setup(1_000_000_000_000.75);
    ctx.timer.waitUntil(1_000_000_000_002);
    expect(ctx.waits).to.deep.equal([2]);
  });

  it('fires for a moment in the past, but not within the call', () => {
    const ctx = setup();
    ctx.timer.waitUntil(ctx.start - HOUR);
    expect(ctx.reached).to.equal(0);
    expect(ctx.waits).to.deep.equal([0]);
    ctx.fire();
    expect(ctx.reached).to.equal(1);
  });

  it('sets no timeout without a finite moment', () => {
    const ctx = setup();
    ctx.timer.waitUntil(null);
    ctx.timer.waitUntil(NaN);
    ctx.timer.waitUntil(Infinity);
    expect(ctx.waits).to.deep.equal([]);
  });

  it('sets no timeout when the clock gives no time', () => {
    const ctx = setup(NaN);
    ctx.timer.waitUntil(Date.UTC(2026, 10, 21));
    expect(ctx.waits).to.deep.equal([]);
  });

  it('waits only for the last moment given', () => {
    const ctx = setup();
    ctx.timer.waitUntil(ctx.start + 1000);
    ctx.timer.waitUntil(ctx.start + 2000);
    ctx.fire();
    expect(ctx.clock.time).to.equal(ctx.start + 2000);
    expect(ctx.waiting).to.equal(false);
    ctx.timer.waitUntil(ctx.start + 9000);
    ctx.timer.waitUntil(null);
    expect(ctx.waiting).to.equal(false);
  });

  it('can be stopped, even between two timeouts, and started again', () => {
    const ctx = setup();
    ctx.timer.waitUntil(ctx.start + 3 * HOUR);
    ctx.fire();
    ctx.timer.stop();
    expect(ctx.waiting).to.equal(false);
    ctx.timer.stop();
    ctx.timer.waitUntil(ctx.start + 3 * HOUR);
    expect(ctx.waiting).to.equal(true);
  });

  it('accepts the next moment within its callback', () => {
    const clock = { time: 0, now: () => clock.time };
    const tasks: (() => void)[] = [];
    const moments: number[] = [];
    const timer = createBoundaryTimer({
      clock,
      after: (delay, task) => {
        tasks.push(() => {
          clock.time += delay;
          task();
        });
        return () => undefined;
      },
      onReached: () => {
        moments.push(clock.time);
        timer.waitUntil(moments.length < 3 ? clock.time + 10 : null);
      },
    });
    timer.waitUntil(10);
    for (let task = tasks.shift(); task; task = tasks.shift()) task();
    expect(moments).to.deep.equal([10, 20, 30]);
  });
});
