import { expect } from '@open-wc/testing';

import { availabilityAt } from '../../src/hours/availability.js';
import { createServerClock } from '../../src/hours/server-clock.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOON = Date.parse('2026-11-20T12:00+05:30');

/** A server clock on a device whose clocks only advance with `advance` and `sleep`, next to the server's true time. */
function setup(dateError = 0) {
  const device = { truth: NOON, date: NOON + dateError, monotonic: 5000 };
  const clock = createServerClock({ now: () => device.date, monotonic: () => device.monotonic });
  const advance = (ms: number) => {
    device.truth += ms;
    device.date += ms;
    device.monotonic += ms;
  };
  return {
    device,
    clock,
    advance,
    /** The device sleeps: its monotonic clock stands still. */
    sleep(ms: number) {
      device.truth += ms;
      device.date += ms;
    },
    /** A request that takes `there` ms to the server and `back` ms to return; gives the server's time in the response. */
    request(there: number, back: number) {
      const sentAt = device.monotonic;
      advance(there);
      const serverTime = device.truth;
      advance(back);
      clock.sample({ serverTime, sentAt, receivedAt: device.monotonic });
      return serverTime;
    },
    /** A response from a cache, 2 ms after the request. */
    cachedResponse(serverTime: number) {
      clock.sample({ serverTime, sentAt: device.monotonic, receivedAt: device.monotonic + 2 });
    },
    get error() {
      return clock.now() - device.truth;
    },
  };
}

