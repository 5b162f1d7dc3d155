import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { bundleForBrowser } from '../support/frameworks/bundle.js';
import { openFrameworkPage, type FrameworkPage } from '../support/frameworks/framework-page.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after });

/** Each framework, and whether it keeps a function that is set before the tag is defined; docs/frameworks.md warns about it. */
const FRAMEWORKS = [
  { framework: 'react', app: 'react.ts', keepsFunctions: false },
  { framework: 'preact', app: 'preact.ts', keepsFunctions: false },
  { framework: 'vue', app: 'vue.ts', keepsFunctions: true },
  { framework: 'svelte', app: 'svelte.ts', keepsFunctions: false },
  { framework: 'solid', app: 'solid.ts', keepsFunctions: true },
];

const typeOfRenewSession = async (page: FrameworkPage) => {
  await waitForState(page, 'ready');
  return page.element.evaluate((one) => typeof Reflect.get(one, 'renewSession'));
};

const waitForHandledEvent = ({ handledEvents }: FrameworkPage) =>
  waitUntil("the framework's handler has received the event", async () =>
    (await handledEvents()).includes('vkyc-status-change'),
  );

for (const { framework, app, keepsFunctions } of FRAMEWORKS) {
  describe(`the tag in ${framework}`, async () => {
    const script = await bundleForBrowser(app);

    for (const order of ['before', 'after'] as const) {
      it(`works when it is defined ${order} the framework renders it, and takes false for a boolean`, async (t) => {
        const page = await openFrameworkPage(t, browser, { script });
        const steps = [page.define, page.render];
        for (const step of order === 'before' ? steps : steps.reverse()) await step();
        await waitForState(page, 'ready', 'in-progress');
        await waitForText(page, 'In progress');
        assert.equal(await page.button.isEnabled(), true);
        await waitForHandledEvent(page);

        await page.render({ disabled: true });
        await page.page.locator('[part~=button]:disabled').waitFor();
        await page.render({ disabled: false });
        await page.page.locator('[part~=button]:enabled').waitFor();
        assert.deepEqual(page.wallet.requests, ['GET']);
        assert.deepEqual(page.consoleProblems, []);
      });
    }

    it('receives a function that is set after it is defined', async (t) => {
      const page = await openFrameworkPage(t, browser, { script });
      await page.define();
      await page.render();
      assert.equal(await typeOfRenewSession(page), 'function');
    });

    it(`${keepsFunctions ? 'keeps' : 'loses'} a function that is set before it is defined`, async (t) => {
      const page = await openFrameworkPage(t, browser, { script });
      await page.render();
      await page.define();
      assert.equal(await typeOfRenewSession(page), keepsFunctions ? 'function' : 'undefined');
    });

    it('aborts its request when the framework removes it', async (t) => {
      const page = await openFrameworkPage(t, browser, { script });
      page.wallet.holdNext('GET');
      await page.define();
      await page.render();
      await waitUntil('the element sends a request', () => page.wallet.requests.length > 0);
      const [request] = await Promise.all([page.page.waitForEvent('requestfailed'), page.unmount()]);
      assert.equal(request.failure()?.errorText, 'net::ERR_ABORTED');
    });
  });
}
