import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  heard,
  reaches,
  reads,
  story,
  takeCall,
  visit,
  windowOpenedBy,
} from '../support/browser/customer.js';
import { dialogOf, IFRAME, openDialog, pressInDialog } from '../support/browser/dialog.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/wallet.js';

const browser = await launchChromium({ after }, { media: 'granted' });

const overflow = (page: Page) => page.evaluate<string>('document.documentElement.style.overflow');
const focused = (page: Page) =>
  page.evaluate<string>("document.activeElement.shadowRoot?.activeElement?.getAttribute('part') ?? ''");

describe('the video call in a dialog of the page', () => {
  it('lends camera and microphone to the exact origin of the call, and holds the link in no attribute', async (t) => {
    const wallet = await startWallet(t, { attributes: `${IFRAME} frame-origins="https://video.example"` });
    const customer = await visit(t, browser, wallet);
    await openDialog(customer);
    const frame = customer.page.locator('enkash-vkyc-button iframe');
    const allow = (await frame.getAttribute('allow')) ?? '';
    assert.ok(allow.includes(`camera ${wallet.sandbox.signzyOrigin} https://video.example`));
    assert.equal(allow.includes('*'), false);
    assert.equal(await frame.getAttribute('src'), null);
    const held = await customer.page.evaluate<string>('everythingHeld()');
    assert.equal(held.includes(new URL(wallet.links[0] ?? '').pathname), false);
    assert.equal(held.includes('eMain'), false);
    assert.equal(await customer.page.evaluate('history.length'), 2, 'the call adds no entry to the history');
  });

  it('keeps the page from scrolling while it is up, and gives scrolling and focus back', async (t) => {
    const wallet = await startWallet(t, { attributes: IFRAME });
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    await customer.page.evaluate("document.documentElement.style.overflow = 'scroll'");
    await customer.button.focus();
    await openDialog(customer);
    assert.equal(await overflow(customer.page), 'hidden');
    assert.equal(await focused(customer.page), 'close-button');
    await pressInDialog(customer, 'Close');
    await pressInDialog(customer, 'End the call');
    await dialogOf(customer).waitFor({ state: 'detached' });
    assert.equal(await overflow(customer.page), 'scroll');
    assert.equal(await focused(customer.page), 'button');
  });

  it('moves the call into a window of its own, with a fresh link, at the customer’s wish', async (t) => {
    const wallet = await startWallet(t, { attributes: IFRAME });
    const customer = await visit(t, browser, wallet);
    await openDialog(customer);
    wallet.pass(60_000);
    const call = await windowOpenedBy(customer, () =>
      pressInDialog(customer, 'Trouble? Open in a new window'),
    );
    await call.getByRole('heading', { name: 'Before the call' }).waitFor();
    await dialogOf(customer).waitFor({ state: 'detached' });
    await reaches(customer, 'open');
    assert.equal(new Set(wallet.links).size, 2);
    assert.deepEqual(
      (await heard(customer.page, 'vkyc-open')).map(({ mode }) => mode),
      ['iframe', 'popup'],
    );
    await takeCall(call, wallet, 'approved');
  });
});

describe('a page that cannot show the call', () => {
  it('falls back to a window when the security policy of the page refuses the frame', async (t) => {
    const wallet = await startWallet(t, {
      attributes: IFRAME,
      headers: { 'content-security-policy': "frame-src 'self'" },
    });
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    await customer.button.click();
    await reads(customer, 'The call could not be shown here. Press the button to open it in a new window.');
    assert.deepEqual(await heard(customer.page, 'vkyc-downgrade'), [
      { type: 'vkyc-downgrade', from: 'iframe', to: 'popup', reason: 'frame-refused' },
    ]);
    assert.equal(await customer.page.locator('dialog').count(), 0);
    assert.equal(await overflow(customer.page), '');
    const call = await windowOpenedBy(customer, () =>
      customer.button.filter({ hasText: 'Open the video call' }).click(),
    );
    await call.getByRole('heading', { name: 'Before the call' }).waitFor();
    await reaches(customer, 'open');
  });

  it('opens a window at once when the page may not lend its camera', async (t) => {
    const wallet = await startWallet(t, {
      attributes: IFRAME,
      headers: { 'permissions-policy': 'camera=()' },
    });
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const call = await windowOpenedBy(customer, () => customer.button.click());
    assert.deepEqual(await heard(customer.page, 'vkyc-downgrade'), [
      { type: 'vkyc-downgrade', from: 'iframe', to: 'popup', reason: 'camera-not-delegated' },
    ]);
    assert.equal(await takeCall(call, wallet, 'approved'), 'All set.');
  });

  it('has the way to a new window at hand when the call refuses to be framed, which no browser tells', async (t) => {
    const wallet = await startWallet(t, {
      attributes: IFRAME,
      sandbox: { pageHeaders: { 'x-frame-options': 'DENY' } },
    });
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    await customer.button.click();
    await reaches(customer, 'open');
    wallet.pass(60_000);
    const call = await windowOpenedBy(customer, () =>
      pressInDialog(customer, 'Trouble? Open in a new window'),
    );
    await call.getByRole('heading', { name: 'Before the call' }).waitFor();
  });

  it('falls back to a window when nothing was loaded into the frame', async (t) => {
    const wallet = await startWallet(t, { attributes: IFRAME });
    const customer = await visit(t, browser, wallet, async (page) => {
      await page.clock.install();
      await page.route(`${wallet.sandbox.signzyOrigin}/**`, (route) => route.fulfill({ status: 204 }));
    });
    await reaches(customer, 'ready');
    await customer.button.click();
    await reaches(customer, 'open');
    await customer.page.clock.fastForward(8_000);
    await reads(customer, 'The call could not be shown here. Press the button to open it in a new window.');
    assert.deepEqual(await heard(customer.page, 'vkyc-downgrade'), [
      { type: 'vkyc-downgrade', from: 'iframe', to: 'popup', reason: 'frame-empty' },
    ]);
    assert.ok((await story(customer.page)).includes('vkyc-open'));
  });
});
