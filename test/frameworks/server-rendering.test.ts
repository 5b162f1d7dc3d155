import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { bundleForBrowser, renderOnServer } from '../support/frameworks/bundle.js';
import { openFrameworkPage } from '../support/frameworks/framework-page.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { waitForState } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after });
/** The content that a browser without the script shows. */
const FALLBACK = '<a slot="fallback" href="/branches">Come to a branch</a>';
const ENDPOINT = '/vkyc/session/of-a-customer';

for (const version of [18, 19] as const) {
  describe(`server rendering with React ${version}`, async () => {
    const script = await bundleForBrowser('react-client.ts', version);

    it('renders the tag with every setting that is text, the label and the fallback', async (t) => {
      assert.equal(
        await renderOnServer(t, 'react-server.ts', ENDPOINT, version),
        `<enkash-vkyc-button session-endpoint="${ENDPOINT}" mode="redirect" last-entry="15" ` +
          `holidays="2026-11-24 2026-11-25" lang="hi" class="wide">Verify by video${FALLBACK}</enkash-vkyc-button>`,
      );
    });

    it('works before hydration, and hydrates without a warning or a second request', async (t) => {
      const page = await openFrameworkPage(t, browser, {
        script,
        renderOnServer: (endpoint) => renderOnServer(t, 'react-server.ts', endpoint, version),
      });
      // The script has defined the tag, so reflected attributes such as state="ready" are set before hydration.
      await waitForState(page, 'ready', 'in-progress');
      await page.render();
      await page.page.waitForFunction(
        () =>
          typeof Reflect.get(document.querySelector('enkash-vkyc-button') ?? {}, 'renewSession') ===
          'function',
      );
      assert.deepEqual(page.wallet.requests, ['GET']);
      assert.deepEqual(page.consoleProblems, []);
      assert.equal(await page.element.getAttribute('session-endpoint'), page.endpoint);
    });

    it('calls the event handlers after hydration', async (t) => {
      const page = await openFrameworkPage(t, browser, {
        script,
        renderOnServer: (endpoint) => renderOnServer(t, 'react-server.ts', endpoint, version),
      });
      const release = page.wallet.holdNext('GET');
      await page.page.reload();
      await page.render();
      release();
      await page.page.waitForFunction(() => handledEvents.includes('vkyc-status-change'));
      assert.deepEqual(page.consoleProblems, []);
    });
  });
}

describe('server rendering with Vue', async () => {
  const script = await bundleForBrowser('vue-client.ts');

  it('renders the tag with its attributes, the label and the fallback', async (t) => {
    assert.equal(
      await renderOnServer(t, 'vue-server.ts', ENDPOINT),
      `<enkash-vkyc-button session-endpoint="${ENDPOINT}" lang="hi">Verify by video${FALLBACK}</enkash-vkyc-button>`,
    );
  });

  it('works before hydration, and hydrates without a warning or a second request', async (t) => {
    const page = await openFrameworkPage(t, browser, {
      script,
      renderOnServer: (endpoint) => renderOnServer(t, 'vue-server.ts', endpoint),
    });
    await waitForState(page, 'ready', 'in-progress');
    await page.render();
    assert.equal(await page.element.evaluate((one) => typeof Reflect.get(one, 'renewSession')), 'function');
    assert.deepEqual(page.wallet.requests, ['GET']);
    assert.deepEqual(page.consoleProblems, []);
  });
});
