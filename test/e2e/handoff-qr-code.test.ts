import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import en from '../../src/locales/en.js';
import { ENGINES, launchChromium } from '../support/browser/launch-browser.js';
import type { WalletOptions } from '../support/browser/start-wallet.js';
import { type Customer, type VisitOptions, visitWallet } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { testsWith } from '../support/tests-with.js';

const chromium = await launchChromium({ after });

/** The pixels of the QR code as the page shows it. */
const capture = async (page: Page): Promise<{ width: number; height: number; data: Uint8Array }> => {
  const screenshot = await page.getByRole('img', { name: en.handoff.code }).screenshot();
  const decoder = await page.context().newPage();
  const { width, height, data } = await decoder.evaluate(async (png) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    return { width: bitmap.width, height: bitmap.height, data: [...pixels] };
  }, screenshot.toString('base64'));
  await decoder.close();
  return { width, height, data: Uint8Array.from(data) };
};

const showCode = async (customer: Customer): Promise<void> => {
  await waitForState(customer, 'ready');
  await customer.page.getByRole('button', { name: en.actions.handoff }).click();
  await customer.page.getByRole('img', { name: en.handoff.code }).waitFor();
};

const STRICT = { 'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'" };

const settings: readonly (VisitOptions & WalletOptions & { readonly where: string })[] = [
  { where: 'on a light page' },
  {
    where: 'on a dark page',
    attributes: 'handoff theme="dark"',
    device: { colorScheme: 'dark' },
  },
  { where: 'in forced colours', device: { forcedColors: 'active' } },
  { where: 'in forced colours on black', device: { forcedColors: 'active', colorScheme: 'dark' } },
  { where: 'in 200 pixels', attributes: 'handoff style="width: 200px"' },
  { where: 'on a dense screen', device: { deviceScaleFactor: 3 } },
  { where: 'under a strict Content Security Policy', headers: STRICT },
  {
    where: 'on a page that styles the part with another background, and all shapes with a stroke',
    markup: `<style>
        enkash-vkyc-button { fill: red; stroke: red; line-height: 3 }
        enkash-vkyc-button::part(qr) { background: #444 }
      </style>`,
  },
];

describe('the QR code of the handoff', () => {
  for (const { where, ...options } of settings) {
    it(`is decoded from a screenshot ${where}`, async (t) => {
      const { wallet, customer } = await visitWallet(t, chromium, { attributes: 'handoff', ...options });
      await showCode(customer);
      assert.equal(decodeQR(await capture(customer.page)), wallet.links.at(-1));
      assert.deepEqual([customer.consoleMessages, customer.pageErrors], [[], []]);
    });
  }

  it('is decoded from the print layout, where backgrounds are left out', async (t) => {
    const { wallet, customer } = await visitWallet(t, chromium, {
      attributes: 'handoff theme="dark"',
      device: { colorScheme: 'dark' },
    });
    await showCode(customer);
    await customer.page.emulateMedia({ media: 'print' });
    assert.equal(decodeQR(await capture(customer.page)), wallet.links.at(-1));
  });
});

for (const { name, requirement, start } of ENGINES) {
  const tests = testsWith(requirement);

  tests.describe(`the QR code of the handoff in ${name}`, () => {
    let browser: Browser;
    tests.before(async () => {
      browser = await start();
    });
    tests.after(() => browser.close());

    tests.it('is decoded from a screenshot, and its modules cannot be read from the DOM', async (t) => {
      const { wallet, customer } = await visitWallet(t, browser, { attributes: 'handoff' });
      await showCode(customer);
      assert.equal(decodeQR(await capture(customer.page)), wallet.links.at(-1));
      const html = await customer.element.evaluate(({ shadowRoot }) => shadowRoot?.innerHTML ?? '');
      assert.match(html, /part="qr"[^]*<path/);
      assert.doesNotMatch(html, /M0 0h7v1/);
    });

    tests.it('is removed when the panel is closed', async (t) => {
      const { customer } = await visitWallet(t, browser, { attributes: 'handoff' });
      await showCode(customer);
      await customer.page.getByRole('button', { name: en.actions.handoff }).click();
      await customer.element.locator('.qr').waitFor({ state: 'detached' });
    });
  });
}
