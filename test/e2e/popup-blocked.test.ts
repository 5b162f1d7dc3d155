import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { testsWith } from '../support/tests-with.js';
import {
  heard,
  leaveCall,
  reaches,
  reads,
  takeCall,
  until,
  visit,
  windowOpenedBy,
} from '../support/browser/customer.js';
import { startChromium } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/wallet.js';

const { after, before, describe, it } = testsWith('full-chromium');

/** A page that starts the call by itself: no gesture, so the browser blocks the window. */
const STARTS_ALONE = `
document.addEventListener('vkyc-status-change', ({ target }) => setTimeout(() => target.start()), { once: true });`;

const blocked = (to: string) => ({ type: 'vkyc-downgrade', from: 'popup', to, reason: 'popup-blocked' });

describe('a browser that blocks popups', () => {
  let browser: Browser;
  before(async () => {
    browser = await startChromium({ popupBlocker: true, media: 'granted' });
  });
  after(() => browser.close());

  it('offers the call once more when the page started it without a gesture, and a click opens it', async (t) => {
    const wallet = await startWallet(t, { scripts: { '/starts-alone.js': STARTS_ALONE } });
    const customer = await visit(t, browser, wallet);
    // looked at from the server's side, since a look at the page would count as the gesture that is to be missing
    await until('the link is at hand', () => wallet.links.length === 1);
    await reads(customer, 'Your browser blocked the new window. Press the button to open the call.');
    await reaches(customer, 'ready');
    assert.deepEqual(await heard(customer.page, 'vkyc-downgrade'), [blocked('popup')]);
    assert.equal(customer.context.pages().length, 1);

    const call = await windowOpenedBy(customer, () =>
      customer.button.filter({ hasText: 'Open the video call' }).click(),
    );
    await reaches(customer, 'open');
    await takeCall(call, wallet, 'approved');
    await leaveCall(call);
    await reaches(customer, 'ready', 'under-review');
    assert.equal(wallet.links.length, 1);
    assert.deepEqual(customer.uncaught, []);
  });

  it('opens the window in the click, so that a slow link is no reason to block it', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    wallet.sandbox.fault({ route: 'link', answer: 'slow', delayMs: 5_500 });
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
    assert.deepEqual(await heard(customer.page, 'vkyc-downgrade'), []);
  });
});
