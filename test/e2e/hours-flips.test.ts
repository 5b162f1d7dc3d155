import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { availabilityOf, standAt } from '../support/browser/controlled-time.js';
import { heard, reaches, reads, story, until, windowOpenedBy } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { MONDAY_11 } from '../support/browser/wallet.js';

const browser = await launchChromium({ after });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MONDAY_10 = MONDAY_11 - HOUR;
const MONDAY_18 = MONDAY_10 + 8 * HOUR;
const TUESDAY_10 = '2026-11-24T04:30:00.000Z';

const flips = (page: Page) => heard(page, 'vkyc-availability-change');

describe('the hours, live', { concurrency: 2 }, () => {
  it('begin at 10:00:00.000 and not a millisecond before, and are told once', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_10 - MINUTE });
    await reaches(customer, 'closed');
    await customer.pass(MINUTE - 1);
    assert.equal(await customer.button.getAttribute('aria-disabled'), 'true');
    await customer.pass(1);
    await reaches(customer, 'ready');
    assert.equal(await customer.button.getAttribute('aria-disabled'), null);

    await customer.pass(10_000);
    await until("the backend's word is renewed", () => customer.wallet.asked.length === 2);
    await customer.pass(HOUR);
    assert.deepEqual(await flips(customer.page), [
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

  it('end at 18:00:00.000 and not a millisecond before, and are told once', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_18 - MINUTE });
    await reaches(customer, 'ready');
    await customer.pass(MINUTE - 1);
    await reads(customer, 'Closes today, Monday, at 6:00 pm IST. Please start now.');
    assert.equal(await customer.button.getAttribute('aria-disabled'), null);
    await customer.pass(1);
    await reaches(customer, 'closed');
    await reads(customer, 'Closed for today. Opens Tuesday at 10:00 am IST.');

    await customer.pass(10_000);
    await until("the backend's word is renewed", () => customer.wallet.asked.length === 2);
    await customer.pass(HOUR);
    assert.deepEqual(await flips(customer.page), [
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

  it('say that they end from a quarter of an hour before, and not sooner', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_18 - 16 * MINUTE });
    const intro = 'A short video call. It opens in a new window.';
    await reads(customer, intro);
    await customer.pass(MINUTE - 1);
    await reads(customer, intro);
    await customer.pass(1);
    await reads(customer, 'Closes today, Monday, at 6:00 pm IST. Please start now.');
    assert.deepEqual(await flips(customer.page), []);
  });

  for (const { mode, name } of [
    { mode: 'popup', name: 'a window' },
    { mode: 'iframe', name: 'a dialog' },
  ] as const) {
    it(`end around a call in ${name}, which is left alone`, async (t) => {
      const customer = await standAt(t, browser, {
        at: MONDAY_18 - MINUTE,
        attributes: `mode="${mode}"`,
      });
      const { page, button } = customer;
      await reaches(customer, 'ready');
      const inWindow = mode === 'popup';
      const call = inWindow ? await windowOpenedBy(customer, () => button.click()) : null;
      if (!call) await button.click();
      await reaches(customer, 'open');
      const heading = (call ?? page.frameLocator('enkash-vkyc-button iframe')).getByRole('heading', {
        name: 'Before the call',
      });
      await heading.waitFor();

      await customer.pass(MINUTE);
      await until('the flip is told', async () => (await flips(page)).length === 1);
      await customer.pass(MINUTE);
      assert.equal(await customer.element.getAttribute('state'), 'open');
      assert.equal((await availabilityOf(customer)).open, false);
      assert.equal(await heading.isVisible(), true);
      assert.deepEqual(await story(page), ['vkyc-status-change', 'vkyc-start', 'vkyc-open']);
    });
  }

  it('let no new call start once the last one has ended after them', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_18 - MINUTE });
    const { page, wallet, context } = customer;
    await reaches(customer, 'ready');
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await call.getByRole('heading', { name: 'Before the call' }).waitFor();
    await customer.pass(2 * MINUTE);
    await call.close();
    await customer.pass(2_000);
    await reaches(customer, 'checking');
    await customer.button.click();
    assert.equal(context.pages().length, 1);
    assert.equal(wallet.links.length, 1);
    await customer.pass(MINUTE);
    await reaches(customer, 'closed');
    await reads(customer, 'Closed for today. Opens Tuesday at 10:00 am IST.');
    assert.equal((await heard(page, 'vkyc-start')).length, 1);
  });

  it('take the place of a start that failed, since there is nothing to try again', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_18 - MINUTE });
    await reaches(customer, 'ready');
    customer.wallet.meetNext('POST', () => Promise.resolve(new Response(null, { status: 500 })), 2);
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'error');
    await customer.pass(MINUTE);
    await reaches(customer, 'closed');
    await reads(customer, 'Closed for today. Opens Tuesday at 10:00 am IST.');
  });
});

describe('a backend that refuses a start while the schedule is open', () => {
  const refusal = (error: object) => () =>
    Promise.resolve(Response.json({ error: { code: 'closed_hours', ...error } }, { status: 409 }));

  it('is believed, and the button opens by itself at the time it names', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_11 });
    const { page, wallet } = customer;
    await reaches(customer, 'ready');
    const opensAt = new Date(MONDAY_11 + 5 * MINUTE).toISOString();
    wallet.meetNext('POST', refusal({ opensAt }), 2);
    const placeholder = await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'closed');
    await reads(customer, 'Closed right now. Opens today, Monday, at 11:05 am IST.');
    await until('the window is gone', () => placeholder.isClosed());

    await customer.pass(5 * MINUTE);
    await reaches(customer, 'ready');
    assert.deepEqual(
      (await flips(page)).map(({ open, reason }) => [open, reason]),
      [
        [false, 'server'],
        [true, null],
      ],
    );
    assert.deepEqual(await heard(page, 'vkyc-error'), []);
  });

  it('and names no time leaves the customer a way to ask again', async (t) => {
    const customer = await standAt(t, browser, { at: MONDAY_11 });
    await reaches(customer, 'ready');
    customer.wallet.meetNext('POST', refusal({}), 2);
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'closed');
    await reads(customer, 'Closed right now.');
    await customer.element.getByRole('button', { name: 'Check status' }).click();
    await reaches(customer, 'ready');
  });
});
