import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { bundleForBrowser } from '../support/frameworks/bundle.js';
import { openFrameworkPage } from '../support/frameworks/framework-page.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after });

/** The tag as a server renders it. */
const renderOnServer = (endpoint: string) =>
  Promise.resolve(`<enkash-vkyc-button session-endpoint="${endpoint}"></enkash-vkyc-button>`);

for (const version of [18, 19] as const)
  describe(`hydration of the tag itself in React ${version}`, async () => {
    const script = await bundleForBrowser('react-raw-tag.ts', version);

    it('reports nothing with suppressHydrationWarning, and keeps the element and its only request', async (t) => {
      const page = await openFrameworkPage(t, browser, { script, renderOnServer });
      await waitForState(page, 'ready', 'in-progress');
      await page.element.evaluate((element) => element.setAttribute('title', 'the same'));
      await page.render();
      await page.render({ disabled: false });
      await waitForState(page, 'ready', 'in-progress');
      assert.equal(await page.element.getAttribute('title'), 'the same');
      assert.deepEqual(page.wallet.requests, ['GET']);
      assert.deepEqual(page.consoleProblems, []);
    });

    it('only reports the attributes without it: the element works all the same', async (t) => {
      const page = await openFrameworkPage(t, browser, { script, renderOnServer });
      await waitForState(page, 'ready', 'in-progress');
      await page.render({ disabled: true });
      await waitUntil('React reports the attributes', () => page.consoleProblems.length > 0);
      assert.match(page.consoleProblems.join(), /state|server/);
      await waitForState(page, 'ready', 'in-progress');
      assert.deepEqual(page.wallet.requests, ['GET']);
    });
  });
