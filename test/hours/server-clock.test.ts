import { expect } from '@open-wc/testing';

import { availabilityAt } from '../../src/hours/availability.js';
import { createServerClock } from '../../src/hours/server-clock.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOON = Date.parse('2026-11-20T12:00+05:30');

/** A device whose clocks move only when told to, beside the server's true time. */
function bench(dateError = 0) {
  const world = { truth: NOON, date: NOON + dateError, monotonic: 5000 };
  const clock = createServerClock({ now: () => world.date, monotonic: () => world.monotonic });
  const pass = (ms: number) => {
    world.truth += ms;
    world.date += ms;
    world.monotonic += ms;
  };
  return {
    world,
    clock,
    pass,
    /** The lid is shut: the monotonic clock stands still. */
    sleep(ms: number) {
      world.truth += ms;
      world.date += ms;
    },
    /** A request that takes `there` ms to the server and `back` ms to return. */
    ask(there: number, back: number, accuracy?: number) {
      const sentAt = world.monotonic;
      pass(there);
      const serverTime = world.truth;
      pass(back);
      clock.sample(serverTime, sentAt, world.monotonic, accuracy);
      return serverTime;
    },
    /** An answer that some cache gives at once. */
    replay(serverTime: number) {
      clock.sample(serverTime, world.monotonic, world.monotonic + 2);
    },
    get error() {
      return clock.now() - world.truth;
    },
  };
}

