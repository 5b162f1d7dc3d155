import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/start-demo.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { MONDAY_11 } from '../support/browser/wallet.js';

const browser = await launchChromium({ after });

const SECOND = 1_000;

describe("the demo's time travel", () => {
  let demo: Demo;
  let page: Page;
  let now = MONDAY_11;
  const pass = async (time: number) => {
    now += time;
    await page.clock.runFor(time);
  };
  before(async () => {
    demo = await startDemo({ port: 0, now: () => now });
    const context = await browser.newContext({ timezoneId: 'Asia/Kolkata' });
    page = await context.newPage();
    await page.clock.install({ time: MONDAY_11 - 60 * SECOND });
    await page.clock.pauseAt(MONDAY_11);
    await page.goto(demo.page);
  });
  after(() => demo.stop());

  const travel = (preset: string) => page.getByRole('button', { name: preset, exact: true }).click();
  const button = (state: string) => page.locator(`enkash-vkyc-button[state=${state}]`).waitFor();
  const reads = (hint: string) => page.getByText(hint, { exact: true }).first().waitFor();
  const logs = (event: string) => page.locator('#log').getByText(event, { exact: true }).first().waitFor();

  for (const [preset, state, hint] of [
    ['Monday 11:00', 'ready', 'A short video call. It opens in a new window.'],
    ['After hours', 'closed', 'Closed for today. Opens Tuesday at 10:00 am IST.'],
    ['Sunday noon', 'closed', 'Open on working days only. Opens Monday at 10:00 am IST.'],
    ['First Saturday', 'ready', 'A short video call. It opens in a new window.'],
    ['Second Saturday', 'closed', 'Open on working days only. Opens Monday at 10:00 am IST.'],
    ['Holiday bridge', 'closed', 'Closed for a holiday. Opens Monday at 10:00 am IST.'],
  ] as const) {
    it(`goes to "${preset}", where the button is ${state}`, async () => {
      await travel(preset);
      await button(state);
      await reads(hint);
    });
  }

  it('goes to ten seconds before the opening, and on through it', async () => {
    await travel('10 s before opening');
    await reads('Not open yet. Opens today, Monday, at 10:00 am IST.');
    await pass(10 * SECOND);
    await button('ready');
    await logs('vkyc-availability-change');
  });

  it('goes to ten seconds before the closing, and on through it', async () => {
    await travel('10 s before closing');
    await reads('Closes today, Monday, at 6:00 pm IST. Please start now.');
    await pass(10 * SECOND);
    await button('closed');
    await reads('Closed for today. Opens Tuesday at 10:00 am IST.');
  });

  it('goes to any other time', async () => {
    await page.getByLabel('Any other time (IST)').fill('2026-11-24T08:00');
    await travel('Go');
    await button('closed');
    await reads('Not open yet. Opens today, Tuesday, at 10:00 am IST.');
    assert.equal(demo.clock.view().moved, 'chosen');
  });

  it('shows the wish to be reminded in the log', async () => {
    await travel('Sunday noon');
    await reads('Open on working days only. Opens Monday at 10:00 am IST.');
    await page.getByRole('button', { name: 'Remind me' }).click();
    await logs('vkyc-remind');
  });
});
