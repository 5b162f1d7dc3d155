import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup, openPopupCall, popupOpenedBy } from '../support/browser/open-popup-call.js';
import { recordedEvents, recordedEventTypes } from '../support/browser/recorded-events.js';
import { closeCallWindow, completeCall } from '../support/browser/video-call.js';
import { visitWallet } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after }, { media: 'granted' });

describe('one window and one link per call', () => {
  it('opens one window for a triple click', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    const call = await popupOpenedBy(customer, () => customer.button.click({ clickCount: 3 }));
    await waitForState(customer, 'open');
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
    await completeCall(call, wallet, 'rejected');
    await closeCallWindow(call);
    await waitForState(customer, 'ready', 'rejected');
  });

  it('opens one window for a held Enter', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    const release = wallet.holdNext('POST');
    await customer.button.focus();
    await popupOpenedBy(customer, async () => {
      for (let repeat = 0; repeat < 8; repeat++) await customer.page.keyboard.down('Enter');
      await customer.page.keyboard.up('Enter');
    });
    release();
    await waitForState(customer, 'open');
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
    assert.equal((await recordedEvents(customer.page, 'vkyc-open')).length, 1);
  });

  it('focuses the window instead of opening another when the button is pressed during the call', async (t) => {
    const { wallet, customer } = await openPopupCall(t, browser);
    await waitForState(customer, 'open');
    await customer.button.filter({ hasText: 'Go to the video call' }).click();
    await customer.button.click();
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
    await waitForState(customer, 'open');
  });

  it('keeps waiting for the link when the button is pressed while the window opens', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    const release = wallet.holdNext('POST');
    await clickForPopup(customer);
    await waitForState(customer, 'opening');
    await customer.button.click();
    await customer.button.click();
    release();
    await waitForState(customer, 'open');
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
  });

  it('discards the link when the customer has closed the placeholder, and starts again on the next click', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    const release = wallet.holdNext('POST');
    const placeholder = await clickForPopup(customer);
    await waitForState(customer, 'opening');
    await placeholder.close();
    release();
    await waitForState(customer, 'ready', 'in-progress');
    assert.equal(customer.context.pages().length, 1);
    assert.deepEqual(await recordedEventTypes(customer.page), ['vkyc-status-change', 'vkyc-start']);

    await clickForPopup(customer);
    await waitForState(customer, 'open');
    assert.equal(customer.context.pages().length, 2);
  });

  it('shows the true status after a reload during the call, which continues', async (t) => {
    const { wallet, customer, call } = await openPopupCall(t, browser);
    await waitForState(customer, 'open');
    await customer.page.reload();
    await waitForState(customer, 'ready', 'in-progress');
    assert.equal(call.isClosed(), false);
    await completeCall(call, wallet, 'approved');
    await customer.page.reload();
    await waitForState(customer, 'ready', 'under-review');
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
  });

  it('shares one call between two elements with the same endpoint and two copies of the script', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      scripts: { '/twin.js': TWIN },
      markup: '<script type="module" src="/dist/cdn/enkash-vkyc-button.js?second"></script>',
    });
    const [first, twin] = [customer.element.first(), customer.element.nth(1)];
    await first.and(customer.page.locator('[state=ready]')).waitFor();
    await popupOpenedBy(customer, () => first.locator('[part~=button]').click());
    await twin.and(customer.page.locator('[state=open]')).waitFor();
    await twin.locator('[part~=button]').click();
    assert.equal(customer.context.pages().length, 2);
    assert.deepEqual(wallet.requests, ['GET', 'POST']);
    assert.equal((await recordedEvents(customer.page, 'vkyc-open')).length, 1);
  });
});

/** Adds a second element for the same session to the page. */
const TWIN = `
const one = document.querySelector('enkash-vkyc-button');
one.after(one.cloneNode(true));`;
