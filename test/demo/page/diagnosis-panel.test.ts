import type { Page } from 'playwright-core';
import { startDemoBrowser, type DemoBrowser } from './start-demo-browser.js';
import { testsWith } from '../../support/tests-with.js';

const { after, before, describe, it } = testsWith('chromium');

describe('the diagnosis panel', () => {
  let demo: DemoBrowser;
  let page: Page;
  before(async () => {
    demo = await startDemoBrowser('diagnosis-panel');
    page = await demo.browser.newPage();
    await page.goto(demo.page);
    await page.locator('#findings').scrollIntoViewIfNeeded();
  });
  after(() => demo.stop());

  const finding = (id: string, verdict: string) =>
    page.locator(`#findings li[data-verdict=${verdict}]`).filter({ hasText: id });

  it('has nothing to change on the page of the demo', async () => {
    await page.getByText(/^Nothing to change: 1[0-2] pass, [0-2] skipped\.$/).waitFor();
    await finding('endpoint', 'pass').getByText('The endpoint has answered: the button is ready.').waitFor();
  });

  it('follows the button into an error, with what to do about it', async () => {
    await page.getByLabel('To the status request').selectOption('With 500');
    await finding('endpoint', 'fail').getByText('See docs/errors.md for its cause.').waitFor();
    await page.getByText(/^1 to change: /).waitFor();
  });
});
