import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { recordedEvents } from '../support/browser/recorded-events.js';
import { closeCallWindow, completeCall } from '../support/browser/video-call.js';
import { visitWallet } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after }, { media: 'granted' });

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types enkash-vkyc";

/** Freezes what the language defines, and everything that is reachable from it. */
const FREEZE_BUILT_INS = `
  const seen = new Set([globalThis]);
  const freeze = (value) => {
    if (Object(value) !== value || seen.has(value)) return;
    seen.add(value);
    for (const { value: member, get, set } of Object.values(Object.getOwnPropertyDescriptors(Object.freeze(value))))
      [member, get, set].forEach(freeze);
    freeze(Object.getPrototypeOf(value));
  };
  [Object, Function, Symbol, Array, Map, Set, WeakMap, WeakSet, Promise, Error, TypeError, RangeError, String, Number,
    Boolean, BigInt, RegExp, Date, JSON, Math, Reflect, Proxy, Uint8Array, ArrayBuffer].forEach(freeze);`;

describe('the CDN file', () => {
  it('keeps the first of two copies of the script, with one warning and no error', async (t) => {
    const { customer } = await visitWallet(t, browser, {
      markup: '<script type="module" src="/dist/cdn/enkash-vkyc-button.js?second"></script>',
    });
    await waitForState(customer, 'ready');
    assert.equal(customer.consoleMessages.length, 1);
    assert.match(customer.consoleMessages[0] ?? '', /is defined twice/);
    await clickForPopup(customer);
    await waitForState(customer, 'open');
    assert.deepEqual(customer.pageErrors, []);
  });

  it('completes the whole journey under a strict CSP without a violation', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      headers: { 'content-security-policy': STRICT },
    });
    await waitForState(customer, 'ready');
    const release = wallet.holdNext('POST');
    const call = await clickForPopup(customer);
    await call.getByText('Opening the video call…').waitFor();
    release();
    await completeCall(call, wallet, 'approved');
    await closeCallWindow(call);
    await waitForState(customer, 'ready', 'under-review');
    const colour = await customer.button.evaluate((button) => getComputedStyle(button).borderColor);
    assert.notEqual(colour, 'rgb(0, 0, 0)', 'the styles apply');
    assert.deepEqual(await recordedEvents(customer.page, 'securitypolicyviolation'), []);
    assert.deepEqual(customer.consoleMessages, []);
    assert.deepEqual(customer.pageErrors, []);
  });

  it('shows the call in its dialog under a strict CSP that allows the frame', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      attributes: 'mode="iframe"',
      headers: { 'content-security-policy': `${STRICT}; frame-src http://127.0.0.1:*` },
    });
    await waitForState(customer, 'ready');
    await customer.button.click();
    await waitForState(customer, 'open');
    await completeCall(customer.page.frameLocator('iframe'), wallet, 'approved');
    assert.deepEqual(await recordedEvents(customer.page, 'securitypolicyviolation'), []);
    assert.deepEqual(customer.pageErrors, []);
  });

  it('works on a page that has frozen the built-in objects', async (t) => {
    const { customer } = await visitWallet(t, browser, {
      beforeLoad: (page) => page.addInitScript({ content: FREEZE_BUILT_INS }),
    });
    await waitForState(customer, 'ready');
    await clickForPopup(customer);
    await waitForState(customer, 'open');
    assert.deepEqual(customer.pageErrors, []);
    assert.deepEqual(customer.consoleMessages, []);
  });

  it('warns once, and throws nothing, on a page that requires a Trusted Types policy and forbids all', async (t) => {
    const { customer } = await visitWallet(t, browser, {
      headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
    });
    const hidden = customer.page.locator('enkash-vkyc-button[state=ready]');
    await hidden.waitFor({ state: 'attached' });
    await customer.element.evaluate((element) => element.setAttribute('lang', 'hi'));
    await hidden.waitFor({ state: 'attached' });
    const own = customer.consoleMessages.filter((message) => message.includes('<enkash-vkyc-button>'));
    assert.deepEqual(own, [
      '<enkash-vkyc-button>: internal_error (TypeError): see docs/errors.md#internal_error',
    ]);
    assert.deepEqual(customer.pageErrors, []);
  });

  it('works on a page that forbids its Trusted Types policy but does not require one', async (t) => {
    const { customer } = await visitWallet(t, browser, {
      headers: { 'content-security-policy': "script-src 'self'; trusted-types 'none'" },
    });
    await waitForState(customer, 'ready');
    assert.deepEqual(customer.pageErrors, []);
  });
});
