import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { HOUR, MINUTE, MONDAY_11, SUNDAY_11 } from '../support/browser/instants.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { recordedEvents } from '../support/browser/recorded-events.js';
import { installClock, visitWallet } from '../support/browser/visit-page.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after });

describe('opening hours', () => {
  it('show outside the hours when EnKash opens; a click opens no window and mints no link', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, { at: SUNDAY_11 });
    const { page, button } = customer;
    await waitForState(customer, 'closed', 'in-progress');
    await waitForText(customer, 'Open on working days only. Opens Monday at 10:00 am.');
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    assert.equal(await button.isVisible(), true);
    const described = await button.getAttribute('aria-describedby');
    assert.match(
      await customer.element.locator(`#${described ?? ''}`).innerText(),
      /Opens Monday at 10:00 am/,
    );

    await button.click({ force: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Opens Monday at 10:00 am.' }).waitFor();
    assert.equal(customer.context.pages().length, 1);
    assert.deepEqual(wallet.requests, ['GET']);
    assert.deepEqual(await recordedEvents(page, 'vkyc-start'), []);
    assert.deepEqual(await recordedEvents(page, 'vkyc-error'), []);
  });

  it('open the button by itself at the opening time', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      at: MONDAY_11 - HOUR - MINUTE,
      beforeLoad: installClock,
    });
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Not open yet. Opens today, Monday, at 10:00 am.');
    wallet.advance(MINUTE);
    await customer.page.clock.fastForward(MINUTE);
    await waitForState(customer, 'ready');
    assert.equal(await customer.button.getAttribute('aria-disabled'), null);
    const change = (await recordedEvents(customer.page, 'vkyc-availability-change')).at(-1);
    assert.equal(change?.['open'], true);
    await clickForPopup(customer);
    await waitForState(customer, 'open');
  });

  it('close the button by itself at the closing time, and name the next opening', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      at: MONDAY_11 + 7 * HOUR - MINUTE,
      beforeLoad: installClock,
    });
    await waitForState(customer, 'ready');
    wallet.advance(MINUTE);
    await customer.page.clock.fastForward(MINUTE);
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Closed for today. Opens Tuesday at 10:00 am.');
  });

  it('close the button when the backend refuses a start with closed_hours', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    const opensAt = new Date(MONDAY_11 + 23 * HOUR).toISOString();
    const refuse = () =>
      Promise.resolve(Response.json({ error: { code: 'closed_hours', opensAt } }, { status: 409 }));
    wallet.interceptNext('POST', refuse, 2);
    await clickForPopup(customer);
    await waitForState(customer, 'closed');
    await waitForText(customer, 'Closed right now. Opens Tuesday at 10:00 am.');
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-error'), []);
    assert.equal(
      (await recordedEvents(customer.page, 'vkyc-availability-change')).at(-1)?.['reason'],
      'server',
    );
  });
});
