import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { bundleForBrowser, renderOnServer } from '../support/frameworks/bundle.js';
import { openFrameworkPage } from '../support/frameworks/framework-page.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after });
const ENDPOINT = '/vkyc/session/of-a-customer';

describe('VkycButton in Vue', async () => {
  const script = await bundleForBrowser('vue-wrapper.ts');

  it('sends one request, although the page re-renders, and needs no compiler option', async (t) => {
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

  it('has the element on its ref, passes it functions, classes, the label and named slots', async (t) => {
    const page = await openFrameworkPage(t, browser, { script });
    await page.render();
    await waitForState(page, 'ready');
    assert.deepEqual(
      await page.page.evaluate(() => ({
        isElement: element() === document.querySelector('enkash-vkyc-button'),
        renewSession: typeof Reflect.get(element() ?? {}, 'renewSession'),
        className: element()?.className,
        text: element()?.innerHTML.replaceAll(/<!--.*?-->/g, ''),
      })),
      {
        isElement: true,
        renewSession: 'function',
        className: 'wide',
        text: 'Verify by video<span slot="help"><a href="/help">Talk to us</a></span>',
      },
    );
  });

  it('lets a handler cancel an event', async (t) => {
    const page = await openFrameworkPage(t, browser, { script });
    await page.render();
    await waitForState(page, 'ready');
    await page.button.click();
    assert.deepEqual(await page.handledEvents(), ['vkyc-status-change', 'vkyc-start']);
    await waitForState(page, 'ready');
    assert.equal(page.context.pages().length, 1);
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

describe('server rendering with VkycButton in Vue', async () => {
  const script = await bundleForBrowser('vue-wrapper-client.ts');

  it('renders the tag with every setting that is text, the label and the fallback', async (t) => {
    assert.equal(
      await renderOnServer(t, 'vue-wrapper-server.ts', ENDPOINT),
      `<enkash-vkyc-button lang="hi" class="wide" session-endpoint="${ENDPOINT}" mode="redirect" ` +
        `last-entry="15" holidays="2026-11-24 2026-11-25">Verify by video` +
        `<span slot="fallback"><a href="/branches">Come to a branch</a></span></enkash-vkyc-button>`,
    );
  });

  it('works before hydration, and hydrates without a warning or a second request', async (t) => {
    const page = await openFrameworkPage(t, browser, {
      script,
      renderOnServer: (endpoint) => renderOnServer(t, 'vue-wrapper-server.ts', endpoint),
    });
    await page.render();
    await waitForState(page, 'ready', 'in-progress');
    await page.page.waitForFunction(
      () =>
        typeof Reflect.get(document.querySelector('enkash-vkyc-button') ?? {}, 'renewSession') === 'function',
    );
    assert.deepEqual(page.wallet.requests, ['GET']);
    assert.deepEqual(page.consoleProblems, []);
  });
});
