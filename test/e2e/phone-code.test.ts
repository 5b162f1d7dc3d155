import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import en from '../../src/locales/en.js';
import { testsWith } from '../support/tests-with.js';
import { reaches, visit, type Customer } from '../support/browser/customer.js';
import { ENGINES, launchChromium } from '../support/browser/launch-browser.js';
import { startWallet, type WalletOptions } from '../support/browser/wallet.js';

const chromium = await launchChromium({ after });

/** The pixels that a page shows of the code. */
const photograph = async (page: Page): Promise<{ width: number; height: number; data: Uint8Array }> => {
  const photo = await page.getByRole('img', { name: en.handoff.code }).screenshot();
  const darkroom = await page.context().newPage();
  const { width, height, data } = await darkroom.evaluate(async (png) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    return { width: bitmap.width, height: bitmap.height, data: [...pixels] };
  }, photo.toString('base64'));
  await darkroom.close();
  return { width, height, data: Uint8Array.from(data) };
};

const show = async (customer: Customer): Promise<void> => {
  await reaches(customer, 'ready');
  await customer.page.getByRole('button', { name: en.actions.handoff }).click();
  await customer.page.getByRole('img', { name: en.handoff.code }).waitFor();
};

const STRICT = { 'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'" };

const places: readonly {
  readonly where: string;
  readonly wallet?: WalletOptions;
  readonly device?: BrowserContextOptions;
}[] = [
  { where: 'on a light page' },
  {
    where: 'on a dark page',
    wallet: { attributes: 'handoff theme="dark"' },
    device: { colorScheme: 'dark' },
  },
  { where: 'in forced colours', device: { forcedColors: 'active' } },
  { where: 'in forced colours on black', device: { forcedColors: 'active', colorScheme: 'dark' } },
  { where: 'in 200 pixels', wallet: { attributes: 'handoff style="width: 200px"' } },
  { where: 'on a dense screen', device: { deviceScaleFactor: 3 } },
  { where: 'under a strict Content Security Policy', wallet: { headers: STRICT } },
  {
    where: 'on a page that gives the part another ground, and all shapes an outline',
    wallet: {
      markup: `<style>
        enkash-vkyc-button { fill: red; stroke: red; line-height: 3 }
        enkash-vkyc-button::part(qr) { background: #444 }
      </style>`,
    },
  },
];

describe('the code for the phone', () => {
  for (const { where, wallet: options, device } of places) {
    it(`is read from the screen ${where}`, async (t) => {
      const wallet = await startWallet(t, { attributes: 'handoff', ...options });
      const customer = await visit(t, chromium, wallet, undefined, device);
      await show(customer);
      assert.equal(decodeQR(await photograph(customer.page)), wallet.links.at(-1));
      assert.deepEqual([customer.said, customer.uncaught], [[], []]);
    });
  }

  it('is read from paper, whose ground a printer leaves out', async (t) => {
    const wallet = await startWallet(t, { attributes: 'handoff theme="dark"' });
    const customer = await visit(t, chromium, wallet, undefined, { colorScheme: 'dark' });
    await show(customer);
    await customer.page.emulateMedia({ media: 'print' });
    assert.equal(decodeQR(await photograph(customer.page)), wallet.links.at(-1));
  });
});

for (const { name, requirement, start } of ENGINES) {
  const tests = testsWith(requirement);

  tests.describe(`the code for the phone in ${name}`, () => {
    let browser: Browser;
    tests.before(async () => {
      browser = await start();
    });
    tests.after(() => browser.close());

    tests.it('is read from the screen, and is nowhere in the page', async (t) => {
      const wallet = await startWallet(t, { attributes: 'handoff' });
      const customer = await visit(t, browser, wallet);
      await show(customer);
      assert.equal(decodeQR(await photograph(customer.page)), wallet.links.at(-1));
      const drawn = await customer.element.evaluate(({ shadowRoot }) => shadowRoot?.innerHTML ?? '');
      assert.match(drawn, /part="qr"[^]*<path/);
      assert.doesNotMatch(drawn, /M0 0h7v1/);
    });

    tests.it('is gone from the page with its link', async (t) => {
      const wallet = await startWallet(t, { attributes: 'handoff' });
      const customer = await visit(t, browser, wallet);
      await show(customer);
      await customer.page.getByRole('button', { name: en.actions.handoff }).click();
      await customer.element.locator('.qr').waitFor({ state: 'detached' });
    });
  });
}
