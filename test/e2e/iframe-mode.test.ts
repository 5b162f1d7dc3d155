import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { launchChromium } from '../support/browser/launch-browser.js';
import {
  callDialog,
  endCallInDialog,
  IFRAME_MODE,
  openCallDialog,
  pressInDialog,
} from '../support/browser/open-call-dialog.js';
import { openPopupCall, popupOpenedBy } from '../support/browser/open-popup-call.js';
import { pageContents, recordedEvents, recordedEventTypes } from '../support/browser/recorded-events.js';
import { startWallet } from '../support/browser/start-wallet.js';
import { completeCall, waitForCall } from '../support/browser/video-call.js';
import { visitPage, visitWallet } from '../support/browser/visit-page.js';
import { waitUntil } from '../support/browser/wait-until.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after }, { media: 'granted' });

const overflow = (page: Page) =>
  page.evaluate<string>('getComputedStyle(document.documentElement).overflowY');
const focused = (page: Page) =>
  page.evaluate<string>("document.activeElement.shadowRoot?.activeElement?.getAttribute('part') ?? ''");

describe('iframe mode', () => {
  it('delegates camera and microphone to the exact origins, and puts the link into no attribute', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      attributes: `${IFRAME_MODE} frame-origins="https://video.example"`,
    });
    await openCallDialog(customer);
    const frame = customer.page.locator('enkash-vkyc-button iframe');
    const allow = (await frame.getAttribute('allow')) ?? '';
    assert.ok(allow.includes(`camera ${wallet.sandbox.signzyOrigin} https://video.example`));
    assert.equal(allow.includes('*'), false);
    assert.equal(await frame.getAttribute('src'), null);
    const contents = await pageContents(customer.page);
    assert.equal(contents.includes(new URL(wallet.links[0] ?? '').pathname), false);
    assert.equal(contents.includes('eMain'), false);
    assert.equal(await customer.page.evaluate('history.length'), 2, 'the call adds no history entry');
  });

  it('prevents scrolling while the dialog is open, and restores scrolling and focus afterwards', async (t) => {
    const { customer } = await visitWallet(t, browser, { attributes: IFRAME_MODE });
    await waitForState(customer, 'ready');
    await customer.page.evaluate("document.documentElement.style.overflow = 'scroll'");
    await customer.button.focus();
    await openCallDialog(customer);
    assert.equal(await overflow(customer.page), 'hidden');
    assert.equal(await focused(customer.page), 'close-button');
    await endCallInDialog(customer);
    await callDialog(customer).waitFor({ state: 'detached' });
    assert.equal(await overflow(customer.page), 'scroll');
    assert.equal(await focused(customer.page), 'button');
  });

  for (const [how, script] of [
    ['hides the element', 'target.hidden = true; target.style.display = "none";'],
    ['collapses what is around it', 'target.parentElement.style.display = "none";'],
    ['hides its content', 'target.style.contentVisibility = "hidden";'],
  ] as const)
    it(`gives the page back, usable and scrolling, when it ${how} during the call`, async (t) => {
      const { customer } = await visitWallet(t, browser, {
        attributes: IFRAME_MODE,
        markup: '<button id="other" style="position: fixed; top: 0; right: 0">Other</button>',
        scripts: {
          '/hide.js': `document.addEventListener('vkyc-open', ({ target }) => setTimeout(() => { ${script} }));`,
        },
      });
      const { page } = customer;
      await page.evaluate('document.documentElement.append(document.querySelector("#other"))');
      await waitForState(customer, 'ready');
      await customer.button.click();
      await page.locator('enkash-vkyc-button[state=checking], enkash-vkyc-button[state=ready]').waitFor({
        state: 'attached',
      });
      await waitUntil(
        'the call has ended',
        async () => (await recordedEvents(page, 'vkyc-close')).length > 0,
      );
      await page.locator('#other').click();
      assert.equal(await overflow(page), 'visible');
      assert.equal(await page.locator('dialog').count(), 0);
      assert.deepEqual(await recordedEvents(page, 'vkyc-close'), [
        { type: 'vkyc-close', mode: 'iframe', reason: 'page' },
      ]);
      assert.equal(
        customer.consoleMessages.filter((text) => text.includes('hidden during a call')).length,
        1,
      );
      assert.deepEqual(customer.pageErrors, []);
    });

  it('opens a window at once on an insecure page, which has no camera for a frame', async (t) => {
    const { customer } = await openPopupCall(t, browser, {
      attributes: IFRAME_MODE,
      scripts: { '/insecure.js': "Object.defineProperty(window, 'isSecureContext', { value: false });" },
    });
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-downgrade'), [
      { type: 'vkyc-downgrade', from: 'iframe', to: 'popup', reason: 'insecure' },
    ]);
  });

  it('moves the call to a new window with a fresh link when the customer asks for it', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, { attributes: IFRAME_MODE });
    await openCallDialog(customer);
    wallet.advance(60_000);
    const call = await popupOpenedBy(customer, () =>
      pressInDialog(customer, 'Having trouble? Open in a new window'),
    );
    await waitForCall(call);
    await callDialog(customer).waitFor({ state: 'detached' });
    await waitForState(customer, 'open');
    assert.equal(new Set(wallet.links).size, 2);
    assert.deepEqual(
      (await recordedEvents(customer.page, 'vkyc-open')).map(({ mode }) => mode),
      ['iframe', 'popup'],
    );
    await completeCall(call, wallet, 'approved');
  });
});

