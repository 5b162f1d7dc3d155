import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { reaches } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { bundleForBrowser, renderOnServer } from '../support/frameworks/bundle.js';
import { openFrameworkPage } from '../support/frameworks/framework-page.js';

const browser = await launchChromium({ after });
/** What a browser without the script shows. */
const FALLBACK = '<a slot="fallback" href="/branches">Come to a branch</a>';
const ENDPOINT = '/vkyc/session/of-a-customer';

for (const version of [18, 19] as const) {
  describe(`the server's page of React ${version}`, async () => {
    const script = await bundleForBrowser('react-client.ts', version);

    it('has the tag with every setting that is text, the label and the fallback', async (t) => {
      assert.equal(
        await renderOnServer(t, 'react-server.ts', ENDPOINT, version),
        `<enkash-vkyc-button session-endpoint="${ENDPOINT}" mode="redirect" last-entry="15" ` +
          `holidays="2026-11-24 2026-11-25" lang="hi" class="wide">Verify by video${FALLBACK}</enkash-vkyc-button>`,
      );
    });

    it('comes alive before hydration, and is hydrated without a warning or a second request', async (t) => {
      const open = await openFrameworkPage(t, browser, script, (endpoint) =>
        renderOnServer(t, 'react-server.ts', endpoint, version),
      );
      // the script has defined the tag; the browser's own attributes, such as state="ready", are there already
      await reaches(open, 'ready', 'in-progress');
      await open.render();
      await open.page.waitForFunction(
        () =>
          typeof Reflect.get(document.querySelector('enkash-vkyc-button') ?? {}, 'renewSession') ===
          'function',
      );
      assert.deepEqual(open.wallet.asked, ['GET']);
      assert.deepEqual(open.complaints, []);
      assert.equal(await open.element.getAttribute('session-endpoint'), open.endpoint);
    });

    it('gives events to the handlers from hydration on', async (t) => {
      const open = await openFrameworkPage(t, browser, script, (endpoint) =>
        renderOnServer(t, 'react-server.ts', endpoint, version),
      );
      const answer = open.wallet.holdNext('GET');
      await open.page.reload();
      await open.render();
      answer();
      await open.page.waitForFunction(() => handled.includes('vkyc-status-change'));
      assert.deepEqual(open.complaints, []);
    });
  });
}

describe("the server's page of Vue", async () => {
  const script = await bundleForBrowser('vue-client.ts');

  it('has the tag with its attributes, the label and the fallback', async (t) => {
    assert.equal(
      await renderOnServer(t, 'vue-server.ts', ENDPOINT),
      `<enkash-vkyc-button session-endpoint="${ENDPOINT}" lang="hi">Verify by video${FALLBACK}</enkash-vkyc-button>`,
    );
  });

  it('comes alive before hydration, and is hydrated without a warning or a second request', async (t) => {
    const open = await openFrameworkPage(t, browser, script, (endpoint) =>
      renderOnServer(t, 'vue-server.ts', endpoint),
    );
    await reaches(open, 'ready', 'in-progress');
    await open.render();
    assert.equal(await open.element.evaluate((one) => typeof Reflect.get(one, 'renewSession')), 'function');
    assert.deepEqual(open.wallet.asked, ['GET']);
    assert.deepEqual(open.complaints, []);
  });
});
