import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { reaches, until } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { bundleForBrowser } from '../support/frameworks/bundle.js';
import { openFrameworkPage } from '../support/frameworks/framework-page.js';

const browser = await launchChromium({ after });

for (const version of [18, 19] as const) {
  describe(`VkycButton in React ${version}`, async () => {
    const script = await bundleForBrowser('wrapper.ts', version);

    it('asks once, although strict mode mounts it twice and the page draws it again', async (t) => {
      const open = await openFrameworkPage(t, browser, script);
      await open.render();
      await reaches(open, 'ready', 'in-progress');
      await open.render({ disabled: true });
      await open.page.locator('[part=button]:disabled').waitFor();
      await open.render({ disabled: false });
      await open.page.locator('[part=button]:enabled').waitFor();
      assert.deepEqual(open.wallet.asked, ['GET']);
      assert.deepEqual(await open.handled(), ['vkyc-status-change']);
      assert.deepEqual(open.complaints, []);
    });

    it('gives the element through its ref, and its function to the element', async (t) => {
      const open = await openFrameworkPage(t, browser, script);
      await open.render();
      await reaches(open, 'ready');
      assert.equal(
        await open.page.evaluate(() => element() === document.querySelector('enkash-vkyc-button')),
        true,
      );
      assert.equal(
        await open.page.evaluate(() => typeof Reflect.get(element() ?? {}, 'renewSession')),
        'function',
      );
    });

    it('ends its request when it is taken away', async (t) => {
      const open = await openFrameworkPage(t, browser, script);
      open.wallet.holdNext('GET');
      await open.render();
      await until('the endpoint is asked', () => open.wallet.asked.length > 0);
      const [request] = await Promise.all([open.page.waitForEvent('requestfailed'), open.unmount()]);
      assert.equal(request.failure()?.errorText, 'net::ERR_ABORTED');
    });
  });
}
