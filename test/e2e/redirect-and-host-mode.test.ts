import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { recordedEvents, recordedEventTypes } from '../support/browser/recorded-events.js';
import { completeCall, waitForCall } from '../support/browser/video-call.js';
import { visitWallet } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { testsWith } from '../support/tests-with.js';

const browser = await launchChromium({ after }, { media: 'granted', backForwardCache: true });

/** A page with an `unload` listener never enters the back/forward cache. */
const UNLOAD_LISTENER = "addEventListener('unload', () => {});";

const returns = [
  {
    how: 'reloads the page',
    scripts: { '/unload-listener.js': UNLOAD_LISTENER },
    restored: 0,
    requirement: 'chromium',
  },
  { how: 'restores the page from the cache', scripts: {}, restored: 1, requirement: 'full-chromium' },
] as const;

describe('redirect mode', () => {
  for (const { how, scripts, restored, requirement } of returns) {
    testsWith(requirement).it(
      `navigates to the call, and shows the true status after a Back that ${how}`,
      async (t) => {
        const { wallet, customer } = await visitWallet(t, browser, {
          attributes: 'mode="redirect"',
          scripts,
        });
        const { page } = customer;
        await waitForState(customer, 'ready');
        await customer.button.click();
        await waitForCall(page);
        assert.equal(customer.context.pages().length, 1);
        await completeCall(page, wallet, 'approved');
        const requestCount = wallet.requests.length;

        // A restored page fires no load event.
        await page.goBack({ waitUntil: 'commit' });
        await waitForState(customer, 'ready', 'under-review');
        assert.deepEqual(wallet.requests.slice(requestCount), ['GET']);
        assert.equal((await recordedEvents(page, 'restored')).length, restored);
        assert.equal(wallet.links.length, 1);
        assert.deepEqual(customer.pageErrors, []);
      },
    );
  }

  it('is ready again when the customer comes back without a call', async (t) => {
    const { customer } = await visitWallet(t, browser, { attributes: 'mode="redirect"' });
    await waitForState(customer, 'ready');
    await customer.button.click();
    await customer.page.getByRole('heading', { name: 'Before the call' }).waitFor();
    await customer.page.goBack({ waitUntil: 'commit' });
    await waitForState(customer, 'ready', 'in-progress');
  });
});

/** The page in a native shell: takes the link in the gesture and lets the shell open it. */
const SHELL = `
document.addEventListener('vkyc-start', (event) => {
  globalThis.link = event.takeLink();
});`;

describe('host mode', () => {
  it('hands the link to the page, opens no window, and fetches the outcome on refresh()', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, {
      attributes: 'mode="host"',
      scripts: { '/shell.js': SHELL },
    });
    const { page } = customer;
    await waitForState(customer, 'ready');
    await customer.button.click();
    await waitForState(customer, 'open');
    const link = await page.evaluate<string>('link');
    assert.deepEqual([link], wallet.links);
    assert.equal(customer.context.pages().length, 1);
    assert.deepEqual(await recordedEvents(page, 'vkyc-start'), [{ type: 'vkyc-start', mode: 'host' }]);

    const call = await customer.context.newPage();
    await call.goto(link);
    await completeCall(call, wallet, 'approved');
    await customer.element.evaluate((element) =>
      (element as HTMLElement & { refresh(): Promise<void> }).refresh(),
    );
    await waitForState(customer, 'ready', 'under-review');
    assert.deepEqual(await recordedEventTypes(page), [
      'vkyc-status-change',
      'vkyc-start',
      'vkyc-open',
      'vkyc-close',
      'vkyc-status-change',
    ]);
  });
});
