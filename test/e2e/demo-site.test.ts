import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
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
  return files(pathname === BELOW ? new Request(`${request.url}index.html`) : request);
});
const browser = await launchChromium({ after }, { media: 'granted' });

describe('the demo as a static site, below another path', () => {
  async function open(): Promise<{ readonly page: Page; readonly errors: string[] }> {
    const context = await browser.newContext({ permissions: ['camera', 'microphone', 'geolocation'] });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(server.origin + BELOW);
    await page.locator('enkash-vkyc-button[state="ready"]').waitFor();
    return { page, errors };
  }

  it('leads from the button through the call to verified, without a request to a server of its own', async () => {
    requests.splice(0);
    const { page, errors } = await open();
    const popup = page.waitForEvent('popup');
    await page.locator('enkash-vkyc-button').locator('[part~="button"]').click();
    const call = await popup;
    await call.waitForURL(/call\.html/);
    await call.getByRole('button', { name: 'Check my devices' }).click();
    await call.getByRole('button', { name: 'Join the call' }).click();
    await call.getByRole('button', { name: 'Agent approves' }).click();
    await call.getByRole('heading', { name: 'The call is complete' }).waitFor();
    await call.close();
    await page.locator('enkash-vkyc-button[phase="verified"][state="done"]').waitFor();
    assert.deepEqual(errors, []);
    for (const request of requests) assert.match(request, /^GET \/some\/path\/(.*\.\w+)?$/);
    await page.context().close();
  });

  it('has no request for a file that is missing, and no accessibility fault, in light and dark, wide and narrow', async () => {
    const { page, errors } = await open();
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
          [],
        );
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        assert.ok(overflow <= 0, `${width} px: ${overflow}`);
      }
    assert.deepEqual(errors, []);
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
