import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { bundleForBrowser } from '../support/frameworks/bundle.js';
import { openFrameworkPage } from '../support/frameworks/framework-page.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after });

for (const version of [18, 19] as const) {
  describe(`VkycButton in React ${version}`, async () => {
    const script = await bundleForBrowser('react-wrapper.ts', version);

    it('sends one request, although strict mode mounts it twice and the page re-renders', async (t) => {
      const page = await openFrameworkPage(t, browser, { script });
      await page.render();
      await waitForState(page, 'ready', 'in-progress');
      await page.render({ disabled: true });
      await page.page.locator('[part~=button]:disabled').waitFor();
      await page.render({ disabled: false });
      await page.page.locator('[part~=button]:enabled').waitFor();
      assert.deepEqual(page.wallet.requests, ['GET']);
      assert.deepEqual(await page.handledEvents(), ['vkyc-status-change']);
      assert.deepEqual(page.consoleProblems, []);
    });

    it('exposes the element through its ref, and passes it a function', async (t) => {
      const page = await openFrameworkPage(t, browser, { script });
      await page.render();
      await waitForState(page, 'ready');
      assert.equal(
        await page.page.evaluate(() => element() === document.querySelector('enkash-vkyc-button')),
        true,
      );
      assert.equal(
        await page.page.evaluate(() => typeof Reflect.get(element() ?? {}, 'renewSession')),
        'function',
      );
    });

    it('aborts its request when it is unmounted', async (t) => {
      const page = await openFrameworkPage(t, browser, { script });
      page.wallet.holdNext('GET');
      await page.render();
      await waitUntil('the element sends a request', () => page.wallet.requests.length > 0);
      const [request] = await Promise.all([page.page.waitForEvent('requestfailed'), page.unmount()]);
      assert.equal(request.failure()?.errorText, 'net::ERR_ABORTED');
    });
  });
}
