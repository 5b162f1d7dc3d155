import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import en from '../../src/locales/en.js';
import { MINUTE } from '../support/browser/instants.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup, openPopupCall } from '../support/browser/open-popup-call.js';
import { pageContents, recordedEvents } from '../support/browser/recorded-events.js';
import { closeCallWindow, completeCall, joinCall, waitForCall } from '../support/browser/video-call.js';
import { installClock, visitWallet } from '../support/browser/visit-page.js';
import { waitForResponses, waitForState, waitForText } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after }, { media: 'granted' });

/** Milliseconds within which a window that reads as closed is reported as severed. */
const SEVERED_MS = 2_000;

describe('popup mode', () => {
  it('navigates straight to the call when the link was prefetched on hover', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    await customer.button.hover();
    await waitForResponses(customer, 2);
    const call = await clickForPopup(customer);
    await waitForState(customer, 'open');
    await waitForCall(call);
    assert.equal(await call.evaluate('window.opener'), null);
    assert.equal(wallet.links.length, 1);
  });

  it('shows a rejection, and offers another call with a fresh link', async (t) => {
    const { wallet, customer, call } = await openPopupCall(t, browser);
    await completeCall(call, wallet, 'rejected');
    await closeCallWindow(call);
    await waitForState(customer, 'ready', 'rejected');
    await waitForText(customer, 'Not approved');
    await waitForText(customer, en.hints.rejected);

    wallet.advance(MINUTE);
    const second = await clickForPopup(customer);
    await completeCall(second, wallet, 'approved');
    await closeCallWindow(second);
    await waitForState(customer, 'ready', 'under-review');
    assert.equal(new Set(wallet.links).size, 2);
  });

  it('opens a fresh link after the call was cut off, and the old link leads to no call', async (t) => {
    const { wallet, customer, call } = await openPopupCall(t, browser, { beforeLoad: installClock });
    await completeCall(call, wallet, 'dropped');
    await call.getByRole('heading', { name: 'The call was cut off' }).waitFor();
    const oldLink = call.url();
    await customer.page.clock.fastForward(SEVERED_MS);
    await closeCallWindow(call);
    await waitForState(customer, 'checking', 'in-progress');

    wallet.advance(MINUTE);
    const second = await clickForPopup(customer);
    await waitForCall(second);
    assert.notEqual(second.url(), oldLink);
    const oldLinkPage = await customer.context.newPage();
    await oldLinkPage.goto(oldLink);
    await oldLinkPage.getByRole('heading', { name: 'This call is over' }).waitFor();
  });

  it('checks the result when the window is closed during the call, and a fresh link replaces the old one', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, { beforeLoad: installClock });
    const { page } = customer;
    await waitForState(customer, 'ready');
    const call = await clickForPopup(customer);
    await joinCall(call);
    const oldLink = call.url();
    await waitForState(customer, 'open');
    await page.clock.fastForward(SEVERED_MS);
    await call.close();
    await waitForState(customer, 'checking');
    await waitForText(customer, 'The call window is closed. Checking the result…');
    assert.deepEqual(await recordedEvents(page, 'vkyc-close'), [
      { type: 'vkyc-close', mode: 'popup', reason: 'user' },
    ]);

    wallet.advance(MINUTE);
    await page.clock.fastForward(MINUTE);
    await waitForState(customer, 'ready', 'in-progress');
    await waitForText(customer, 'No result yet. If the call ended early, press the button to continue.');
    const second = await clickForPopup(customer);
    await waitForCall(second);
    await waitForState(customer, 'open');
    const oldLinkPage = await customer.context.newPage();
    await oldLinkPage.goto(oldLink);
    await oldLinkPage.getByRole('heading', { name: 'A newer link took its place' }).waitFor();
  });

  it('leaves the call open when the element is removed, and sends no more requests', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, { beforeLoad: installClock });
    await waitForState(customer, 'ready');
    const call = await clickForPopup(customer);
    await waitForState(customer, 'open');
    await customer.element.evaluate((element) => element.remove());
    const requestCount = wallet.requests.length;
    await customer.page.clock.runFor(MINUTE);
    await completeCall(call, wallet, 'approved');
    assert.equal(call.isClosed(), false);
    assert.equal(wallet.requests.length, requestCount);
    assert.deepEqual(customer.pageErrors, []);
  });

  it('closes a placeholder without a link when the element is removed', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    const release = wallet.holdNext('POST');
    const call = await clickForPopup(customer);
    await waitForState(customer, 'opening');
    await Promise.all([call.waitForEvent('close'), customer.element.evaluate((element) => element.remove())]);
    release();
    assert.deepEqual(customer.pageErrors, []);
  });

  it('exposes the link nowhere in the page: not in DOM, events, storage, resource timings or console', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    const { page, button } = customer;
    await waitForState(customer, 'ready');
    const snapshots: string[] = [];
    const takeSnapshot = async () => snapshots.push(await pageContents(page));

    await button.hover();
    await waitUntil('the link has been prefetched', () => wallet.links.length === 1);
    await takeSnapshot();
    const call = await clickForPopup(customer);
    await waitForState(customer, 'open');
    await takeSnapshot();
    await completeCall(call, wallet, 'approved');
    await closeCallWindow(call);
    await waitForState(customer, 'ready', 'under-review');
    await takeSnapshot();

    const secret = new URL(wallet.links[0] ?? '').pathname;
    assert.match(secret, /eMain$/);
    assert.equal(snapshots.length, 3);
    for (const text of [...snapshots, ...customer.consoleMessages]) {
      assert.equal(text.includes(secret), false);
      assert.equal(text.includes('eMain'), false);
    }
    assert.ok(snapshots.at(-1)?.includes('Under review'), 'the snapshot contains what the customer sees');
  });
});