describe('createServerClock', () => {
  it('gives the device’s date before any response, with source `device`', () => {
    const ctx = setup(-5 * HOUR);
    expect(ctx.clock.source).to.equal('device');
    expect(ctx.error).to.equal(-5 * HOUR);
    ctx.advance(MINUTE);
    expect(ctx.error).to.equal(-5 * HOUR);
  });

  it('gives the server’s time from the first response on, with source `server`', () => {
    const ctx = setup(-5 * HOUR);
    ctx.request(50, 50);
    expect(ctx.clock.source).to.equal('server');
    expect(ctx.error).to.equal(0);
    ctx.advance(7 * MINUTE);
    expect(ctx.error).to.equal(0);
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
    it(`opens and closes at the right moment on a device ${device}`, () => {
      const ctx = setup(error);
      ctx.request(40, 60);
      ctx.advance(Date.parse('2026-11-20T17:59:59.500+05:30') - ctx.device.truth);
      expect(availabilityAt(ctx.clock.now()).open).to.equal(true);
      ctx.advance(SECOND);
      expect(availabilityAt(ctx.clock.now()).reason).to.equal('after-hours');
    });
  }

  describe('with several responses', () => {
    it('uses the fastest', () => {
      const ctx = setup();
      ctx.request(0, 400);
      expect(ctx.error).to.equal(-200);
      ctx.request(0, 100);
      expect(ctx.error).to.equal(-50);
      ctx.request(0, 300);
      expect(ctx.error).to.equal(-50);
    });

    it('replaces the fastest after ten minutes with the fastest of the last ten', () => {
      const ctx = setup();
      ctx.request(0, 20);
      ctx.advance(5 * MINUTE);
      ctx.request(0, 100);
      ctx.advance(5.5 * MINUTE);
      ctx.request(0, 300);
      expect(ctx.error).to.equal(-50);
    });

    it('keeps a more accurate one, however old, when a round trip takes over five seconds', () => {
      const ctx = setup();
      ctx.request(0, 20);
      ctx.advance(HOUR);
      ctx.request(0, 5200);
      expect(ctx.error).to.equal(-10);
      ctx.request(12_000, 0);
      expect(ctx.error).to.equal(-10);
    });

    it('uses a round trip over five seconds if it is the only one', () => {
      const ctx = setup(-5 * HOUR);
      ctx.request(3000, 3000);
      expect(ctx.error).to.equal(0);
    });

    it('treats a coarse time, such as a Date header’s, as less accurate', () => {
      const ctx = setup();
      ctx.request(0, 200);
      const before = ctx.error;
      ctx.clock.sample({
        serverTime: ctx.device.truth - 499,
        sentAt: ctx.device.monotonic,
        receivedAt: ctx.device.monotonic,
        accuracy: 500,
      });
      expect(ctx.error).to.equal(before);
      ctx.request(0, 100);
      expect(ctx.error).to.equal(-50);
    });
  });

  describe('at the edges of its rules', () => {
    /** A clock whose device stands still at 0, and a function that adds a response and returns the time after it. */
    function still() {
      const clock = createServerClock({ now: () => NOON, monotonic: () => 0 });
      const respond = (serverTime: number, { sentAt = 0, roundTrip = 0, accuracy = 0 } = {}) => {
        clock.sample({ serverTime, sentAt, receivedAt: sentAt + roundTrip, accuracy });
        return clock.now();
      };
      return { clock, respond };
    }

    it('accepts the first moment of 2020, and a response that took no time', () => {
      const { clock, respond } = still();
      expect(respond(Date.UTC(2020))).to.equal(Date.UTC(2020));
      expect(clock.source).to.equal('server');
    });

    it('takes for the error half the round trip and all of the inaccuracy', () => {
      const { respond } = still();
      respond(NOON - 500, { roundTrip: 1000 });
      expect(respond(NOON + 300, { accuracy: 800 })).to.equal(NOON - 500 + 500 - 1000);
      expect(respond(NOON + 400, { accuracy: 400 })).to.equal(NOON + 400);
    });

    it('follows a time that is exactly five seconds earlier, and no millisecond more', () => {
      const earlier = (ms: number) => {
        const { respond } = still();
        respond(NOON);
        return respond(NOON - ms);
      };
      expect(earlier(5001)).to.equal(NOON);
      expect(earlier(5000)).to.equal(NOON - 5000);
    });

    it('takes a round trip of exactly five seconds for fast enough', () => {
      const slow = (roundTrip: number) => {
        const { respond } = still();
        respond(NOON);
        const sentAt = 11 * MINUTE;
        return respond(NOON + sentAt + roundTrip / 2 + 100, { sentAt, roundTrip });
      };
      expect(slow(5000)).to.equal(NOON + 100);
      expect(slow(5002)).to.equal(NOON);
    });

    it('replaces a time that is as inaccurate or worse, even by a slow round trip', () => {
      for (const accuracy of [3000, 10_000]) {
        const { respond } = still();
        respond(NOON, { accuracy });
        expect(respond(NOON + 3000 + 100, { roundTrip: 6000 }), String(accuracy)).to.equal(NOON + 100);
      }
    });

    it('keeps the fastest response for exactly ten minutes', () => {
      const later = (sentAt: number) => {
        const { respond } = still();
        respond(NOON);
        return respond(NOON + sentAt + 100, { sentAt, accuracy: 10 });
      };
      expect(later(10 * MINUTE)).to.equal(NOON);
      expect(later(10 * MINUTE + 1)).to.equal(NOON + 100);
    });
  });

  it('ignores impossible times', () => {
    const ctx = setup(-5 * HOUR);
    const { monotonic } = ctx.device;
    for (const time of [NaN, Infinity, -1, 0, Date.UTC(2019, 11, 31), Date.UTC(2100), NOON / 1000]) {
      ctx.clock.sample({ serverTime: time, sentAt: monotonic, receivedAt: monotonic });
    }
    ctx.clock.sample({ serverTime: NOON, sentAt: monotonic, receivedAt: monotonic - 1 });
    ctx.clock.sample({ serverTime: NOON, sentAt: NaN, receivedAt: monotonic });
    expect(ctx.clock.source).to.equal('device');
  });

  describe('with a cached response', () => {
    it('keeps its time, however often the response repeats', () => {
      const ctx = setup();
      const cached = ctx.request(50, 50);
      ctx.advance(MINUTE);
      ctx.cachedResponse(cached);
      ctx.advance(MINUTE);
      ctx.cachedResponse(cached);
      ctx.cachedResponse(cached);
      expect(ctx.error).to.equal(0);
    });

    it('keeps its time if a newer response was cached, but time has advanced further', () => {
      const ctx = setup();
      const cached = ctx.request(50, 50);
      ctx.advance(10 * MINUTE);
      ctx.cachedResponse(cached + SECOND);
      ctx.advance(MINUTE);
      ctx.cachedResponse(cached + 2 * SECOND);
      expect(ctx.error).to.equal(0);
    });

    it('keeps its time long after the last real response', () => {
      const ctx = setup();
      const cached = ctx.request(50, 50);
      ctx.advance(HOUR);
      ctx.cachedResponse(cached);
      expect(ctx.error).to.equal(0);
    });

    it('is corrected by the first real response, even a slower one, if the cached one was first', () => {
      const ctx = setup();
      ctx.cachedResponse(NOON - 3 * MINUTE);
      ctx.request(200, 200);
      expect(ctx.error).to.equal(0);
    });

    it('keeps source `device` until a real response if the cached one is the first after a sleep', () => {
      const ctx = setup();
      const cached = ctx.request(50, 50);
      ctx.sleep(HOUR);
      ctx.clock.slept();
      ctx.cachedResponse(cached);
      expect(ctx.clock.source).to.equal('device');
      expect(ctx.error).to.equal(0);
    });
  });

  it('follows a server clock that was set back once a second response advances from the first', () => {
    const ctx = setup();
    ctx.request(50, 50);
    ctx.device.truth -= HOUR;
    ctx.request(50, 50);
    expect(ctx.error).to.equal(HOUR);
    ctx.advance(5 * SECOND);
    ctx.request(50, 50);
    expect(ctx.error).to.equal(0);
  });

  it('follows a server clock that was set forward at once', () => {
    const ctx = setup();
    ctx.request(50, 50);
    ctx.device.truth += HOUR;
    ctx.request(300, 300);
    expect(ctx.error).to.equal(0);
  });

  describe('after a sleep', () => {
    it('reports the sleep once, and none when time merely passed', () => {
      const ctx = setup();
      ctx.request(50, 50);
      ctx.advance(3 * HOUR);
      expect(ctx.clock.slept()).to.equal(false);
      ctx.sleep(2 * SECOND);
      expect(ctx.clock.slept()).to.equal(false);
      ctx.sleep(2 * SECOND + 1);
      expect(ctx.clock.slept()).to.equal(true);
      expect(ctx.clock.slept()).to.equal(false);
    });

    it('continues the server’s time, plus the sleep as seen by the date, until the server responds', () => {
      const ctx = setup(-5 * HOUR);
      ctx.request(50, 50);
      ctx.sleep(8 * HOUR);
      ctx.clock.slept();
      expect(ctx.clock.source).to.equal('device');
      expect(ctx.error).to.equal(0);
      ctx.advance(MINUTE);
      expect(ctx.error).to.equal(0);
      ctx.request(0, 600);
      expect(ctx.clock.source).to.equal('server');
      expect(ctx.error).to.equal(-300);
    });

    it('reports the sleep even if a response arrived before the check', () => {
      const ctx = setup(-5 * HOUR);
      ctx.request(50, 50);
      ctx.sleep(8 * HOUR);
      ctx.request(50, 50);
      expect(ctx.error).to.equal(0);
      expect(ctx.clock.slept()).to.equal(true);
      expect(ctx.error).to.equal(0);
      expect(ctx.clock.slept()).to.equal(false);
    });

    it('still gives the device’s date if the server never responded', () => {
      const ctx = setup(-5 * HOUR);
      ctx.sleep(HOUR);
      expect(ctx.clock.slept()).to.equal(true);
      expect(ctx.error).to.equal(-5 * HOUR);
    });
  });

  it('keeps its time when the device’s date is set back, and reports it as sleep', () => {
    const ctx = setup();
    ctx.request(50, 50);
    ctx.advance(MINUTE);
    ctx.device.date -= 3 * HOUR;
    expect(ctx.error).to.equal(0);
    expect(ctx.clock.slept()).to.equal(true);
    expect(ctx.error).to.equal(0);
  });

  it('is corrected by the first response after the device’s date was set forward', () => {
    const ctx = setup();
    ctx.request(50, 50);
    ctx.device.date += 3 * HOUR;
    expect(ctx.clock.slept()).to.equal(true);
    ctx.request(50, 50);
    expect(ctx.error).to.equal(0);
  });
});
