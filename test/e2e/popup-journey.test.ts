import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  hasAnswers,
  heard,
  joinCall,
  leaveCall,
  reaches,
  reads,
  takeCall,
  until,
  visit,
  windowOpenedBy,
} from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { MONDAY_11, startWallet } from '../support/browser/wallet.js';

const browser = await launchChromium({ after }, { media: 'granted' });

/** A clock that runs as usual and can be wound on. */
const windableClock = (page: Page) => page.clock.install({ time: MONDAY_11 });
/** Past the time in which a window that reads as closed counts as out of sight. */
const windOn = (page: Page) => page.clock.fastForward(2_000);
/** Past the time for which a backend gives the same link again. */
const MINUTE = 60_000;

describe('the video call in a popup window', () => {
  it('goes straight to the call when intent was seen before the click', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    await customer.button.hover();
    await hasAnswers(customer, 2);
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
    await call.getByRole('heading', { name: 'Before the call' }).waitFor();
    assert.equal(await call.evaluate('window.opener'), null);
    assert.equal(wallet.links.length, 1);
  });

  it('shows that the agent rejected, and offers another call with a fresh link', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await takeCall(call, wallet, 'rejected');
    await leaveCall(call);
    await reaches(customer, 'ready', 'rejected');
    await reads(customer, 'VKYC Rejected');
    await reads(customer, 'Your KYC was not approved. You can try again.');

    wallet.pass(MINUTE);
    const second = await windowOpenedBy(customer, () => customer.button.click());
    await takeCall(second, wallet, 'approved');
    await leaveCall(second);
    await reaches(customer, 'ready', 'under-review');
    assert.equal(new Set(wallet.links).size, 2);
  });

  it('gives a fresh link after the line has dropped, and the old one leads to no call', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await takeCall(call, wallet, 'dropped');
    await call.getByRole('heading', { name: 'The call was cut off' }).waitFor();
    const old = call.url();
    await leaveCall(call);
    await reaches(customer, 'checking', 'in-progress');

    wallet.pass(MINUTE);
    const second = await windowOpenedBy(customer, () => customer.button.click());
    await second.getByRole('heading', { name: 'Before the call' }).waitFor();
    assert.notEqual(second.url(), old);
    const visited = await customer.context.newPage();
    await visited.goto(old);
    await visited.getByRole('heading', { name: 'This call is over' }).waitFor();
  });

  it('checks with EnKash when the window is closed half-way, and a fresh link replaces the old one', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet, windableClock);
    const { page, button } = customer;
    await reaches(customer, 'ready');
    const call = await windowOpenedBy(customer, () => button.click());
    await joinCall(call);
    const old = call.url();
    await reaches(customer, 'open');
    await windOn(page);
    await call.close();
    await reaches(customer, 'checking');
    await reads(customer, 'The call window is closed. Checking the result…');
    assert.deepEqual(await heard(page, 'vkyc-close'), [
      { type: 'vkyc-close', mode: 'popup', reason: 'user' },
    ]);

    wallet.pass(MINUTE);
    await page.clock.fastForward(MINUTE);
    await reaches(customer, 'ready', 'in-progress');
    await reads(customer, 'No result yet. If the call ended early, you can start again.');
    const second = await windowOpenedBy(customer, () => button.click());
    await second.getByRole('heading', { name: 'Before the call' }).waitFor();
    await reaches(customer, 'open');
    const visited = await customer.context.newPage();
    await visited.goto(old);
    await visited.getByRole('heading', { name: 'A newer link took its place' }).waitFor();
  });

  it('leaves the call to the customer when the element is removed, and asks no more', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet, windableClock);
    await reaches(customer, 'ready');
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
    await customer.element.evaluate((element) => element.remove());
    const asked = wallet.asked.length;
    await customer.page.clock.runFor(MINUTE);
    await takeCall(call, wallet, 'approved');
    assert.equal(call.isClosed(), false);
    assert.equal(wallet.asked.length, asked);
    assert.deepEqual(customer.uncaught, []);
  });

  it('closes a placeholder that has gone nowhere when the element is removed', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const release = wallet.holdNext('POST');
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'opening');
    await Promise.all([call.waitForEvent('close'), customer.element.evaluate((element) => element.remove())]);
    release();
    assert.deepEqual(customer.uncaught, []);
  });

  it('holds the link nowhere in the page: not in the DOM, events, storage, timings or the console', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    const { page, button } = customer;
    await reaches(customer, 'ready');
    const held: string[] = [];
    const look = async () => held.push(await page.evaluate<string>('everythingHeld()'));

    await button.hover();
    await until('the link was fetched ahead', () => wallet.links.length === 1);
    await look();
    const call = await windowOpenedBy(customer, () => button.click());
    await reaches(customer, 'open');
    await look();
    await takeCall(call, wallet, 'approved');
    await leaveCall(call);
    await reaches(customer, 'ready', 'under-review');
    await look();

    const secret = new URL(wallet.links[0] ?? '').pathname;
    assert.match(secret, /eMain$/);
    assert.equal(held.length, 3);
    for (const text of [...held, ...customer.said]) {
      assert.equal(text.includes(secret), false);
      assert.equal(text.includes('eMain'), false);
    }
    assert.ok(held.at(-1)?.includes('VKYC Under Review'), 'what is looked at is what the customer sees');
  });
});
