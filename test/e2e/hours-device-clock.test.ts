import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { HOUR, MINUTE, MONDAY_10, MONDAY_11, SECOND } from '../support/browser/instants.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { recordedEvents } from '../support/browser/recorded-events.js';
import { availabilityOf, type ControlledCustomer, visitAt } from '../support/browser/visit-at.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';
import { testsWith } from '../support/tests-with.js';

const browser = await launchChromium({ after }, { backForwardCache: true });

/** A backend that passes on EnKash's reply alone, without `session`; `date` is its `Date` header. */
const bareReply = (date: string) => async (forward: () => Promise<Response>) => {
  const { session, ...envelope } = (await (await forward()).json()) as { session: unknown };
  assert.ok(session);
  return Response.json(envelope, { headers: { date } });
};

const availabilityChanges = (page: Page) => recordedEvents(page, 'vkyc-availability-change');

/** Dispatches `visibilitychange`, as when the page is shown again. */
const showPage = (page: Page) => page.evaluate("void document.dispatchEvent(new Event('visibilitychange'))");

describe('a device with a wrong date', { concurrency: 2 }, () => {
  for (const [how, date] of [
    ['five hours behind', MONDAY_10 - 5 * HOUR],
    ['five hours ahead', MONDAY_10 + 5 * HOUR],
    ['in 1970', HOUR],
    ['in 2099', Date.UTC(2099, 0)],
  ] as const) {
    it(`opens at EnKash's opening to the millisecond when it is ${how}`, async (t) => {
      const customer = await visitAt(t, browser, {
        at: MONDAY_10 - SECOND,
        dateOffset: date - MONDAY_10,
      });
      await waitForState(customer, 'closed');
      await customer.advance(SECOND - 1);
      await waitForState(customer, 'closed');
      assert.deepEqual(await availabilityChanges(customer.page), []);
      await customer.advance(1);
      await waitForState(customer, 'ready');
      assert.equal((await availabilityChanges(customer.page)).length, 1);
      assert.equal((await availabilityOf(customer)).clock, 'server');
    });
  }

  it('uses the Date header when the backend sends no server time', async (t) => {
    const customer = await visitAt(t, browser, {
      at: MONDAY_11,
      dateOffset: -5 * HOUR,
      prepareWallet: (wallet) => wallet.interceptNext('GET', bareReply(new Date(MONDAY_11).toUTCString()), 2),
    });
    await waitForState(customer, 'ready');
    assert.equal((await availabilityOf(customer)).clock, 'server');
  });

  it('uses its own clock when the backend sends no time at all, and reports `clock: device`', async (t) => {
    const customer = await visitAt(t, browser, {
      at: MONDAY_11,
      dateOffset: -5 * HOUR,
      prepareWallet: (wallet) => wallet.interceptNext('GET', bareReply(''), 2),
    });
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Not open yet. Opens today, Monday, at 10:00 am.');
    assert.equal((await availabilityOf(customer)).clock, 'device');
    await customer.advance(4 * HOUR);
    await waitForState(customer, 'ready');
    assert.equal((await availabilityChanges(customer.page)).at(-1)?.['clock'], 'device');
  });

  it('still opens on time when its date is changed while the page is open', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_10 - MINUTE });
    await waitForState(customer, 'closed');
    await customer.advance(SECOND);
    await customer.changeDeviceDate(5 * HOUR);
    await showPage(customer.page);
    await waitUntil(
      'the server time is known',
      async () => (await availabilityOf(customer)).clock === 'server',
    );
    assert.deepEqual(customer.wallet.requests, ['GET', 'GET']);
    await customer.advance(MINUTE - SECOND - 1);
    assert.deepEqual(await availabilityChanges(customer.page), []);
    await customer.advance(1);
    await waitForState(customer, 'ready');
    assert.equal((await availabilityChanges(customer.page)).length, 1);
  });
});

/** The events by which a page learns that the device has resumed. */
const resumptions: readonly (readonly [how: string, (customer: ControlledCustomer) => Promise<unknown>])[] = [
  ['the page is shown again', ({ page }) => showPage(page)],
  [
    'the network is back',
    async ({ context }) => {
      await context.setOffline(true);
      await context.setOffline(false);
    },
  ],
  ['the customer hovers the button, without any other event', ({ button }) => button.hover()],
];

describe('a device suspended during the opening', () => {
  for (const [how, resume] of resumptions) {
    it(`opens by server time when ${how}`, async (t) => {
      const customer = await visitAt(t, browser, { at: MONDAY_10 - 5 * MINUTE });
      await waitForState(customer, 'closed');
      await customer.suspend(10 * MINUTE);
      assert.equal(await customer.element.getAttribute('state'), 'closed');
      await resume(customer);
      await waitForState(customer, 'ready');
      assert.deepEqual(customer.wallet.requests.slice(0, 2), ['GET', 'GET']);
      assert.equal((await availabilityChanges(customer.page)).length, 1);
      assert.equal((await availabilityOf(customer)).clock, 'server');
    });
  }

  it('opens by the time that its date has advanced when the backend does not respond', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_10 - 5 * MINUTE, dateOffset: -5 * HOUR });
    await waitForState(customer, 'closed');
    customer.wallet.interceptNext('GET', () => Promise.resolve(new Response(null, { status: 503 })), 2);
    await customer.suspend(10 * MINUTE);
    await showPage(customer.page);
    await waitForState(customer, 'ready');
    assert.equal((await availabilityOf(customer)).clock, 'device');
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-error'), []);
  });

  it('closes on hover after the hours, and opens no window on click', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_10 + 8 * HOUR - 5 * MINUTE });
    await waitForState(customer, 'ready');
    await customer.suspend(10 * MINUTE);
    await customer.button.hover();
    await waitForState(customer, 'closed');
    await customer.button.click({ force: true });
    await waitForText(customer, 'Closed for today. Opens Tuesday at 10:00 am.');
    assert.equal(customer.context.pages().length, 1);
    assert.equal(customer.wallet.links.length, 0);
  });

  testsWith('full-chromium').it('opens when the page is restored from the back/forward cache', async (t) => {
    const customer = await visitAt(t, browser, {
      at: MONDAY_10 - 5 * MINUTE,
      pages: { '/elsewhere': '<!doctype html><title>Elsewhere</title>' },
    });
    const { page, wallet } = customer;
    await waitForState(customer, 'closed');
    await page.goto(`${wallet.url}/elsewhere`);
    customer.advanceServers(10 * MINUTE);
    await page.goBack({ waitUntil: 'commit' });
    await waitForState(customer, 'ready');
    assert.equal((await recordedEvents(page, 'restored')).length, 1);
    assert.equal((await availabilityChanges(page)).length, 1);
  });
});

describe('a page with throttled timers', () => {
  it('opens once, as soon as the overdue timer runs', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_10 - 5 * MINUTE });
    await waitForState(customer, 'closed');
    await customer.advanceThrottled(12 * MINUTE);
    await waitForState(customer, 'ready');
    assert.equal((await availabilityChanges(customer.page)).length, 1);
  });

  it('opens after days of throttling', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_10 - 3 * 24 * HOUR + 9 * HOUR });
    await waitForState(customer, 'closed');
    for (let hours = 0; hours < 62; hours += 2) await customer.advanceThrottled(2 * HOUR);
    await customer.advanceThrottled(HOUR);
    await waitForState(customer, 'ready');
    assert.equal((await availabilityChanges(customer.page)).length, 1);
  });
});
