import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { availabilityOf, standAt, type ControlledTime } from '../support/browser/controlled-time.js';
import { heard, reaches, reads, until } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { MONDAY_11 } from '../support/browser/wallet.js';
import { testsWith } from '../support/tests-with.js';

const browser = await launchChromium({ after }, { keepsPages: true });

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const MONDAY_10 = MONDAY_11 - HOUR;

/** EnKash's own reply as a backend passes it on that says nothing of hours; `date` is its header. */
const bareReply = (date: string) => async (goOn: () => Promise<Response>) => {
  const { session, ...envelope } = (await (await goOn()).json()) as { session: unknown };
  assert.ok(session);
  return Response.json(envelope, { headers: { date } });
};

const flips = (page: Page) => heard(page, 'vkyc-availability-change');

/** Tells the page that it is seen again. */
const look = (page: Page) => page.evaluate("void document.dispatchEvent(new Event('visibilitychange'))");

describe('a device whose date is wrong', { concurrency: 2 }, () => {
  for (const [how, date] of [
    ['five hours late', MONDAY_10 - 5 * HOUR],
    ['five hours early', MONDAY_10 + 5 * HOUR],
    ['at 1970', HOUR],
    ['at 2099', Date.UTC(2099, 0)],
  ] as const) {
    it(`by being ${how} opens with EnKash, to the millisecond`, async (t) => {
      const customer = await standAt(t, browser, {
        at: MONDAY_10 - SECOND,
        ahead: date - MONDAY_10,
      });
      await reaches(customer, 'closed');
      await customer.pass(SECOND - 1);
      await reaches(customer, 'closed');
      assert.deepEqual(await flips(customer.page), []);
      await customer.pass(1);
      await reaches(customer, 'ready');
      assert.equal((await flips(customer.page)).length, 1);
      assert.equal((await availabilityOf(customer)).clock, 'server');
    });
  }

  it('goes by the Date header where the backend says nothing of time', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_11, ahead: -5 * HOUR });
    customer.wallet.meetNext('GET', bareReply(new Date(MONDAY_11).toUTCString()), 2);
    await customer.page.reload();
    await reaches(customer, 'ready');
    assert.equal((await availabilityOf(customer)).clock, 'server');
  });

  it('is believed where nobody else tells the time, and that is said', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_11, ahead: -5 * HOUR });
    customer.wallet.meetNext('GET', bareReply(''), 2);
    await customer.page.reload();
    await reaches(customer, 'closed');
    await reads(customer, 'Not open yet. Opens today, Monday, at 10:00 am IST.');
    assert.equal((await availabilityOf(customer)).clock, 'device');
    await customer.pass(4 * HOUR);
    await reaches(customer, 'ready');
    assert.equal((await flips(customer.page)).at(-1)?.['clock'], 'device');
  });

  it('changes nothing when it is set while the page is open', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_10 - MINUTE });
    await reaches(customer, 'closed');
    await customer.pass(SECOND);
    await customer.setDateOn(5 * HOUR);
    await look(customer.page);
    await until(
      'the backend has told the time',
      async () => (await availabilityOf(customer)).clock === 'server',
    );
    assert.deepEqual(customer.wallet.asked, ['GET', 'GET']);
    await customer.pass(MINUTE - SECOND - 1);
    assert.deepEqual(await flips(customer.page), []);
    await customer.pass(1);
    await reaches(customer, 'ready');
    assert.equal((await flips(customer.page)).length, 1);
  });
});

/** How a page may come to know that the device is awake. */
const awakenings: readonly (readonly [how: string, (customer: ControlledTime) => Promise<unknown>])[] = [
  ['the page is seen again', ({ page }) => look(page)],
  [
    'the network is back',
    async ({ context }) => {
      await context.setOffline(true);
      await context.setOffline(false);
    },
  ],
  ['the customer reaches for the button, and nothing else tells', ({ button }) => button.hover()],
];

describe('after a sleep through the opening', () => {
  const inFullChromium = testsWith('full-chromium');

  for (const [how, wake] of awakenings) {
    it(`opens, by the backend's time, when ${how}`, async (t) => {
      const customer = await standAt(t, browser, { at: MONDAY_10 - 5 * MINUTE });
      await reaches(customer, 'closed');
      await customer.sleep(10 * MINUTE);
      assert.equal(await customer.element.getAttribute('state'), 'closed');
      await wake(customer);
      await reaches(customer, 'ready');
      assert.deepEqual(customer.wallet.asked.slice(0, 2), ['GET', 'GET']);
      assert.equal((await flips(customer.page)).length, 1);
      assert.equal((await availabilityOf(customer)).clock, 'server');
    });
  }

  it('opens by the length of the sleep when the backend does not answer', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_10 - 5 * MINUTE, ahead: -5 * HOUR });
    await reaches(customer, 'closed');
    customer.wallet.meetNext('GET', () => Promise.resolve(new Response(null, { status: 503 })), 2);
    await customer.sleep(10 * MINUTE);
    await look(customer.page);
    await reaches(customer, 'ready');
    assert.equal((await availabilityOf(customer)).clock, 'device');
    assert.deepEqual(await heard(customer.page, 'vkyc-error'), []);
  });

  it('closes under the hand that reaches for the button after the hours, and opens no window', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_10 + 8 * HOUR - 5 * MINUTE });
    await reaches(customer, 'ready');
    await customer.sleep(10 * MINUTE);
    await customer.button.hover();
    await reaches(customer, 'closed');
    await customer.button.click({ force: true });
    await reads(customer, 'Closed for today. Opens Tuesday at 10:00 am IST.');
    assert.equal(customer.context.pages().length, 1);
    assert.equal(customer.wallet.links.length, 0);
  });

  inFullChromium.it(
    'opens a page that the browser had kept, clocks and all, when the customer comes back',
    async (t) => {
      const customer = await standAt(t, browser, {
        at: MONDAY_10 - 5 * MINUTE,
        pages: { '/elsewhere': '<!doctype html><title>Elsewhere</title>' },
      });
      const { page, wallet } = customer;
      await reaches(customer, 'closed');
      await page.goto(`${wallet.url}/elsewhere`);
      customer.passElsewhere(10 * MINUTE);
      await page.goBack({ waitUntil: 'commit' });
      await reaches(customer, 'ready');
      assert.equal((await heard(page, 'restored')).length, 1);
      assert.equal((await flips(page)).length, 1);
    },
  );
});

describe('in the background', () => {
  it('opens once, as soon as the browser lets a timer run that it held back', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_10 - 5 * MINUTE });
    await reaches(customer, 'closed');
    await customer.passThrottled(12 * MINUTE);
    await reaches(customer, 'ready');
    assert.equal((await flips(customer.page)).length, 1);
  });

  it('opens through days of timers held back', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_10 - 3 * 24 * HOUR + 9 * HOUR });
    await reaches(customer, 'closed');
    for (let hours = 0; hours < 62; hours += 2) await customer.passThrottled(2 * HOUR);
    await customer.passThrottled(HOUR);
    await reaches(customer, 'ready');
    assert.equal((await flips(customer.page)).length, 1);
  });
});
