import type { Browser } from 'playwright-core';
import type { Settings } from './apps/app.js';
import type { CleanupScope } from '../browser/cleanup-scope.js';
import { MONDAY_11 } from '../browser/instants.js';
import { startWallet, type Wallet } from '../browser/start-wallet.js';
import { type Customer, visitPage } from '../browser/visit-page.js';

/** A page of the wallet with one framework's app on it. */
export interface FrameworkPage extends Customer {
  readonly wallet: Wallet;
  readonly endpoint: string;
  /** Warnings and errors of the console. */
  readonly consoleProblems: readonly string[];
  /** Loads the CDN file, which defines the tag. */
  readonly define: () => Promise<unknown>;
  /** Renders the app with the page's endpoint, or renders it again. */
  readonly render: (settings?: Partial<Settings>) => Promise<void>;
  readonly unmount: () => Promise<void>;
  /** The types of the events that the app's handler has received. */
  readonly handledEvents: () => Promise<readonly string[]>;
}

/** The app of a page. */
export interface FrameworkPageOptions {
  /** The app as one script. */
  readonly script: string;
  /** Renders the initial content of `#app` for an endpoint; by default it is empty. */
  readonly renderOnServer?: (endpoint: string) => Promise<string>;
}

/** Opens a page with an app's script. */
export async function openFrameworkPage(
  scope: CleanupScope,
  browser: Browser,
  { script, renderOnServer = () => Promise.resolve('') }: FrameworkPageOptions,
): Promise<FrameworkPage> {
  const wallet = await startWallet(scope);
  const endpoint = await endpointOf(wallet);
  const html = `<!doctype html>
    <html lang="en">
      <title>Mohar Wallet</title>
      <body><div id="app">${await renderOnServer(endpoint)}</div><script type="module" src="/app.js"></script></body>
    </html>`;
  const consoleProblems: string[] = [];
  const url = `${wallet.url}/app`;
  const customer = await visitPage(scope, browser, {
    url,
    beforeLoad: async (page) => {
      // Else the first answer looks like a cached one, and is asked for again.
      await page.clock.setSystemTime(MONDAY_11);
      page.on('console', (message) => {
        const ofLit = message.text().startsWith('Lit is in dev mode');
        if (['warning', 'error'].includes(message.type()) && !ofLit) consoleProblems.push(message.text());
      });
      page.on('pageerror', ({ message }) => consoleProblems.push(message));
      await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await page.route('**/app.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: script }),
      );
    },
  });
  const { page } = customer;
  return {
    ...customer,
    wallet,
    endpoint,
    consoleProblems,
    define: () => page.addScriptTag({ type: 'module', url: '/dist/cdn/enkash-vkyc-button.js' }),
    render: (settings) =>
      page.evaluate((next) => app.render(next), { endpoint, disabled: false, ...settings }),
    unmount: () =>
      page.evaluate(async () => {
        await app.unmount();
      }),
    handledEvents: () => page.evaluate(() => handledEvents),
  };
}

/** The endpoint of a new session of the wallet. */
async function endpointOf({ url }: Wallet): Promise<string> {
  const [, endpoint = ''] = /session-endpoint="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];
  return endpoint;
}
