import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { recordedEvents } from '../support/browser/recorded-events.js';
import { waitForCall } from '../support/browser/video-call.js';
import { installClock, visitWallet } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after }, { media: 'granted' });

/** What a page's `window.open` gives instead of a window. */
const STAND_INS = {
  'the page itself': 'window',
  true: 'true',
  'an empty object': '{}',
  'a frozen object': 'Object.freeze({ closed: false })',
  "a frame's window": "document.body.appendChild(document.createElement('iframe')).contentWindow",
  'an object with the document of the page':
    '{ closed: false, focus() {}, close() {}, document, location: { replace() {} } }',
  'an object that throws': '{ closed: false, get location() { throw new Error("hostile"); } }',
  'a window without `focus`':
    '{ closed: false, close() {}, location: { replace() {}, href: "about:blank" } }',
  'a window that cannot be navigated':
    '{ closed: false, focus() {}, close() {}, location: { replace() { throw new Error("hostile"); } } }',
};

describe('a page whose `window.open` gives no window', () => {
  for (const [name, code] of Object.entries(STAND_INS))
    for (const prefetched of [false, true])
      it(`opens the call in this tab at the third press for ${name}, ${prefetched ? 'with' : 'without'} a prefetched link`, async (t) => {
        const { wallet, customer } = await visitWallet(t, browser, {
          scripts: { '/stand-in.js': `window.open = () => (${code});` },
        });
        const { page, button } = customer;
        await waitForState(customer, 'ready');
        if (prefetched) {
          await button.hover();
          await waitUntil('the link is prefetched', () => wallet.links.length === 1);
        }
        for (const label of ['Open the video call', 'Open in this tab']) {
          const before = wallet.links.length;
          // Not a click, which hovers first.
          await button.dispatchEvent('click');
          await button.filter({ hasText: label }).waitFor();
          assert.ok(wallet.links.length <= before + 1);
        }
        assert.equal(await page.getByRole('heading', { name: 'Mohar Wallet' }).count(), 1);
        assert.deepEqual(
          (await recordedEvents(page, 'vkyc-downgrade')).map(({ to, reason }) => [to, reason]),
          [
            ['popup', 'popup-blocked'],
            ['redirect', 'popup-blocked'],
          ],
        );
        assert.deepEqual(customer.pageErrors, []);
        await button.click();
        await waitForCall(page);
      });

  it('offers this tab when the window goes nowhere, at the price of one more link', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      scripts: {
        '/stand-in.js':
          'window.open = () => ({ closed: false, focus() {}, close() {}, document: {}, location: { replace() {} } });',
      },
    });
    await waitForState(customer, 'ready');
    await customer.button.click();
    await waitForState(customer, 'open');
    await customer.button.click();
    await customer.element.getByRole('button', { name: 'Open in this tab' }).click();
    await waitForCall(customer.page);
    assert.equal(wallet.links.length, 2);
    assert.deepEqual(customer.pageErrors, []);
  });

  it('offers the status, not this tab, while a real window shows the call', async (t) => {
    const { customer } = await visitWallet(t, browser, { beforeLoad: installClock });
    await waitForState(customer, 'ready');
    await waitForCall(await clickForPopup(customer));
    await customer.page.clock.runFor(2_500);
    await customer.element.getByRole('button', { name: 'Check status' }).waitFor();
    assert.equal(await customer.element.getByRole('button', { name: 'Open in this tab' }).count(), 0);
  });
});

describe('redirect mode on a page that is not left', () => {
  it('is ready again when the customer stays', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      attributes: 'mode="redirect"',
      scripts: { '/unsaved.js': "addEventListener('beforeunload', (event) => event.preventDefault());" },
    });
    customer.page.on('dialog', (dialog) => {
      dialog.dismiss().catch(() => undefined);
    });
    await waitForState(customer, 'ready');
    await customer.button.click();
    await waitForState(customer, 'open');
    await waitForState(customer, 'ready', 'in-progress');
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-close'), [
      { type: 'vkyc-close', mode: 'redirect', reason: 'user' },
    ]);
    assert.equal(wallet.links.length, 1);
  });
});
