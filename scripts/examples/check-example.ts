import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { approveCall, closeCallWindow } from '../../test/support/browser/video-call.js';

/** A named test of an example. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const TIMEOUT_MS = 15_000;

/** Opens an example's page in a profile of its own, and records its console's warnings, errors and session requests. */
async function openPage(browser: Browser, navigate: (page: Page) => Promise<unknown>) {
  const context = await browser.newContext();
  context.setDefaultTimeout(TIMEOUT_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    const isFromLit = message.text().startsWith('Lit is in dev mode');
    if (['warning', 'error'].includes(message.type()) && !isFromLit) problems.push(message.text());
  });
  page.on('pageerror', ({ message }) => problems.push(message));
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['x-enkash-vkyc'] === '1') requests.push(request.method());
  });
  await navigate(page);
  return { context, page, problems, requests };
}

const element = (page: Page, state: string) => page.locator(`enkash-vkyc-button[state="${state}"]`);
const button = (page: Page, is = '') => page.locator(`enkash-vkyc-button [part~=button]${is}`);
const checkbox = (page: Page) => page.getByRole('checkbox');

const showsPhase = (page: Page, phase: string) => page.locator('output', { hasText: phase }).waitFor();

/** Where an example is served. */
export interface JourneySettings {
  readonly url: string;
  /** The sandbox whose clock ends the review. */
  readonly enkashUrl: string;
}

/** The customer's journey on an example's page, from load to the verified customer. Each check builds on those before. */
export async function journeyChecks(
  browser: Browser,
  { url, enkashUrl }: JourneySettings,
): Promise<readonly Check[]> {
  const { page, context, problems, requests } = await openPage(browser, (newPage) => newPage.goto(url));
  return [
    {
      name: 'the button becomes ready and shows the badge of the status',
      async run() {
        await element(page, 'ready').waitFor();
        assert.equal(await page.locator('[part=badge]').innerText(), 'KYC needed');
        await page.getByRole('button', { name: 'Verify by video' }).waitFor();
      },
    },
    {
      name: "the element's events reach the page's handler",
      run: () => showsPhase(page, 'not-started'),
    },
    {
      name: 'the button is disabled exactly while the page sets `disabled`',
      async run() {
        await button(page, ':disabled').waitFor();
        await checkbox(page).check();
        await button(page, ':enabled').waitFor();
      },
    },
    {
      name: 'sends one request, however often the page re-renders',
      async run() {
        await checkbox(page).uncheck();
        await checkbox(page).check();
        assert.deepEqual(requests, ['GET']);
      },
    },
    {
      name: 'a click opens the call, and the page shows the new phase after it',
      async run() {
        const call = await openCall(context, page);
        await call.getByRole('heading', { name: 'Before the call' }).waitFor();
        await approveCall(call);
        await closeCallWindow(call);
        await showsPhase(page, 'under-review');
      },
    },
    {
      name: 'the page shows the verified customer after the review',
      async run() {
        await endReview(enkashUrl);
        await page.getByRole('button', { name: 'Check status' }).click();
        await showsPhase(page, 'verified');
        await element(page, 'done').waitFor();
      },
    },
    {
      name: 'the console shows no warning and no error',
      run: () => expectNoProblems(problems, context),
    },
  ];
}

/** An expired session. On a page of its own, as the browser logs the 410 to the console. */
export const checkRenewal = (browser: Browser, url: string): Check => ({
  name: 'an expired session is renewed with `renewSession` of the page',
  async run() {
    let hasExpired = false;
    const { page, context } = await openPage(browser, async (newPage) => {
      await newPage.route(/session/, (route, request) => {
        if (hasExpired || request.headers()['x-enkash-vkyc'] !== '1') return route.continue();
        hasExpired = true;
        return route.fulfill({ status: 410, json: {} });
      });
      await newPage.goto(url);
    });
    await element(page, 'ready').waitFor();
    await context.close();
    assert.equal(hasExpired, true);
  },
});

/** The HTML that the server sends. */
export const checkServerHtml = (url: string): Check => ({
  name: "the server's HTML has the tag with its endpoint and its label",
  async run() {
    const html = await (await fetch(url)).text();
    const [, attributes = '', label] =
      /<enkash-vkyc-button([^>]*)>\s*([^<]*?)\s*<\/enkash-vkyc-button>/.exec(html) ?? [];
    assert.match(attributes, / session-endpoint="[^"]+"/);
    assert.match(attributes, / disabled/);
    assert.equal(label, 'Verify by video');
  },
});

/** The page on the framework's development server. */
export const checkDevelopment = (browser: Browser, url: string): Check => ({
  name: 'hydrates in development without a warning',
  async run() {
    const { page, context, problems } = await openPage(browser, (newPage) => newPage.goto(url));
    await element(page, 'ready').waitFor();
    await checkbox(page).check();
    await page.locator('output', { hasNotText: 'unknown' }).waitFor();
    await expectNoProblems(problems, context);
  },
});

/** Moves the sandbox's clock past the audit of the call. */
async function endReview(enkashUrl: string): Promise<void> {
  const { ok } = await fetch(`${enkashUrl}/sandbox/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ shiftMs: 60_000 }),
  });
  assert.equal(ok, true);
}

async function openCall(context: BrowserContext, page: Page): Promise<Page> {
  const [call] = await Promise.all([context.waitForEvent('page'), button(page).click()]);
  return call;
}

async function expectNoProblems(problems: readonly string[], context: BrowserContext): Promise<void> {
  await context.close();
  assert.deepEqual(problems, []);
}
