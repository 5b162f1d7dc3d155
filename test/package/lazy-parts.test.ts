import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page, Route } from 'playwright-core';
import en from '../../src/locales/en.js';
import { startChromium } from '../support/browser/launch-browser.js';
import { startServer } from '../support/browser/start-server.js';
import { testsWith } from '../support/tests-with.js';
import { buildApp, BUNDLER_NAMES } from './tarball/build-apps.js';
import { installPackage, type Partner } from './tarball/install-package.js';

const { actions, errors, checklist, hints, handoff } = en;
const ENTRY = 'app.js';
/** A module of the test's own, which fails to load together with the parts. */
const PROBE = 'probe.js';
/** What a part contains, and the first load does not: the question of the dialog, the QR code, the icon of the list. */
const PART_CODE = [/alertdialog/, /shape-rendering/, /enumerateDevices/, /BEGIN:VCALENDAR/];

interface SecondPress {
  readonly page: Page;
  readonly button: Locator;
  /** Lets the files load from now on. */
  readonly release: () => Promise<void>;
  readonly onReload?: () => Promise<unknown>;
}

const inChromium = testsWith('chromium');

inChromium.describe('the packed element, bundled', () => {
  let partner: Partner;
  let browser: Browser;
  inChromium.before(async () => {
    partner = installPackage();
    browser = await startChromium();
  });
  inChromium.after(async () => {
    await browser.close();
    rmSync(partner.folder, { recursive: true, force: true });
  });

  for (const bundler of BUNDLER_NAMES)
    inChromium.describe(`by ${bundler}`, () => {
      let folder: string;
      inChromium.before(async () => {
        folder = await buildApp(bundler, partner);
      });

      /** A page with one button, which records the scripts that it loads and the downgrades that it reports. */
      async function open(t: { after(close: () => unknown): void }, attributes = '') {
        const text = `<!doctype html><title>Wallet</title>
          <script>downgrades = []; addEventListener('vkyc-downgrade', ({ detail }) => downgrades.push(detail))</script>
          <script type="module" src="/${ENTRY}"></script>
          <enkash-vkyc-button session-endpoint="/session" ${attributes}></enkash-vkyc-button>`;
        const { otherOrigin: origin } = await startServer({ after: (close) => t.after(close) }, ({ url }) => {
          const { pathname } = new URL(url);
          if (pathname === '/') return new Response(text, { headers: { 'content-type': 'text/html' } });
          if (pathname === '/session') return Response.json(ANSWER);
          const name = pathname.slice(1);
          if (name === PROBE) return new Response('', { headers: { 'content-type': 'text/javascript' } });
          if (!readdirSync(folder, { recursive: true, encoding: 'utf8' }).includes(name))
            return new Response('', { status: 404 });
          return new Response(readFileSync(join(folder, name)), {
            headers: { 'content-type': 'text/javascript' },
          });
        });
        const context = await browser.newContext();
        t.after(() => context.close());
        const page = await context.newPage();
        const scripts: string[] = [];
        page.on('request', (request) => {
          if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname.slice(1));
        });
        await page.goto(origin);
        await page.locator('enkash-vkyc-button[state=ready]').waitFor();
        return { page, scripts };
      }

      /** The next press, or the first one after a reload where the browser remembers that a module did not load. */
      async function pressAgain({ page, button, release, onReload }: SecondPress) {
        await page.evaluate(`import('/${PROBE}').catch(() => undefined)`);
        await release();
        const isRemembered = await page.evaluate(`import('/${PROBE}').then(() => false, () => true)`);
        await button.click();
        // webpack loads its files by script tags, which no browser remembers
        if (!isRemembered || bundler === 'webpack') return;
        await page.locator('.note', { hasText: errors.network }).waitFor();
        await page.reload();
        await page.locator('enkash-vkyc-button[state=ready]').waitFor();
        await onReload?.();
        await button.click();
      }

      inChromium.it('loads what few customers need when they press, and no code of it before', async (t) => {
        const { page, scripts } = await open(t);
        const first = [...scripts];
        for (const name of first)
          for (const code of PART_CODE)
            assert.doesNotMatch(readFileSync(join(folder, name), 'utf8'), code, name);
        await page.getByRole('button', { name: actions.prepare }).click();
        await page.getByText(checklist.card).waitFor();
        assert.ok(scripts.length > first.length);
      });

      inChromium.it('preloads what the settings ask for', async (t) => {
        for (const [attributes, code] of [
          ['handoff', /shape-rendering/],
          ['mode="iframe" allowed-link-hosts="localhost"', /alertdialog/],
        ] as const) {
          const { page, scripts } = await open(t, attributes);
          const hasCode = () => scripts.some((name) => code.test(readFileSync(join(folder, name), 'utf8')));
          while (!hasCode()) await page.waitForRequest(() => true);
        }
      });

      inChromium.it('opens the window of a call in the click while no part loads', async (t) => {
        const { page } = await open(t, 'handoff');
        await holdParts(page);
        const popup = page.context().waitForEvent('page');
        await page.getByRole('button', { name: actions.resume }).click();
        await popup;
      });

      inChromium.it(
        'says and speaks that a panel did not load, and loads it at the next press that can',
        async (t) => {
          const { page } = await open(t);
          const release = await holdParts(page, (route) => route.abort());
          const button = page.getByRole('button', { name: actions.prepare });
          await button.click();
          await page.locator('.note', { hasText: errors.network }).waitFor();
          await page.getByRole('status').filter({ hasText: errors.network }).waitFor();
          assert.equal(await button.getAttribute('aria-expanded'), 'false');
          await pressAgain({ page, button, release });
          await page.getByText(checklist.card).waitFor();
          assert.equal(await page.locator('.note').count(), 0);
        },
      );

      inChromium.it('says that the phone’s panel did not load, with the same way back', async (t) => {
        const { page } = await open(t);
        const release = await holdParts(page, (route) => route.abort());
        const offer = () => page.evaluate(`document.querySelector('enkash-vkyc-button').handoff = true`);
        await offer();
        const button = page.getByRole('button', { name: actions.handoff });
        await button.click();
        await page.locator('.note', { hasText: errors.network }).waitFor();
        await pressAgain({ page, button, release, onReload: offer });
        await page.getByRole('img', { name: handoff.code }).waitFor();
      });

      inChromium.it('opens a window at the next press when the dialog does not load', async (t) => {
        const { page } = await open(t);
        await holdParts(page, (route) => route.abort());
        await page.evaluate(`document.querySelector('enkash-vkyc-button').mode = 'iframe'`);
        await page.getByRole('button', { name: actions.resume }).click();
        await page.getByText(hints['frame-failed']).first().waitFor();
        assert.deepEqual(await page.evaluate('downgrades'), [
          { from: 'iframe', to: 'popup', reason: 'frame-empty' },
        ]);
        const popup = page.context().waitForEvent('page');
        await page.getByRole('button', { name: actions.open }).click();
        await popup;
      });
    });
});

/** Handles each later script as the test says, by default not at all. Returns a function that ends that. */
async function holdParts(page: Page, handle: (route: Route) => unknown = () => undefined) {
  const isPart = ({ pathname }: URL) => pathname.endsWith('.js') && pathname !== `/${ENTRY}`;
  await page.route(isPart, handle);
  return () => page.unroute(isPart);
}

const ANSWER = {
  payload: {
    kycStatus: 'MIN_KYC_VERIFIED',
    kycSubStatus: 'VKYC_IN_PROGRESS',
    kycLink: 'https://call.signzy.tech/eMain',
  },
  session: { availability: { open: true, reason: null, opensAt: null, closesAt: null } },
};
