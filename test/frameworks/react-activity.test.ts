import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { bundleForBrowser } from '../support/frameworks/bundle.js';
import { openFrameworkPage } from '../support/frameworks/framework-page.js';

const browser = await launchChromium({ after });

describe('React 19', async () => {
  const script = await bundleForBrowser('react-activity.ts');

  it('in StrictMode sends one request, and its <Activity> hides and shows the same element', async (t) => {
    const page = await openFrameworkPage(t, browser, { script });
    await page.render();
    await waitForState(page, 'ready', 'in-progress');
    assert.deepEqual(page.wallet.requests, ['GET']);
    await page.element.evaluate((element) => element.setAttribute('title', 'the same'));
    for (const disabled of [true, false, true, false]) {
      await page.render({ disabled });
      await page.page.locator('[title="the same"]').waitFor({ state: disabled ? 'hidden' : 'visible' });
    }
    await waitForState(page, 'ready', 'in-progress');
    assert.deepEqual(page.wallet.requests, ['GET']);
    assert.deepEqual(page.consoleProblems, []);
  });
});
