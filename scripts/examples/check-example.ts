import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { closeCallWindow } from '../../test/support/browser/video-call.js';

/** One sentence about an example, and how it is seen to be so. */
export interface Check {
  readonly says: string;
  readonly run: () => Promise<void>;
}

const PATIENCE_MS = 15_000;

/** What the badge says of a customer before the first call; EnKash's link call alone, as in PHP, begins it. */
const FIRST_BADGES: Readonly<Record<string, string>> = {
  'not-started': 'KYC needed',
  'in-progress': 'VKYC In Progress',
};

/** The customer's way through the call. */
const CALL = [
  'Check my devices',
  'Join the call',
  'Yes, I agree',
  'My card is in view',
  'I looked left',
  'Agent approves',
];

/** An example's page in a profile of its own, and what its console complained of. */
async function open(browser: Browser, arrive: (page: Page) => Promise<unknown>) {
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const ofLit = message.text().startsWith('Lit is in dev mode');
    if (['warning', 'error'].includes(message.type()) && !ofLit) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['x-enkash-vkyc'] === '1') asked.push(request.method());
  });
  await arrive(page);
  return { context, page, complaints, asked };
}

const element = (page: Page, state: string) => page.locator(`enkash-vkyc-button[state="${state}"]`);
const button = (page: Page, is = '') => page.locator(`enkash-vkyc-button [part=button]${is}`);
const checkbox = (page: Page) => page.getByRole('checkbox');

const showsPhase = (page: Page, phase: string) => page.locator('output', { hasText: phase }).waitFor();

/** The customer at an example's page, from arrival to the call. The checks build on one another. */
export async function checksOf(browser: Browser, url: string): Promise<readonly Check[]> {
  const { page, context, complaints, asked } = await open(browser, (arriving) => arriving.goto(url));
  return [
    {
      says: 'the button comes alive, with the badge that the endpoint gives',
      async run() {
        await element(page, 'ready').waitFor();
        const phase = await page.locator('enkash-vkyc-button').getAttribute('phase');
        assert.equal(await page.locator('[part=badge]').innerText(), FIRST_BADGES[phase ?? '']);
        await page.getByRole('button', { name: 'Verify by video' }).waitFor();
      },
    },
    {
      says: "its events reach the page's handler",
      async run() {
        const phase = await page.locator('enkash-vkyc-button').getAttribute('phase');
        await showsPhase(page, phase ?? '');
      },
    },
    {
      says: 'it is disabled while the page says so, and no longer',
      async run() {
        await button(page, ':disabled').waitFor();
        await checkbox(page).check();
        await button(page, ':enabled').waitFor();
      },
    },
    {
      says: 'it asks once, however often the page is drawn again',
      async run() {
        await checkbox(page).uncheck();
        await checkbox(page).check();
        assert.deepEqual(asked, ['GET']);
      },
    },
    {
      says: 'a click opens the call, and the page hears what came of it',
      async run() {
        const call = await clicked(context, page);
        await call.getByRole('heading', { name: 'Before the call' }).waitFor();
        for (const name of CALL) await call.getByRole('button', { name }).click();
        await closeCallWindow(call);
        await showsPhase(page, 'under-review');
      },
    },
    {
      says: 'the console has no warning and no error',
      run: () => silent(complaints, context),
    },
  ];
}

/** A session that has expired. Its own page, as a browser writes the refusal to the console. */
export const checkRenewal = (browser: Browser, url: string): Check => ({
  says: 'an expired session is renewed by the function that the page gives',
  async run() {
    let refused = false;
    const { page, context } = await open(browser, async (arriving) => {
      await arriving.route(/session/, (route, request) => {
        if (refused || request.headers()['x-enkash-vkyc'] !== '1') return route.continue();
        refused = true;
        return route.fulfill({ status: 410, json: {} });
      });
      await arriving.goto(url);
    });
    await element(page, 'ready').waitFor();
    await context.close();
    assert.equal(refused, true);
  },
});

/** The page as it leaves the server. */
export const checkServersPage = (url: string): Check => ({
  says: "the server's HTML has the tag, its endpoint and its label",
  async run() {
    const html = await (await fetch(url)).text();
    const [, attributes = '', label] =
      /<enkash-vkyc-button([^>]*)>\s*([^<]*?)\s*<\/enkash-vkyc-button>/.exec(html) ?? [];
    assert.match(attributes, / session-endpoint="[^"]+"/);
    assert.match(attributes, / disabled/);
    assert.equal(label, 'Verify by video');
  },
});

/** The page as a developer sees it. */
export const checkDevelopment = (browser: Browser, url: string): Check => ({
  says: 'in development it hydrates without a warning',
  async run() {
    const { page, context, complaints } = await open(browser, (arriving) => arriving.goto(url));
    await element(page, 'ready').waitFor();
    await checkbox(page).check();
    await page.locator('output', { hasNotText: 'unknown' }).waitFor();
    await silent(complaints, context);
  },
});

async function clicked(context: BrowserContext, page: Page): Promise<Page> {
  const [call] = await Promise.all([context.waitForEvent('page'), button(page).click()]);
  return call;
}

async function silent(complaints: readonly string[], context: BrowserContext): Promise<void> {
  await context.close();
  assert.deepEqual(complaints, []);
}
