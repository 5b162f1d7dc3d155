import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { startChromium } from '../support/browser/launch-browser.js';
import { clickForPopup, popupOpenedBy } from '../support/browser/open-popup-call.js';
import { recordedEvents } from '../support/browser/recorded-events.js';
import { closeCallWindow, completeCall } from '../support/browser/video-call.js';
import { visitWallet } from '../support/browser/visit-page.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';
import { testsWith } from '../support/tests-with.js';

const { after, before, describe, it } = testsWith('full-chromium');

/** Starts the call without a user gesture, so that the browser blocks the popup. */
const STARTS_ALONE = `
document.addEventListener('vkyc-status-change', ({ target }) => setTimeout(() => target.start()), { once: true });`;

const downgradeTo = (to: string) => ({ type: 'vkyc-downgrade', from: 'popup', to, reason: 'popup-blocked' });

describe('popup mode in a browser that blocks popups', () => {
  let browser: Browser;
  before(async () => {
    browser = await startChromium({ popupBlocker: true, media: 'granted' });
  });
  after(() => browser.close());

  it('offers the call again after a start without a gesture, and opens it on click', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      scripts: { '/starts-alone.js': STARTS_ALONE },
    });
    // Observed on the server: evaluating in the page would count as the missing user gesture.
    await waitUntil('the link has been fetched', () => wallet.links.length === 1);
    await waitForText(customer, 'Your browser blocked the new window. Press the button to open the call.');
    await waitForState(customer, 'ready');
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-downgrade'), [downgradeTo('popup')]);
    assert.equal(customer.context.pages().length, 1);

    const call = await popupOpenedBy(customer, () =>
      customer.button.filter({ hasText: 'Open the video call' }).click(),
    );
    await waitForState(customer, 'open');
    await completeCall(call, wallet, 'approved');
    await closeCallWindow(call);
    await waitForState(customer, 'ready', 'under-review');
    assert.equal(wallet.links.length, 1);
    assert.deepEqual(customer.pageErrors, []);
  });

  it('opens the window in the click, so that a slow link does not get it blocked', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    wallet.sandbox.fault({ route: 'link', answer: 'slow', delayMs: 5_500 });
    await clickForPopup(customer);
    await waitForState(customer, 'open');
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-downgrade'), []);
  });
});
