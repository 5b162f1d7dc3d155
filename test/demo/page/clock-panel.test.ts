import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { startDemo, type Demo } from '../../../demo/start-demo.js';
import en from '../../../src/locales/en.js';
import { MINUTE, MONDAY_11, SECOND } from '../../support/browser/instants.js';
import { startChromium } from '../../support/browser/launch-browser.js';
import { testsWith } from '../../support/tests-with.js';

const { after, before, describe, it } = testsWith('chromium');
const INTRO = en.hints['intro-window'];

describe('the clock panel', () => {
  let browser: Browser;
  let demo: Demo;
  let page: Page;
  let now = MONDAY_11;
  const advance = async (time: number) => {
    now += time;
    await page.clock.runFor(time);
  };
  before(async () => {
    browser = await startChromium();
    demo = await startDemo({ port: 0, now: () => now, cacheDir: 'node_modules/.vite/clock-panel-test' });
    const context = await browser.newContext({ timezoneId: 'Asia/Kolkata' });
    page = await context.newPage();
    await page.clock.install({ time: MONDAY_11 - MINUTE });
    await page.clock.pauseAt(MONDAY_11);
    await page.goto(demo.page);
  });
  after(async () => {
    await browser.close();
    await demo.stop();
  });

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const waitForState = (state: string) => page.locator(`enkash-vkyc-button[state=${state}]`).waitFor();
  const waitForHint = (hint: string) => page.getByText(hint, { exact: true }).first().waitFor();
  const waitForLogged = (event: string) =>
    page.locator('#log').getByText(event, { exact: true }).first().waitFor();

  for (const [preset, state, hint] of [
    ['After hours', 'closed', 'Closed for today. Opens Tuesday at 10:00 am.'],
    ['Monday 11:00', 'ready', INTRO],
    ['Sunday noon', 'closed', 'Open on working days only. Opens Monday at 10:00 am.'],
    ['First Saturday', 'ready', INTRO],
    ['Second Saturday', 'closed', 'Open on working days only. Opens Monday at 10:00 am.'],
    ['Holiday bridge', 'closed', 'Closed for a holiday. Opens Monday at 10:00 am.'],
  ] as const) {
    it(`travels to "${preset}", where the button is ${state}`, async () => {
      await press(preset);
      await waitForState(state);
      await waitForHint(hint);
    });
  }

  it('travels to ten seconds before opening, after which the button opens', async () => {
    await press('10 s before opening');
    await waitForHint('Not open yet. Opens today, Monday, at 10:00 am.');
    // The log holds events of earlier travels.
    await press('Clear');
    await advance(10 * SECOND);
    await waitForState('ready');
    await waitForLogged('vkyc-availability-change');
  });

  it('travels to ten seconds before closing, after which the button closes', async () => {
    await press('10 s before closing');
    await waitForHint('Closes today, Monday, at 6:00 pm. Please start now.');
    await advance(10 * SECOND);
    await waitForState('closed');
    await waitForHint('Closed for today. Opens Tuesday at 10:00 am.');
  });

  it('travels to another time', async () => {
    await page.getByLabel('Another time (IST)').fill('2026-11-24T08:00');
    await press('Go');
    await waitForState('closed');
    await waitForHint('Not open yet. Opens today, Tuesday, at 10:00 am.');
    assert.equal(demo.clock.view().moved, 'chosen');
  });

  it('leads to a closed button whose reminder request is logged', async () => {
    await press('Sunday noon');
    await waitForHint('Open on working days only. Opens Monday at 10:00 am.');
    await page.getByRole('button', { name: 'Remind me' }).click();
    await waitForLogged('vkyc-remind');
  });
});