describe('iframe mode on a page that cannot show the call', () => {
  it('falls back to a popup when the CSP of the page refuses the frame', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      attributes: IFRAME_MODE,
      headers: { 'content-security-policy': "frame-src 'self'" },
    });
    await waitForState(customer, 'ready');
    await customer.button.click();
    await waitForText(
      customer,
      'The call could not be shown here. Press the button to open it in a new window.',
    );
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-downgrade'), [
      { type: 'vkyc-downgrade', from: 'iframe', to: 'popup', reason: 'frame-refused' },
    ]);
    const { pathname } = new URL(wallet.links[0] ?? '');
    assert.ok(customer.consoleMessages.join().includes(wallet.sandbox.signzyOrigin));
    assert.equal(customer.consoleMessages.join().includes(pathname), false, 'the console names no link');
    assert.equal(await customer.page.locator('dialog').count(), 0);
    assert.equal(await overflow(customer.page), 'visible');
    const call = await popupOpenedBy(customer, () =>
      customer.button.filter({ hasText: 'Open the video call' }).click(),
    );
    await waitForCall(call);
    await waitForState(customer, 'open');
  });

  it('opens a popup at once when the page may not delegate its camera', async (t) => {
    const { wallet, customer, call } = await openPopupCall(t, browser, {
      attributes: IFRAME_MODE,
      headers: { 'permissions-policy': 'camera=()' },
    });
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-downgrade'), [
      { type: 'vkyc-downgrade', from: 'iframe', to: 'popup', reason: 'camera-not-delegated' },
    ]);
    assert.equal(await completeCall(call, wallet, 'approved'), 'All set.');
  });

  it('offers a new window when the call refuses to be framed, which no browser reports', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      attributes: IFRAME_MODE,
      sandbox: { pageHeaders: { 'x-frame-options': 'DENY' } },
    });
    await waitForState(customer, 'ready');
    await customer.button.click();
    await waitForState(customer, 'open');
    wallet.advance(60_000);
    const call = await popupOpenedBy(customer, () =>
      pressInDialog(customer, 'Having trouble? Open in a new window'),
    );
    await waitForCall(call);
  });

  it('falls back to a popup when the frame stays empty', async (t) => {
    const wallet = await startWallet(t, { attributes: IFRAME_MODE });
    const customer = await visitPage(t, browser, {
      url: wallet.url,
      beforeLoad: async (page) => {
        await page.clock.install();
        await page.route(`${wallet.sandbox.signzyOrigin}/**`, (route) => route.fulfill({ status: 204 }));
      },
    });
    await waitForState(customer, 'ready');
    await customer.button.click();
    await waitForState(customer, 'open');
    await customer.page.clock.fastForward(8_000);
    await waitForText(
      customer,
      'The call could not be shown here. Press the button to open it in a new window.',
    );
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-downgrade'), [
      { type: 'vkyc-downgrade', from: 'iframe', to: 'popup', reason: 'frame-empty' },
    ]);
    assert.ok((await recordedEventTypes(customer.page)).includes('vkyc-open'));
  });
});
