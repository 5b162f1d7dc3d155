import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { after, describe, it } from 'node:test';
import { MONDAY_11 } from '../support/browser/instants.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/start-wallet.js';
import { visitPage } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after });
const turbo = await readFile(fileURLToPath(import.meta.resolve('@hotwired/turbo')), 'utf8');

const page = (body: string) => `<!doctype html>
  <html lang="en">
    <head>
      <meta name="turbo-refresh-method" content="morph">
      <script type="module" src="/turbo.js"></script>
      <script type="module" src="/dist/cdn/enkash-vkyc-button.js"></script>
    </head>
    <body>${body}</body>
  </html>`;

describe('a site with Turbo', () => {
  it('keeps the element through morphing refreshes, and finds it again with Back', async (t) => {
    const wallet = await startWallet(t);
    const [, endpoint = ''] = /session-endpoint="([^"]+)"/.exec(await (await fetch(wallet.url)).text()) ?? [];
    const url = `${wallet.url}/app`;
    let refreshes = 0;
    const customer = await visitPage(t, browser, {
      url,
      beforeLoad: async (tab) => {
        // Else the first answer looks like a cached one, and is asked for again.
        await tab.clock.setSystemTime(MONDAY_11);
        await tab.route('**/turbo.js', (route) =>
          route.fulfill({ contentType: 'text/javascript', body: turbo }),
        );
        await tab.route(url, (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: page(
              `<enkash-vkyc-button session-endpoint="${endpoint}"></enkash-vkyc-button><p>${refreshes++}</p>`,
            ),
          }),
        );
        await tab.route(`${wallet.url}/other`, (route) =>
          route.fulfill({ contentType: 'text/html', body: page('<h1>Other</h1>') }),
        );
      },
    });
    await waitForState(customer, 'ready', 'in-progress');
    assert.deepEqual(wallet.requests, ['GET']);
    const visit = (to: string, action: string) =>
      customer.page.evaluate(`Turbo.visit(${JSON.stringify(to)}, { action: '${action}' })`);

    for (const shown of ['1', '2']) {
      await visit(url, 'replace');
      await customer.page.getByText(shown, { exact: true }).waitFor();
      await waitForState(customer, 'ready', 'in-progress');
    }
    assert.deepEqual(wallet.requests, ['GET']);

    await visit(`${wallet.url}/other`, 'advance');
    await customer.page.getByRole('heading', { name: 'Other' }).waitFor();
    await customer.page.goBack();
    await waitForState(customer, 'ready', 'in-progress');
    await waitUntil('the copy has asked for the status', () => wallet.requests.length >= 2);
    assert.ok(wallet.requests.every((method) => method === 'GET'));
    assert.deepEqual(customer.pageErrors, []);
  });
});
