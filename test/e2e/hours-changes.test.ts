import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { HOUR, MINUTE, MONDAY_10, MONDAY_11, MONDAY_18 } from '../support/browser/instants.js';
import en from '../../src/locales/en.js';
import { SEED_CARD_ID } from '../../src/sandbox/index.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { recordedEvents, recordedEventTypes } from '../support/browser/recorded-events.js';
import { waitForCall } from '../support/browser/video-call.js';
import { availabilityOf, visitAt } from '../support/browser/visit-at.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after });

const TUESDAY_10 = '2026-11-24T04:30:00.000Z';

const availabilityChanges = (page: Page) => recordedEvents(page, 'vkyc-availability-change');

describe('opening hours on an open page', { concurrency: 2 }, () => {
  it('begin at exactly 10:00:00.000, with one vkyc-availability-change', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_10 - MINUTE });
    await waitForState(customer, 'closed');
    await customer.advance(MINUTE - 1);
    assert.equal(await customer.button.getAttribute('aria-disabled'), 'true');
    await customer.advance(1);
    await waitForState(customer, 'ready');
    assert.equal(await customer.button.getAttribute('aria-disabled'), null);

    await customer.advance(10_000);
    await waitUntil('the availability is fetched again', () => customer.wallet.requests.length === 2);
    await customer.advance(HOUR);
    assert.deepEqual(await availabilityChanges(customer.page), [
      {
        type: 'vkyc-availability-change',
        open: true,
        reason: null,
        opensAt: null,
        closesAt: new Date(MONDAY_18).toISOString(),
        clock: 'server',
      },
    ]);
  });

  it('end at exactly 18:00:00.000, with one vkyc-availability-change', async (t) => {
    // A customer in progress is polled, too.
    const sandbox = { customers: { [SEED_CARD_ID]: 'not-started' } } as const;
    const customer = await visitAt(t, browser, { at: MONDAY_18 - MINUTE, sandbox });
    await waitForState(customer, 'ready');
    await customer.advance(MINUTE - 1);
    await waitForText(customer, 'Closes today, Monday, at 6:00 pm. Please start now.');
    assert.equal(await customer.button.getAttribute('aria-disabled'), null);
    await customer.advance(1);
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Closed for today. Opens Tuesday at 10:00 am.');

    await customer.advance(10_000);
    await waitUntil('the availability is fetched again', () => customer.wallet.requests.length === 2);
    await customer.advance(HOUR);
    assert.deepEqual(await availabilityChanges(customer.page), [
      {
        type: 'vkyc-availability-change',
        open: false,
        reason: 'after-hours',
        opensAt: TUESDAY_10,
        closesAt: null,
        clock: 'server',
      },
    ]);
  });

  it('show the closing time from exactly fifteen minutes before', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_18 - 16 * MINUTE });
    const intro = en.hints['intro-window'];
    await waitForText(customer, intro);
    await customer.advance(MINUTE - 1);
    await waitForText(customer, intro);
    await customer.advance(1);
    await waitForText(customer, 'Closes today, Monday, at 6:00 pm. Please start now.');
    assert.deepEqual(await availabilityChanges(customer.page), []);
  });

  for (const { mode, name } of [
    { mode: 'popup', name: 'a window' },
    { mode: 'iframe', name: 'a dialog' },
  ] as const) {
    it(`end without ending a call in ${name}`, async (t) => {
      const customer = await visitAt(t, browser, {
        at: MONDAY_18 - MINUTE,
        attributes: `mode="${mode}"`,
      });
      const { page, button } = customer;
      await waitForState(customer, 'ready');
      const inWindow = mode === 'popup';
      const call = inWindow ? await clickForPopup(customer) : null;
      if (!call) await button.click();
      await waitForState(customer, 'open');
      const heading = (call ?? page.frameLocator('enkash-vkyc-button iframe')).getByRole('heading', {
        name: 'Before the call',
      });
      await heading.waitFor();

      await customer.advance(MINUTE);
      await waitUntil('the change is announced', async () => (await availabilityChanges(page)).length === 1);
      await customer.advance(MINUTE);
      assert.equal(await customer.element.getAttribute('state'), 'open');
      assert.equal((await availabilityOf(customer)).open, false);
      assert.equal(await heading.isVisible(), true);
      assert.deepEqual(await recordedEventTypes(page), ['vkyc-status-change', 'vkyc-start', 'vkyc-open']);
    });
  }

  it('prevent a new call once the last one has ended after closing time', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_18 - MINUTE });
    const { page, wallet, context } = customer;
    await waitForState(customer, 'ready');
    const call = await clickForPopup(customer);
    await waitForCall(call);
    await customer.advance(2 * MINUTE);
    await call.close();
    await customer.advance(2_000);
    await waitForState(customer, 'checking');
    await customer.button.click();
    assert.equal(context.pages().length, 1);
    assert.equal(wallet.links.length, 1);
    await customer.advance(MINUTE);
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Closed for today. Opens Tuesday at 10:00 am.');
    assert.equal((await recordedEvents(page, 'vkyc-start')).length, 1);
  });

  it('replace the error of a failed start, as there is nothing to retry', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_18 - MINUTE });
    await waitForState(customer, 'ready');
    customer.wallet.interceptNext('POST', () => Promise.resolve(new Response(null, { status: 500 })), 2);
    await clickForPopup(customer);
    await waitForState(customer, 'error');
    await customer.advance(MINUTE);
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Closed for today. Opens Tuesday at 10:00 am.');
  });
});

describe('a closed_hours refusal while the schedule is open', () => {
  const refusal = (error: object) => () =>
    Promise.resolve(Response.json({ error: { code: 'closed_hours', ...error } }, { status: 409 }));

  it('closes the button, which opens by itself at the time that the refusal names', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_11 });
    const { page, wallet } = customer;
    await waitForState(customer, 'ready');
    const opensAt = new Date(MONDAY_11 + 5 * MINUTE).toISOString();
    wallet.interceptNext('POST', refusal({ opensAt }), 2);
    const placeholder = await clickForPopup(customer);
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Closed right now. Opens today, Monday, at 11:05 am.');
    await waitUntil('the placeholder is closed', () => placeholder.isClosed());

    await customer.advance(5 * MINUTE);
    await waitForState(customer, 'ready');
    assert.deepEqual(
      (await availabilityChanges(page)).map(({ open, reason }) => [open, reason]),
      [
        [false, 'server'],
        [true, null],
      ],
    );
    assert.deepEqual(await recordedEvents(page, 'vkyc-error'), []);
  });

  it('offers a status check when the refusal names no time', async (t) => {
    const customer = await visitAt(t, browser, { at: MONDAY_11 });
    await waitForState(customer, 'ready');
    customer.wallet.interceptNext('POST', refusal({}), 2);
    await clickForPopup(customer);
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Closed right now.');
    await customer.element.getByRole('button', { name: 'Check status' }).click();
    await waitForState(customer, 'ready');
  });
});
