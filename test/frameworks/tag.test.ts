import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { reaches, reads, until } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { bundleForBrowser } from '../support/frameworks/bundle.js';
import { openFrameworkPage, type FrameworkPage } from '../support/frameworks/framework-page.js';

const browser = await launchChromium({ after });

/** Each framework, and whether a function outlives the time until the tag is defined; docs/frameworks.md warns of it. */
const FRAMEWORKS = [
  { framework: 'react', keepsFunctions: false },
  { framework: 'preact', keepsFunctions: false },
  { framework: 'vue', keepsFunctions: true },
  { framework: 'svelte', keepsFunctions: false },
  { framework: 'solid', keepsFunctions: true },
];

const typeOfRenewSession = async (open: FrameworkPage) => {
  await reaches(open, 'ready');
  return open.element.evaluate((one) => typeof Reflect.get(one, 'renewSession'));
};

const isHandled = ({ handled }: FrameworkPage) =>
  until("the framework's handler has the event", async () =>
    (await handled()).includes('vkyc-status-change'),
  );

for (const { framework, keepsFunctions } of FRAMEWORKS) {
  describe(`the tag in ${framework}`, async () => {
    const script = await bundleForBrowser(`${framework}.ts`);

    for (const order of ['before', 'after'] as const) {
      it(`works when it is defined ${order} the framework draws it, with a false boolean`, async (t) => {
        const open = await openFrameworkPage(t, browser, script);
        const steps = [open.define, open.render];
        for (const step of order === 'before' ? steps : steps.reverse()) await step();
        await reaches(open, 'ready', 'in-progress');
        await reads(open, 'VKYC In Progress');
        assert.equal(await open.button.isEnabled(), true);
        await isHandled(open);

        await open.render({ disabled: true });
        await open.page.locator('[part=button]:disabled').waitFor();
        await open.render({ disabled: false });
        await open.page.locator('[part=button]:enabled').waitFor();
        assert.deepEqual(open.wallet.asked, ['GET']);
        assert.deepEqual(open.complaints, []);
      });
    }

    it('takes a function when it is defined first', async (t) => {
      const open = await openFrameworkPage(t, browser, script);
      await open.define();
      await open.render();
      assert.equal(await typeOfRenewSession(open), 'function');
    });

    it(`${keepsFunctions ? 'keeps' : 'loses'} a function that is drawn before it is defined`, async (t) => {
      const open = await openFrameworkPage(t, browser, script);
      await open.render();
      await open.define();
      assert.equal(await typeOfRenewSession(open), keepsFunctions ? 'function' : 'undefined');
    });

    it('ends its request when the framework takes it away', async (t) => {
      const open = await openFrameworkPage(t, browser, script);
      open.wallet.holdNext('GET');
      await open.define();
      await open.render();
      await until('the endpoint is asked', () => open.wallet.asked.length > 0);
      const [request] = await Promise.all([open.page.waitForEvent('requestfailed'), open.unmount()]);
      assert.equal(request.failure()?.errorText, 'net::ERR_ABORTED');
    });
  });
}