describe('createServerClock', () => {
  it('is the device’s date before any answer, and says so', () => {
    const it = bench(-5 * HOUR);
    expect(it.clock.source).to.equal('device');
    expect(it.error).to.equal(-5 * HOUR);
    it.pass(MINUTE);
    expect(it.error).to.equal(-5 * HOUR);
  });

  it('is the server’s time from the first answer on, and says so', () => {
    const it = bench(-5 * HOUR);
    it.ask(50, 50);
    expect(it.clock.source).to.equal('server');
    expect(it.error).to.equal(0);
    it.pass(7 * MINUTE);
    expect(it.error).to.equal(0);
  });

  for (const [device, error] of [
    ['five hours late', -5 * HOUR],
    ['five hours early', 5 * HOUR],
    ['a day late', -24 * HOUR],
    ['at 1970', -NOON],
    ['at the end of 32-bit time', Date.UTC(2038, 0, 19) - NOON],
    ['at 2099', Date.UTC(2099, 0) - NOON],
    ['off by its time zone', 5.5 * HOUR],
    ['at the end of time', 8.64e15 - NOON],
    ['without a date', NaN],
  ] as const) {
    it(`opens and closes at the right moment with a device ${device}`, () => {
      const it = bench(error);
      it.ask(40, 60);
      it.pass(Date.parse('2026-11-20T17:59:59.500+05:30') - it.world.truth);
      expect(availabilityAt(it.clock.now()).open).to.equal(true);
      it.pass(SECOND);
      expect(availabilityAt(it.clock.now()).reason).to.equal('after-hours');
    });
  }

  describe('of several answers', () => {
    it('believes the quickest', () => {
      const it = bench();
      it.ask(0, 400);
      expect(it.error).to.equal(-200);
      it.ask(0, 100);
      expect(it.error).to.equal(-50);
      it.ask(0, 300);
      expect(it.error).to.equal(-50);
    });

    it('believes a newer one after ten minutes, the quickest of those ten', () => {
      const it = bench();
      it.ask(0, 20);
      it.pass(5 * MINUTE);
      it.ask(0, 100);
      it.pass(5.5 * MINUTE);
      it.ask(0, 300);
      expect(it.error).to.equal(-50);
    });

    it('keeps a better one, however old, from a round trip over five seconds', () => {
      const it = bench();
      it.ask(0, 20);
      it.pass(HOUR);
      it.ask(0, 5200);
      expect(it.error).to.equal(-10);
      it.ask(12_000, 0);
      expect(it.error).to.equal(-10);
    });

    it('takes a round trip over five seconds if there is nothing better', () => {
      const it = bench(-5 * HOUR);
      it.ask(3000, 3000);
      expect(it.error).to.equal(0);
    });

    it('counts a coarse time, such as a Date header’s, as less exact', () => {
      const it = bench();
      it.ask(0, 200);
      const exact = it.error;
      it.clock.sample(it.world.truth - 499, it.world.monotonic, it.world.monotonic, 500);
      expect(it.error).to.equal(exact);
      it.ask(0, 100);
      expect(it.error).to.equal(-50);
    });
  });

  it('passes over times that cannot be', () => {
    const it = bench(-5 * HOUR);
    const { monotonic } = it.world;
    for (const time of [NaN, Infinity, -1, 0, Date.UTC(2019, 11, 31), Date.UTC(2100), NOON / 1000]) {
      it.clock.sample(time, monotonic, monotonic);
    }
    it.clock.sample(NOON, monotonic, monotonic - 1);
    it.clock.sample(NOON, NaN, monotonic);
    expect(it.clock.source).to.equal('device');
  });

  describe('given an answer that a cache kept', () => {
    it('keeps its time, however often the answer comes', () => {
      const it = bench();
      const kept = it.ask(50, 50);
      it.pass(MINUTE);
      it.replay(kept);
      it.pass(MINUTE);
      it.replay(kept);
      it.replay(kept);
      expect(it.error).to.equal(0);
    });

    it('also if a newer answer was kept, but not as much newer as time has passed', () => {
      const it = bench();
      const kept = it.ask(50, 50);
      it.pass(10 * MINUTE);
      it.replay(kept + SECOND);
      it.pass(MINUTE);
      it.replay(kept + 2 * SECOND);
      expect(it.error).to.equal(0);
    });

    it('also long after the last true one', () => {
      const it = bench();
      const kept = it.ask(50, 50);
      it.pass(HOUR);
      it.replay(kept);
      expect(it.error).to.equal(0);
    });

    it('as its first, is put right by the first true one, though that was slower', () => {
      const it = bench();
      it.replay(NOON - 3 * MINUTE);
      it.ask(200, 200);
      expect(it.error).to.equal(0);
    });

    it('as its first after a sleep, still waits for a true one', () => {
      const it = bench();
      const kept = it.ask(50, 50);
      it.sleep(HOUR);
      it.clock.slept();
      it.replay(kept);
      expect(it.clock.source).to.equal('device');
      expect(it.error).to.equal(0);
    });
  });

  it('follows a server that was put back, once a second answer ticks on from the first', () => {
    const it = bench();
    it.ask(50, 50);
    it.world.truth -= HOUR;
    it.ask(50, 50);
    expect(it.error).to.equal(HOUR);
    it.pass(5 * SECOND);
    it.ask(50, 50);
    expect(it.error).to.equal(0);
  });

  it('follows a server that was put forward at once', () => {
    const it = bench();
    it.ask(50, 50);
    it.world.truth += HOUR;
    it.ask(300, 300);
    expect(it.error).to.equal(0);
  });

  describe('after a sleep', () => {
    it('notices it once, and that nothing happened otherwise', () => {
      const it = bench();
      it.ask(50, 50);
      it.pass(3 * HOUR);
      expect(it.clock.slept()).to.equal(false);
      it.sleep(2 * SECOND);
      expect(it.clock.slept()).to.equal(false);
      it.sleep(2 * SECOND + 1);
      expect(it.clock.slept()).to.equal(true);
      expect(it.clock.slept()).to.equal(false);
    });

    it('goes on with the server’s time and the sleep as the date saw it, until the server answers', () => {
      const it = bench(-5 * HOUR);
      it.ask(50, 50);
      it.sleep(8 * HOUR);
      it.clock.slept();
      expect(it.clock.source).to.equal('device');
      expect(it.error).to.equal(0);
      it.pass(MINUTE);
      expect(it.error).to.equal(0);
      it.ask(0, 600);
      expect(it.clock.source).to.equal('server');
      expect(it.error).to.equal(-300);
    });

    it('asks for the time again also if an answer came before anyone looked', () => {
      const it = bench(-5 * HOUR);
      it.ask(50, 50);
      it.sleep(8 * HOUR);
      it.ask(50, 50);
      expect(it.error).to.equal(0);
      expect(it.clock.slept()).to.equal(true);
      expect(it.error).to.equal(0);
      expect(it.clock.slept()).to.equal(false);
    });

    it('is the device’s date, as before, if the server never answered', () => {
      const it = bench(-5 * HOUR);
      it.sleep(HOUR);
      expect(it.clock.slept()).to.equal(true);
      expect(it.error).to.equal(-5 * HOUR);
    });
  });

  it('keeps its time when the device’s date is put back, and asks anew', () => {
    const it = bench();
    it.ask(50, 50);
    it.pass(MINUTE);
    it.world.date -= 3 * HOUR;
    expect(it.error).to.equal(0);
    expect(it.clock.slept()).to.equal(true);
    expect(it.error).to.equal(0);
  });

  it('comes back to the truth with the first answer after the date was put forward', () => {
    const it = bench();
    it.ask(50, 50);
    it.world.date += 3 * HOUR;
    expect(it.clock.slept()).to.equal(true);
    it.ask(50, 50);
    expect(it.error).to.equal(0);
  });
});
