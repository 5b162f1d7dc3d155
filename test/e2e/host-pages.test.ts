import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { heard, leaveCall, reaches, takeCall, visit, windowOpenedBy } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/wallet.js';

const browser = await launchChromium({ after }, { media: 'granted' });

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types enkash-vkyc";

describe('the CDN file on pages of all kinds', () => {
  it('stays with the first of two copies of the script, with one warning and no error', async (t) => {
    const wallet = await startWallet(t, {
      markup: '<script type="module" src="/dist/cdn/enkash-vkyc-button.js?second"></script>',
    });
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    assert.equal(customer.said.length, 1);
    assert.match(customer.said[0] ?? '', /is defined twice on this page/);
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
    assert.deepEqual(customer.uncaught, []);
  });

  it('takes the whole journey under a strict security policy without one violation', async (t) => {
    const wallet = await startWallet(t, { headers: { 'content-security-policy': STRICT } });
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const release = wallet.holdNext('POST');
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await call.getByText('Opening the video call…').waitFor();
    release();
    await takeCall(call, wallet, 'approved');
    await leaveCall(call);
    await reaches(customer, 'ready', 'under-review');
    const colour = await customer.button.evaluate((button) => getComputedStyle(button).borderColor);
    assert.notEqual(colour, 'rgb(0, 0, 0)', 'the styles apply');
    assert.deepEqual(await heard(customer.page, 'securitypolicyviolation'), []);
    assert.deepEqual(customer.said, []);
    assert.deepEqual(customer.uncaught, []);
  });

  it('shows the call in its dialog under a strict security policy that lets it be framed', async (t) => {
    const wallet = await startWallet(t, {
      attributes: 'mode="iframe"',
      headers: { 'content-security-policy': `${STRICT}; frame-src http://127.0.0.1:*` },
    });
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    await customer.button.click();
    await reaches(customer, 'open');
    await takeCall(customer.page.frameLocator('iframe'), wallet, 'approved');
    assert.deepEqual(await heard(customer.page, 'securitypolicyviolation'), []);
    assert.deepEqual(customer.uncaught, []);
  });

  it('runs where the page allows no Trusted Types policy of ours but requires none either', async (t) => {
    const wallet = await startWallet(t, {
      headers: { 'content-security-policy': "script-src 'self'; trusted-types 'none'" },
    });
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    assert.deepEqual(customer.uncaught, []);
  });
});
