import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { heard, reaches, reads, visit, windowOpenedBy } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { MONDAY_11, startWallet } from '../support/browser/wallet.js';

const browser = await launchChromium({ after });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SUNDAY_11 = MONDAY_11 - 24 * HOUR;

describe("outside EnKash's hours", () => {
  it('says when it opens, and a click opens and mints nothing', async (t) => {
    const wallet = await startWallet(t, { at: SUNDAY_11 });
    const customer = await visit(t, browser, wallet);
    const { page, button } = customer;
    await reaches(customer, 'closed', 'in-progress');
    await reads(customer, 'Open on working days only. Opens Monday at 10:00 am IST.');
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    assert.equal(await button.isVisible(), true);
    const described = await button.getAttribute('aria-describedby');
    assert.match(
      await customer.element.locator(`#${described ?? ''}`).innerText(),
      /Opens Monday at 10:00 am IST/,
    );

    await button.click({ force: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Opens Monday at 10:00 am IST.' }).waitFor();
    assert.equal(customer.context.pages().length, 1);
    assert.deepEqual(wallet.asked, ['GET']);
    assert.deepEqual(await heard(page, 'vkyc-start'), []);
    assert.deepEqual(await heard(page, 'vkyc-error'), []);
  });

  it('opens by itself when the time comes, while the page stays open', async (t) => {
    const wallet = await startWallet(t, { at: MONDAY_11 - HOUR - MINUTE });
    const customer = await visit(t, browser, wallet, (page) => page.clock.install());
    await reaches(customer, 'closed');
    await reads(customer, 'Not open yet. Opens today, Monday, at 10:00 am IST.');
    wallet.pass(MINUTE);
    await customer.page.clock.fastForward(MINUTE);
    await reaches(customer, 'ready');
    assert.equal(await customer.button.getAttribute('aria-disabled'), null);
    const change = (await heard(customer.page, 'vkyc-availability-change')).at(-1);
    assert.equal(change?.['open'], true);
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
  });

  it('closes by itself at the end of the day, and names the next one', async (t) => {
    const wallet = await startWallet(t, { at: MONDAY_11 + 7 * HOUR - MINUTE });
    const customer = await visit(t, browser, wallet, (page) => page.clock.install());
    await reaches(customer, 'ready');
    wallet.pass(MINUTE);
    await customer.page.clock.fastForward(MINUTE);
    await reaches(customer, 'closed');
    await reads(customer, 'Closed for today. Opens Tuesday at 10:00 am IST.');
  });

  it('believes the backend that refuses a start because EnKash has just closed', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const opensAt = new Date(MONDAY_11 + 23 * HOUR).toISOString();
    const refuse = () =>
      Promise.resolve(Response.json({ error: { code: 'closed_hours', opensAt } }, { status: 409 }));
    wallet.meetNext('POST', refuse, 2);
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'closed');
    await reads(customer, 'Closed right now. Opens Tuesday at 10:00 am IST.');
    assert.deepEqual(await heard(customer.page, 'vkyc-error'), []);
    assert.equal((await heard(customer.page, 'vkyc-availability-change')).at(-1)?.['reason'], 'server');
  });
});
