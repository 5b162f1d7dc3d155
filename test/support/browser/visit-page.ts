import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { CleanupScope } from './cleanup-scope.js';
import { startWallet, type Wallet, type WalletOptions } from './start-wallet.js';
import { MONDAY_11 } from './instants.js';
import { WAIT_TIMEOUT_MS } from './wait-until.js';

/** A customer at a page with the element, in a browser profile of their own. */
export interface Customer {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly element: Locator;
  /** The element's main button. */
  readonly button: Locator;
  /** All messages on the page's console. */
  readonly consoleMessages: readonly string[];
  /** The warnings and errors among them. */
  readonly consoleProblems: readonly string[];
  /** Errors that nothing caught. */
  readonly pageErrors: readonly string[];
}

/** How a page is visited. */
export interface VisitOptions {
  /** Runs in the new tab before it navigates to the page. */
  readonly beforeLoad?: (page: Page) => Promise<unknown>;
  /** What differs from a desktop in India. */
  readonly device?: BrowserContextOptions;
  /** How long the page may take to load, {@link WAIT_TIMEOUT_MS} unless given: a development server compiles it first. */
  readonly loadTimeoutMs?: number;
}

/** Replaces the page's clock and timers by ones that run as usual and can be fast-forwarded. */
export const installClock = (page: Page): Promise<void> => page.clock.install({ time: MONDAY_11 });

/** Opens a page in a profile that is closed with the scope. */
export const visitPage = async (
  scope: CleanupScope,
  browser: Browser,
  { url, beforeLoad, device, loadTimeoutMs = WAIT_TIMEOUT_MS }: VisitOptions & { readonly url: string },
): Promise<Customer> => {
  const context = await browser.newContext({
    timezoneId: 'Asia/Kolkata',
    permissions: ['geolocation'],
    geolocation: { latitude: 12.97, longitude: 77.59 },
    ...device,
  });
  scope.after(() => context.close());
  context.setDefaultTimeout(WAIT_TIMEOUT_MS);
  const page = await context.newPage();
  const consoleMessages: string[] = [];
  const consoleProblems: string[] = [];
  const pageErrors: string[] = [];
  page.on('console', (message) => {
    consoleMessages.push(message.text());
    if (['warning', 'error'].includes(message.type())) consoleProblems.push(message.text());
  });
  page.on('pageerror', ({ message }) => pageErrors.push(message));
  await beforeLoad?.(page);
  await page.goto(url, { timeout: loadTimeoutMs });
  const element = page.locator('enkash-vkyc-button');
  return {
    context,
    page,
    element,
    button: element.locator('[part~=button]'),
    consoleMessages,
    consoleProblems,
    pageErrors,
  };
};

/** Gives the device another date, from which its clock runs on. */
function setDate(date: number): void {
  const { now } = Date;
  const offset = date - now();
  Date.now = () => now() + offset;
}

/** Starts a wallet and opens its page, on a device that has the date of the wallet. */
export const visitWallet = async (
  scope: CleanupScope,
  browser: Browser,
  { beforeLoad, device, ...options }: VisitOptions & WalletOptions = {},
): Promise<{ wallet: Wallet; customer: Customer }> => {
  const wallet = await startWallet(scope, options);
  const customer = await visitPage(scope, browser, {
    url: wallet.url,
    beforeLoad: async (page) => {
      // Else the first answer would look like one from a cache.
      await page.addInitScript(setDate, options.at ?? MONDAY_11);
      await beforeLoad?.(page);
    },
    ...(device && { device }),
  });
  return { wallet, customer };
};
