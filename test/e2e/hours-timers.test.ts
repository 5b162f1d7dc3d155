import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { CleanupScope } from '../support/browser/cleanup-scope.js';
import { DAY, HOUR, MONDAY_11 } from '../support/browser/instants.js';
import { SEED_CARD_ID } from '../../src/sandbox/index.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import type { Interceptor } from '../support/browser/start-wallet.js';
import { availabilityOf, visitAt, type VisitAtOptions } from '../support/browser/visit-at.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after });

/** Records every timer of the page: the pending ones, the longest delay, and the number of intervals. */
const TIMER_SPY = `
globalThis.pending = new Map();
globalThis.longestDelay = 0;
globalThis.intervals = 0;
const { setTimeout: set, clearTimeout: clear, setInterval: tick } = globalThis;
globalThis.setTimeout = (task, delay = 0, ...rest) => {
  const id = set(() => { pending.delete(id); task(...rest); }, delay);
  pending.set(id, delay);
  longestDelay = Math.max(longestDelay, delay);
  return id;
};
globalThis.clearTimeout = (id) => { pending.delete(id); clear(id); };
globalThis.setInterval = (...rest) => { intervals++; return tick(...rest); };
`;

/** The backend's answer, with another schedule. */
const answerWithSchedule =
  (schedule: object): Interceptor =>
  async (forward) => {
    const { session, ...envelope } = (await (await forward()).json()) as { session: { serverTime: string } };
    return Response.json({ ...envelope, session: { serverTime: session.serverTime, schedule } });
  };

/** Visits on Monday at 11:00, with the given schedule from the backend, and gives access to the page's timers. */
const visitWithTimerSpy = async (t: CleanupScope, schedule?: object, options?: Partial<VisitAtOptions>) => {
  const customer = await visitAt(t, browser, {
    at: MONDAY_11,
    scripts: { '/timer-spy.js': TIMER_SPY },
    // A customer in progress is polled, too.
    sandbox: { customers: { [SEED_CARD_ID]: 'not-started' } },
    prepareWallet(wallet) {
      if (schedule) wallet.interceptNext('GET', answerWithSchedule(schedule));
    },
    ...options,
  });
  return {
    ...customer,
    pendingDelays: () => customer.page.evaluate<number[]>('[...pending.values()]'),
    longestDelay: () => customer.page.evaluate<number>('longestDelay'),
    intervals: () => customer.page.evaluate<number>('intervals'),
  };
};

const daysFrom = (day: number, days: number) =>
  Array.from({ length: days }, (_, n) => new Date(day + n * DAY).toISOString().slice(0, 10));

describe('the timers behind the opening hours', { concurrency: 2 }, () => {
  it('are one timeout at a time of at most an hour, and no interval, for ten days', async (t) => {
    const customer = await visitWithTimerSpy(t);
    await waitForState(customer, 'ready');
    for (let hours = 0; hours < 240; hours += 3) {
      assert.equal((await customer.pendingDelays()).length, 1, `after ${hours} hours`);
      await customer.advance(3 * HOUR);
    }
    assert.equal(await customer.longestDelay(), HOUR);
    assert.equal(await customer.intervals(), 0);
  });

  it('wait hour by hour for an opening beyond the maximum delay of a timeout', async (t) => {
    const customer = await visitWithTimerSpy(t, { holidays: daysFrom(MONDAY_11, 32) });
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Closed for a holiday. Opens Friday at 10:00 am.');
    assert.equal((await availabilityOf(customer)).opensAt, '2026-12-25T04:30:00.000Z');
    assert.deepEqual(await customer.pendingDelays(), [HOUR]);
    await customer.advance(HOUR);
    assert.deepEqual(await customer.pendingDelays(), [HOUR]);
    await waitForState(customer, 'closed');
  });

  it('are none when every day is a holiday, and the customer can still check the status', async (t) => {
    const customer = await visitWithTimerSpy(t, { holidays: daysFrom(MONDAY_11, 402) });
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Closed for a holiday.');
    const { opensAt, reason } = await availabilityOf(customer);
    assert.deepEqual({ opensAt, reason }, { opensAt: null, reason: 'holiday' });
    assert.deepEqual(await customer.pendingDelays(), []);
    assert.equal(await customer.element.getByRole('button', { name: 'Remind me' }).count(), 0);
    assert.equal(await customer.element.getByRole('button', { name: 'Check status' }).count(), 1);
  });

  it('are none when EnKash is always open', async (t) => {
    const customer = await visitWithTimerSpy(t, { workingHours: '00:00-24:00', workingDays: 'mon-sun' });
    await waitForState(customer, 'ready');
    assert.equal((await availabilityOf(customer)).closesAt, null);
    assert.deepEqual(await customer.pendingDelays(), []);
  });

  it('are cleared when the element is removed', async (t) => {
    const customer = await visitWithTimerSpy(t);
    await waitForState(customer, 'ready');
    assert.equal((await customer.pendingDelays()).length, 1);
    await customer.element.evaluate((element) => element.remove());
    assert.deepEqual(await customer.pendingDelays(), []);
  });

  it('are shared by two elements with the same endpoint', async (t) => {
    const customer = await visitWithTimerSpy(t);
    await waitForState(customer, 'ready');
    await customer.element.evaluate((element) => {
      element.after(element.cloneNode());
    });
    await customer.page.locator('enkash-vkyc-button[state=ready]').nth(1).waitFor();
    assert.equal((await customer.pendingDelays()).length, 1);
  });
});
