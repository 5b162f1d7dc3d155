import type { Browser } from 'playwright-core';
import { visit, type Customer } from '../browser/customer.js';
import type { Scope } from '../browser/scope.js';
import { startWallet, type Wallet } from '../browser/wallet.js';
import type { Settings } from '../../frameworks/apps/app.js';

/** A page of the wallet with one app on it. */
export interface FrameworkPage extends Customer {
  readonly wallet: Wallet;
  readonly endpoint: string;
  /** Warnings and errors of the console. */
  readonly complaints: readonly string[];
  /** Loads the CDN file, which defines the tag. */
  readonly define: () => Promise<unknown>;
  /** Draws the app, with the page's endpoint. */
  readonly render: (settings?: Partial<Settings>) => Promise<void>;
  readonly unmount: () => Promise<void>;
  /** The types of the events that the app's handler was given. */
  readonly handled: () => Promise<readonly string[]>;
}

/** Opens a page with an app's script, and in `#app` what the server wrote for an endpoint. */
export async function openFrameworkPage(
  scope: Scope,
  browser: Browser,
  script: string,
  write: (endpoint: string) => Promise<string> = () => Promise.resolve(''),
): Promise<FrameworkPage> {
  const wallet = await startWallet(scope);
  const endpoint = await endpointOf(wallet);
  const html = `<!doctype html>
    <html lang="en">
      <title>Mohar Wallet</title>
      <body><div id="app">${await write(endpoint)}</div><script type="module" src="/app.js"></script></body>
    </html>`;
  const complaints: string[] = [];
  const url = `${wallet.url}/app`;
  const customer = await visit(scope, browser, { url }, async (page) => {
    page.on('console', (message) => {
      const ofLit = message.text().startsWith('Lit is in dev mode');
      if (['warning', 'error'].includes(message.type()) && !ofLit) complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.route('**/app.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  });
  const { page } = customer;
  return {
    ...customer,
    wallet,
    endpoint,
    complaints,
    define: () => page.addScriptTag({ type: 'module', url: '/dist/cdn/enkash-vkyc-button.js' }),
    render: (settings) =>
      page.evaluate((next) => app.render(next), { endpoint, disabled: false, ...settings }),
    unmount: () =>
      page.evaluate(async () => {
        await app.unmount();
      }),
    handled: () => page.evaluate(() => handled),
  };
}

/** A session that the wallet's server has opened. */
async function endpointOf({ url }: Wallet): Promise<string> {
  const [, endpoint = ''] = /session-endpoint="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];
  return endpoint;
}
