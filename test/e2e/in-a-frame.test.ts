import assert from 'node:assert/strict';
import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { ENGINES } from '../support/browser/launch-browser.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { recordedEvents } from '../support/browser/recorded-events.js';
import { startWallet, type WalletOptions } from '../support/browser/start-wallet.js';
import { waitForCall } from '../support/browser/video-call.js';
import { visitPage } from '../support/browser/visit-page.js';
import { waitUntil } from '../support/browser/wait-until.js';
import type { CleanupScope } from '../support/browser/cleanup-scope.js';
import { testsWith } from '../support/tests-with.js';

const SANDBOX = 'allow-scripts allow-same-origin allow-forms';

/** A portal that shows the wallet in a frame with these attributes. */
const portal = (attributes: string) =>
  `<!doctype html><title>Portal</title><iframe ${attributes} src="/" width="600" height="500"></iframe>`;

const visitPortal = async (
  scope: CleanupScope,
  browser: Browser,
  attributes: string,
  options: WalletOptions = {},
) => {
  const wallet = await startWallet(scope, { ...options, pages: { '/portal': portal(attributes) } });
  const customer = await visitPage(scope, browser, { url: `${wallet.url}/portal` });
  const wholeFrame: FrameLocator = customer.page.frameLocator('iframe');
  const button: Locator = wholeFrame.locator('enkash-vkyc-button [part~=button]');
  await wholeFrame.locator('enkash-vkyc-button[state=ready]').waitFor();
  const frame = customer.page.frames().find((each) => each.parentFrame() !== null);
  assert.ok(frame);
  return { wallet, customer, wholeFrame, frame, button };
};

for (const { name, requirement, start } of ENGINES) {
  const { after, before, describe, it } = testsWith(requirement);

  describe(`a page in a frame in ${name}`, () => {
    let browser: Browser;
    before(async () => {
      browser = await start({ media: 'granted' });
    });
    after(() => browser.close());

    for (const [title, attributes] of [
      ['without restrictions', 'allow="camera; microphone"'],
      ['of a sandbox that may navigate the tab', `sandbox="${SANDBOX} allow-top-navigation"`],
      [
        'of a sandbox that may navigate the tab on a click',
        `sandbox="${SANDBOX} allow-top-navigation-by-user-activation"`,
      ],
    ] as const)
      it(`navigates the tab, not the frame, in redirect mode ${title}`, async (t) => {
        const { customer, button } = await visitPortal(t, browser, attributes, {
          attributes: 'mode="redirect"',
        });
        await button.click();
        await waitForCall(customer.page);
        assert.equal(customer.context.pages().length, 1);
      });

    it('shows the call in the page, with one link, where the frame may not navigate the tab', async (t) => {
      const { wallet, customer, wholeFrame, frame, button } = await visitPortal(
        t,
        browser,
        `sandbox="${SANDBOX}"`,
        { attributes: 'mode="redirect"' },
      );
      const address = frame.url();
      await button.click();
      await waitForCall(wholeFrame.frameLocator('enkash-vkyc-button iframe'));
      assert.equal(frame.url(), address);
      assert.equal(wallet.links.length, 1);
      assert.deepEqual(await recordedEvents(frame, 'vkyc-downgrade'), [
        { type: 'vkyc-downgrade', from: 'redirect', to: 'iframe', reason: 'tab-refused' },
      ]);
      assert.deepEqual(customer.pageErrors, []);
    });

    it('opens a window from a sandbox whose windows stay in it, before and after the link is there', async (t) => {
      for (const prefetched of [false, true]) {
        const { wallet, customer, button } = await visitPortal(
          t,
          browser,
          `sandbox="${SANDBOX} allow-popups"`,
        );
        if (prefetched) {
          await button.hover();
          await waitUntil('the link has been prefetched', () => wallet.links.length === 1);
        }
        const call = await clickForPopup({ context: customer.context, button });
        await waitForCall(call);
        assert.equal(await call.evaluate('window.opener'), null);
        assert.equal(wallet.links.length, 1);
        assert.deepEqual(customer.pageErrors, []);
      }
    });
  });
}

const { after, before, describe, it } = testsWith('chromium');

describe('a page in a frame without a camera', () => {
  let browser: Browser;
  before(async () => {
    const [chromium] = ENGINES;
    assert.ok(chromium);
    browser = await chromium.start({ media: 'granted' });
  });
  after(() => browser.close());

  for (const mode of ['popup', 'redirect', 'iframe'])
    it(`says so in ${mode} mode, after one press per way, and never leaves the frame`, async (t) => {
      const { wallet, customer, wholeFrame, frame, button } = await visitPortal(
        t,
        browser,
        `sandbox="${SANDBOX}" allow="camera 'none'"`,
        { attributes: `mode="${mode}"` },
      );
      const address = frame.url();
      for (let press = 1; press <= (mode === 'redirect' ? 1 : 3); press++) {
        await button.click();
        await wholeFrame.locator('enkash-vkyc-button:is([state=ready], [state=error])').waitFor();
        assert.ok(wallet.links.length <= press);
      }
      await wholeFrame.getByText('This browser cannot use a camera.').first().waitFor();
      assert.equal(frame.url(), address);
      assert.deepEqual(await recordedEvents(frame, 'vkyc-error'), [
        { type: 'vkyc-error', code: 'no_camera', retryable: false, actor: 'partner' },
      ]);
      assert.deepEqual(customer.pageErrors, []);
      const link = wallet.links[0];
      assert.ok(link);
      assert.equal(customer.consoleMessages.join().includes(new URL(link).pathname), false);
    });
});
