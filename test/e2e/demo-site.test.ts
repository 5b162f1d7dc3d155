import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import axe from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { buildDemoSite } from '../../scripts/demo/build-demo-site.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startServer } from '../support/browser/start-server.js';
import { staticPages } from '../support/browser/static-pages.js';
import { waitUntil } from '../support/browser/wait-until.js';

/** A folder that the site is not built for. */
const BELOW = '/some/path/';

const folder = await mkdtemp(join(tmpdir(), 'enkash-vkyc-demo-site-'));
after(() => rm(folder, { recursive: true }));
await buildDemoSite(folder);

const requests: string[] = [];
const files = staticPages({ folders: { [BELOW]: folder } });
const server = await startServer({ after }, (request) => {
  const { pathname } = new URL(request.url);
  requests.push(`${request.method} ${pathname}`);
  return files(pathname === BELOW ? new Request(new URL('index.html', request.url)) : request);
});
const browser = await launchChromium({ after }, { media: 'granted' });

/** What axe finds on a page. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

describe('the demo as a static site, below another path', () => {
  async function open(search = ''): Promise<{ readonly page: Page; readonly errors: string[] }> {
    const context = await browser.newContext({ permissions: ['camera', 'microphone', 'geolocation'] });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(server.origin + BELOW + search);
    await page.locator('enkash-vkyc-button[state="ready"]').waitFor();
    return { page, errors };
  }

  async function completeCall(call: Page | FrameLocator): Promise<void> {
    for (const name of ['Check my devices', 'Join the call', 'Agent approves'])
      await call.getByRole('button', { name }).click();
    await call.getByRole('heading', { name: 'The call is complete' }).waitFor();
  }

  it('leads from the button through the call to verified, without a request to a server of its own', async () => {
    requests.splice(0);
    const { page, errors } = await open();
    const popup = page.waitForEvent('popup');
    await page.locator('enkash-vkyc-button').locator('[part~="button"]').click();
    const call = await popup;
    await call.waitForURL(/call\.html/);
    await completeCall(call);
    await call.close();
    await page.locator('enkash-vkyc-button[phase="verified"][state="done"]').waitFor();
    assert.deepEqual(errors, []);
    for (const request of requests) assert.match(request, /^(?:GET|HEAD) \/some\/path\/(.*\.\w+)?$/);
    await page.context().close();
  });

  it('opens the call in the page in iframe mode, and leads to verified', async () => {
    const { page, errors } = await open('?mode=iframe');
    await page.locator('enkash-vkyc-button').locator('[part~="button"]').click();
    await completeCall(page.frameLocator('iframe'));
    await page.locator('enkash-vkyc-button[phase="verified"]').waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('opens the call in the same tab in redirect mode, and is verified after the way back', async () => {
    const { page, errors } = await open('?mode=redirect&lang=hi');
    await page.locator('enkash-vkyc-button').locator('[part~="button"]').click();
    await page.waitForURL(/call\.html/);
    await completeCall(page);
    await page.goBack();
    await page.locator('enkash-vkyc-button[phase="verified"][state="done"][lang="hi"]').waitFor();
    assert.match(page.url(), /\?mode=redirect&lang=hi$/);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('has no request for a file that is missing, and no accessibility fault with all panels, in every width, theme and look', async () => {
    const { page, errors } = await open();
    await page.getByText('More colours').click();
    // both are started when they are near
    await page.locator('#page-code').scrollIntoViewIfNeeded();
    await page.getByRole('tab', { name: 'React', exact: true }).waitFor();
    await page.locator('#findings').scrollIntoViewIfNeeded();
    await page.getByText(/^Nothing to change: /).waitFor();
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await faultsOf(page), [], `${colorScheme} ${width}`);
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        assert.ok(overflow <= 0, `${width} px: ${overflow}`);
      }
    await page.getByText('Phone', { exact: true }).click();
    for (const framework of ['React', 'Vue', 'Next.js', 'Angular', 'Svelte', 'Python', 'PHP', 'Java', 'Go']) {
      await page.getByRole('tab', { name: framework, exact: true }).click();
      await page.getByRole('tabpanel', { name: framework, exact: true }).locator('span').first().waitFor();
    }
    assert.deepEqual(await faultsOf(page), []);
    for (const brand of ['none', 'light-accent', 'government', 'outline']) {
      const branded = await open(`?brand=${brand}&theme=light&handoff=true`);
      assert.deepEqual(await faultsOf(branded.page), [], brand);
      await branded.page.context().close();
    }
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('has the documentation, in the same folder and without an accessibility fault', async () => {
    const { page } = await open();
    await page.getByRole('link', { name: 'Docs on mode' }).click();
    await page.getByRole('heading', { name: 'Modes' }).waitFor();
    assert.equal(page.url(), `${server.origin}${BELOW}docs/reference.html#modes`);
    assert.deepEqual(await faultsOf(page), []);
    await page.getByRole('link', { name: 'Theming', exact: true }).first().click();
    const image = page.getByRole('img', { name: 'A yellow button with black text' });
    await image.scrollIntoViewIfNeeded();
    await waitUntil('the picture is there', () =>
      image.evaluate((picture) => picture instanceof HTMLImageElement && picture.naturalWidth > 0),
    );
    await page.context().close();
  });

  it('follows the chosen theme with the whole wallet, and does not speak of servers', async () => {
    const { page } = await open('?theme=dark');
    const wallet = page.locator('#wallet');
    assert.equal(await wallet.evaluate((box) => getComputedStyle(box).backgroundColor), 'rgb(21, 27, 25)');
    assert.doesNotMatch(await page.locator('body').innerText(), /servers on this computer/);
    await page.context().close();
  });

  it('lets the developer choose the time and the status without a server', async () => {
    const { page } = await open();
    await page.getByLabel('Another time (IST)').fill('2026-11-22T11:00');
    await page.getByRole('button', { name: 'Go' }).click();
    await page.locator('enkash-vkyc-button[state="closed"]').waitFor();
    await page.getByRole('radio', { name: 'Verified' }).click();
    await waitUntil('the button is done', async () =>
      page.locator('enkash-vkyc-button[state="done"]').isVisible(),
    );
    await page.context().close();
  });
});
