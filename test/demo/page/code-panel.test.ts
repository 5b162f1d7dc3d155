import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { startDemoBrowser, type DemoBrowser } from './start-demo-browser.js';
import { testsWith } from '../../support/tests-with.js';

const { after, before, beforeEach, afterEach, describe, it } = testsWith('chromium');

const readExample = (path: string) =>
  readFileSync(join(import.meta.dirname, '../../../examples/backends', path), 'utf8').trimEnd();

describe('the code panel', () => {
  let demo: DemoBrowser;
  let context: BrowserContext;
  let page: Page;
  before(async () => {
    demo = await startDemoBrowser('code-panel');
  });
  after(() => demo.stop());
  beforeEach(async () => {
    context = await demo.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    page = await context.newPage();
    await page.goto(demo.page);
    await page.locator('enkash-vkyc-button[state=ready]').waitFor();
    await page.locator('#page-code').scrollIntoViewIfNeeded();
  });
  afterEach(() => context.close());

  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  const codeOf = (file: string) => page.getByRole('region', { name: `Code of ${file}`, exact: true });

  it('shows the page in the framework of the chosen tab, by the mouse and by the keys', async () => {
    await tab('React').click();
    await codeOf('upgrade.tsx').getByText("from 'enkash-vkyc-button/react'").waitFor();
    assert.equal(await codeOf('page.html').count(), 0);
    for (const [key, name, file] of [
      ['ArrowRight', 'Vue', 'Upgrade.vue'],
      ['ArrowLeft', 'React', 'upgrade.tsx'],
      ['End', 'Svelte', 'Upgrade.svelte'],
      ['ArrowRight', 'HTML', 'page.html'],
      ['ArrowLeft', 'Svelte', 'Upgrade.svelte'],
      ['Home', 'HTML', 'page.html'],
    ] as const) {
      await page.keyboard.press(key);
      await codeOf(file).waitFor();
      assert.equal(await tab(name).getAttribute('aria-selected'), 'true');
      assert.equal(await tab(name).evaluate((button) => button === document.activeElement), true);
    }
    assert.equal(await page.locator('#page-code [role=tab][tabindex="0"]').count(), 1);
  });

  it('follows a control in the syntax of the framework', async () => {
    await page.getByLabel('How the call opens').selectOption('iframe');
    await codeOf('page.html').getByText('mode="iframe"').waitFor();
    await page.getByLabel('Last entry').selectOption('30');
    await tab('React').click();
    await codeOf('upgrade.tsx').getByText('lastEntry={30}').waitFor();
  });

  it('shows each backend as it is in examples/, and the chosen hours as its environment', async () => {
    for (const [name, path] of [
      ['Node', 'node/server.mjs'],
      ['Python', 'python/backend.py'],
      ['PHP', 'php/session.php'],
      ['Java', 'java/Server.java'],
      ['Go', 'go/endpoint.go'],
    ] as const) {
      await tab(name).click();
      const [, file = ''] = path.split('/');
      await codeOf(file).waitFor();
      assert.equal(await codeOf(file).textContent(), readExample(path));
    }
    await page.getByLabel('Hours in India').fill('09:00-17:00');
    await codeOf('backend.env').getByText('VKYC_HOURS=09:00-17:00').waitFor();
  });

  it('copies a file, and says so', async () => {
    await page.getByRole('button', { name: 'Copy page.html' }).click();
    await page.getByRole('status').getByText('Copied.', { exact: true }).waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('button', { name: 'Copy page.html' }).innerText(), 'Copied');
    const copied = await page.evaluate('navigator.clipboard.readText()');
    assert.equal(copied, await codeOf('page.html').textContent());
  });

  it('says when the browser does not copy', async () => {
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())');
    await page.getByRole('button', { name: 'Copy page.html' }).click();
    await page.getByText('The browser does not allow copying.').waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('button', { name: 'Copy page.html' }).innerText(), 'Not copied');
  });

  it('cuts no line off: a code that is wider than its box scrolls', async () => {
    const code = codeOf('page.html');
    // it loads while it is on the screen, which it no longer is after the page has become narrow
    await code.waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    const { scrolls, overflow } = await code.evaluate((box) => {
      box.scrollLeft = 10_000;
      return { scrolls: box.scrollLeft > 0, overflow: document.documentElement.scrollWidth - innerWidth };
    });
    assert.ok(scrolls);
    assert.ok(overflow <= 0);
  });
});
