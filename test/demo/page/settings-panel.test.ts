import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { startDemoBrowser, type DemoBrowser } from './start-demo-browser.js';
import { waitUntil } from '../../support/browser/wait-until.js';
import { testsWith } from '../../support/tests-with.js';

const { after, before, beforeEach, afterEach, describe, it } = testsWith('chromium');

describe('the settings panel', () => {
  let demo: DemoBrowser;
  let context: BrowserContext;
  let page: Page;
  before(async () => {
    demo = await startDemoBrowser('settings-panel');
  });
  after(() => demo.stop());
  beforeEach(async () => {
    context = await demo.browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      timezoneId: 'Asia/Kolkata',
    });
    page = await context.newPage();
  });
  afterEach(() => context.close());

  async function open(search = ''): Promise<void> {
    await page.goto(demo.page + '/' + search);
    await page.locator('enkash-vkyc-button:is([state=ready], [state=closed])').waitFor();
  }
  const button = () => page.locator('enkash-vkyc-button');
  const mainPart = () => button().locator('[part~=button]');
  const colourOf = () => mainPart().evaluate((part) => getComputedStyle(part).backgroundColor);
  const waitForSearch = (part: string) => page.waitForURL((url) => url.search.includes(part));

  it('changes the look by a colour, a size and a brand', async () => {
    await open();
    await page.getByLabel('Button--vkyc-accent', { exact: true }).fill('#7a0040');
    await waitUntil('the button has the colour', async () => (await colourOf()) === 'rgb(122, 0, 64)');
    await page.getByLabel('Height--vkyc-height', { exact: true }).fill('70');
    await waitUntil(
      'the button is higher',
      async () => ((await mainPart().boundingBox())?.height ?? 0) >= 70,
    );
    await page.getByRole('radio', { name: 'Light accent' }).check();
    await waitUntil('the brand has replaced both', async () => (await colourOf()) === 'rgb(255, 212, 0)');
    assert.ok(((await mainPart().boundingBox())?.height ?? 99) < 70);
    await page.getByRole('radio', { name: 'Government' }).check();
    await waitUntil('the brand paints a part', () =>
      mainPart().evaluate((part) => getComputedStyle(part).boxShadow.includes('rgb(0, 45, 24)')),
    );
  });

  it('takes one colour back', async () => {
    await open('?accent=%237a0040');
    assert.equal(await colourOf(), 'rgb(122, 0, 64)');
    await page.getByRole('button', { name: 'Button: back to its own value' }).click();
    await waitUntil('it is that of the brand', async () => (await colourOf()) === 'rgb(11, 93, 77)');
  });

  it('replaces texts', async () => {
    await open();
    await page.getByLabel('Buttonactions.start').fill('Verify by video');
    await button().getByText('Verify by video', { exact: true }).waitFor();
    await waitForSearch('actions.start=Verify+by+video');
  });

  it('closes the button by the hours and the holidays, which reach the backend', async () => {
    await open();
    await page.getByLabel('Hours in India').fill('12:00-13:00');
    await button().getByText('Not open yet. Opens today, Monday, at 12:00 pm.').first().waitFor();
    await page.getByLabel('Hours in India').fill('');
    await page.locator('enkash-vkyc-button[state=ready]').waitFor();
    await page.getByRole('button', { name: 'Make today a holiday' }).click();
    await button().getByText('Closed for a holiday. Opens Tuesday at 10:00 am.').first().waitFor();
    assert.equal(await page.getByLabel('Holidays').inputValue(), '2026-11-23');
  });

  it('marks hours that are not valid, and ignores them', async () => {
    await open();
    const hours = page.getByLabel('Hours in India');
    await hours.fill('18:00-10:00');
    assert.equal(await hours.getAttribute('aria-invalid'), 'true');
    assert.equal(await button().getAttribute('working-hours'), null);
    await hours.blur();
    assert.equal(await hours.inputValue(), '');
    assert.equal(await hours.getAttribute('aria-invalid'), null);
  });

  it('keeps the settings in the URL, restores them on load, and shares them by a copied link', async () => {
    await open();
    await page.getByLabel('Language').selectOption('hi');
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByLabel('Only the button').check();
    await page.locator('#page-code').scrollIntoViewIfNeeded();
    await page.getByRole('tab', { name: 'Vue' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('status').getByText('Copied.', { exact: true }).waitFor({ state: 'attached' });
    const link = String(await page.evaluate('navigator.clipboard.readText()'));
    assert.equal(link, `${demo.page}/?theme=dark&lang=hi&compact=true&page=vue`);
    await waitForSearch('page=vue');
    assert.equal(page.url(), link);

    await page.goto('about:blank');
    await page.goto(link);
    await page.locator('enkash-vkyc-button[lang=hi][theme=dark][compact][state=ready]').waitFor();
    assert.equal(await page.getByLabel('Language').inputValue(), 'hi');
    assert.ok(await page.getByLabel('Only the button').isChecked());
    await page.locator('#page-code').scrollIntoViewIfNeeded();
    assert.equal(await page.getByRole('tab', { name: 'Vue' }).getAttribute('aria-selected'), 'true');
  });

  it('ignores invalid values of the URL, and removes them from it', async () => {
    await open('?mode=window&lang=hi&accent=red&session-endpoint=https://example.com/');
    await page.waitForURL(`${demo.page}/?lang=hi`);
    assert.equal(await button().getAttribute('mode'), null);
  });

  it('resets everything that was chosen', async () => {
    await open('?lang=hi&brand=government&holidays=2026-11-23&frame=phone&actions.start=x');
    await page.locator('enkash-vkyc-button[state=closed]').waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.locator('enkash-vkyc-button[state=ready]:not([lang], [holidays])').waitFor();
    await page.waitForURL(`${demo.page}/`);
    await button().getByText('Start video KYC', { exact: true }).waitFor();
    assert.equal(await page.getByLabel('Holidays').inputValue(), '');
    assert.ok(await page.getByRole('radio', { name: 'Card' }).isChecked());
  });

  it('shows the wallet at the width of a phone', async () => {
    await open();
    await page.getByText('Phone', { exact: true }).click();
    await waitUntil('the wallet is as wide as a phone', async () => {
      const { width = 0 } = (await page.locator('#wallet').boundingBox()) ?? {};
      return width > 340 && width <= 375;
    });
    await waitForSearch('frame=phone');
  });
});
