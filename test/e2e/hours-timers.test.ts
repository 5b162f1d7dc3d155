import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { availabilityOf, standAt, type TimeOptions } from '../support/browser/controlled-time.js';
import { reaches, reads } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import type { Scope } from '../support/browser/scope.js';
import { MONDAY_11 } from '../support/browser/wallet.js';

const browser = await launchChromium({ after });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Notes every timer of the page: which wait, how long the longest was to wait, and how many tick. */
const TIMER_SPY = `
globalThis.waiting = new Map();
globalThis.longest = 0;
globalThis.ticking = 0;
const { setTimeout: set, clearTimeout: clear, setInterval: tick } = globalThis;
globalThis.setTimeout = (task, delay = 0, ...rest) => {
  const id = set(() => { waiting.delete(id); task(...rest); }, delay);
  waiting.set(id, delay);
  longest = Math.max(longest, delay);
  return id;
};
globalThis.clearTimeout = (id) => { waiting.delete(id); clear(id); };
globalThis.setInterval = (...rest) => { ticking++; return tick(...rest); };
`;

/** A customer on Monday at eleven whose backend says this of the hours, and the timers of their page. */
const spied = async (t: Scope, schedule?: object, options?: Partial<TimeOptions>) => {
  const customer = await standAt(t, browser, {
    at: MONDAY_11,
    scripts: { '/timer-spy.js': TIMER_SPY },
    ...options,
  });
  if (schedule) {
    const says = async (goOn: () => Promise<Response>) => {
      const { session, ...envelope } = (await (await goOn()).json()) as { session: { serverTime: string } };
      return Response.json({ ...envelope, session: { serverTime: session.serverTime, schedule } });
    };
    customer.wallet.meetNext('GET', says);
    await customer.page.reload();
  }
  return {
    ...customer,
    waiting: () => customer.page.evaluate<number[]>('[...waiting.values()]'),
    longest: () => customer.page.evaluate<number>('longest'),
    ticking: () => customer.page.evaluate<number>('ticking'),
  };
};

const daysFrom = (day: number, days: number) =>
  Array.from({ length: days }, (_, n) => new Date(day + n * DAY).toISOString().slice(0, 10));

describe('the timers behind the hours', { concurrency: 2 }, () => {
  it('are one at a time, of an hour at most, and none that ticks, for ten days', async (t) => {
    const customer = await spied(t);
    await reaches(customer, 'ready');
    for (let hours = 0; hours < 240; hours += 3) {
      assert.equal((await customer.waiting()).length, 1, `after ${hours} hours`);
      await customer.pass(3 * HOUR);
    }
    assert.equal(await customer.longest(), HOUR);
    assert.equal(await customer.ticking(), 0);
  });

  it('wait in hours for an opening that is farther off than any timer reaches', async (t) => {
    const customer = await spied(t, { holidays: daysFrom(MONDAY_11, 32) });
    await reaches(customer, 'closed');
    await reads(customer, 'Closed for a holiday. Opens Friday at 10:00 am IST.');
    assert.equal((await availabilityOf(customer)).opensAt, '2026-12-25T04:30:00.000Z');
    assert.deepEqual(await customer.waiting(), [HOUR]);
    await customer.pass(HOUR);
    assert.deepEqual(await customer.waiting(), [HOUR]);
    await reaches(customer, 'closed');
  });

  it('are none where every day is a holiday, and the customer can still ask', async (t) => {
    const customer = await spied(t, { holidays: daysFrom(MONDAY_11, 402) });
    await reaches(customer, 'closed');
    await reads(customer, 'Closed for a holiday.');
    const { opensAt, reason } = await availabilityOf(customer);
    assert.deepEqual({ opensAt, reason }, { opensAt: null, reason: 'holiday' });
    assert.deepEqual(await customer.waiting(), []);
    assert.equal(await customer.element.getByRole('button', { name: 'Remind me' }).count(), 0);
    assert.equal(await customer.element.getByRole('button', { name: 'Check status' }).count(), 1);
  });

  it('are none where no hour is closed', async (t) => {
    const customer = await spied(t, { workingHours: '00:00-24:00', workingDays: 'mon-sun' });
    await reaches(customer, 'ready');
    assert.equal((await availabilityOf(customer)).closesAt, null);
    assert.deepEqual(await customer.waiting(), []);
  });

  it('are gone with the element', async (t) => {
    const customer = await spied(t);
    await reaches(customer, 'ready');
    assert.equal((await customer.waiting()).length, 1);
    await customer.element.evaluate((element) => element.remove());
    assert.deepEqual(await customer.waiting(), []);
  });

  it('are one for two elements with one endpoint', async (t) => {
    const customer = await spied(t);
    await reaches(customer, 'ready');
    await customer.element.evaluate((element) => {
      element.after(element.cloneNode());
    });
    await customer.page.locator('enkash-vkyc-button[state=ready]').nth(1).waitFor();
    assert.equal((await customer.waiting()).length, 1);
  });
});
