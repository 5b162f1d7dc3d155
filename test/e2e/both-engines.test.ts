import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import en from '../../src/locales/en.js';
import { ENGINES } from '../support/browser/launch-browser.js';
import {
  callDialog,
  callFrame,
  endCallInDialog,
  IFRAME_MODE,
  openCallDialog,
  pressInDialog,
} from '../support/browser/open-call-dialog.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { recordedEvents, recordedEventTypes } from '../support/browser/recorded-events.js';
import { startWallet } from '../support/browser/start-wallet.js';
import { closeCallWindow, completeCall, waitForCall } from '../support/browser/video-call.js';
import { installClock, visitPage, visitWallet } from '../support/browser/visit-page.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';
import { testsWith } from '../support/tests-with.js';

const COOP = { 'cross-origin-opener-policy': 'same-origin' };

const severingPages = [
  { where: "the call's page", options: { sandbox: { pageHeaders: COOP } } },
  { where: "the wallet's page", options: { headers: COOP } },
] as const;

const FRAMED =
  '<!doctype html><title>Shop</title><iframe sandbox="allow-scripts allow-same-origin" src="/"></iframe>';

for (const { name, requirement, start } of ENGINES) {
  const { after, before, describe, it } = testsWith(requirement);

  describe(`a video call in ${name}`, () => {
    let browser: Browser;
    before(async () => {
      browser = await start({ media: 'granted' });
    });
    after(() => browser.close());

    for (const dir of ['ltr', 'rtl'])
      it(`fills a narrow page beside its scroll bar in iframe mode, with every button, in a page that is ${dir}`, async (t) => {
        const withScrollBars = await start({ scrollBars: true });
        t.after(() => withScrollBars.close());
        const device = { viewport: { width: 320, height: 640 } };
        const { customer } = await visitWallet(t, withScrollBars, { attributes: IFRAME_MODE, device });
        await customer.page.evaluate(
          `document.documentElement.dir = '${dir}'; document.body.style.height = '2000px'`,
        );
        const width = await customer.page.evaluate<number>('document.documentElement.clientWidth');
        assert.ok(width < 320, `the scroll bar takes space, but the page has ${width} px`);
        await openCallDialog(customer);
        const box = await callDialog(customer).boundingBox();
        assert.deepEqual([box?.width, box?.height], [width, 640]);
        for (const button of await callDialog(customer).getByRole('button').all()) {
          const { x = -1, width: own = 0 } = (await button.boundingBox()) ?? {};
          assert.ok(box && x >= box.x && x + own <= box.x + width, await button.innerText());
        }
      });

    it('leads from the badge through device check and agent to verified', async (t) => {
      const { wallet, customer } = await visitWallet(t, browser);
      const { page, button } = customer;

      await waitForText(customer, 'In progress');
      await waitForState(customer, 'ready', 'in-progress');
      assert.deepEqual(wallet.requests, ['GET'], 'no link is minted before the customer shows intent');

      const release = wallet.holdNext('POST');
      const call = await clickForPopup(customer);
      assert.equal(call.url(), 'about:blank');
      await call.getByText('Opening the video call…').waitFor();
      await waitForState(customer, 'opening');
      release();

      await waitForCall(call);
      await waitForState(customer, 'open', 'in-progress');
      assert.equal(await call.evaluate('window.opener'), null, "the call's page cannot steer the wallet's");
      assert.equal(await completeCall(call, wallet, 'approved'), 'All set.');
      await closeCallWindow(call);

      await waitForState(customer, 'ready', 'under-review');
      await waitForText(customer, 'Under review');
      wallet.advance(60_000);
      await button.filter({ hasText: 'Check status' }).click();
      await waitForState(customer, 'done', 'verified');
      await waitForText(customer, 'Your KYC is complete.');
      const events = await recordedEventTypes(page);
      assert.deepEqual(
        events.filter((type) => type !== 'vkyc-status-change'),
        ['vkyc-start', 'vkyc-open', 'vkyc-close'],
      );
      assert.equal(events.length, 6, 'in progress, under review and verified are each announced once');
      assert.equal(wallet.links.length, 1);
      assert.deepEqual(customer.consoleMessages, []);
      assert.deepEqual(customer.pageErrors, []);
    });

    for (const { where, options } of severingPages) {
      it(`reports a window that a COOP header of ${where} cut off as severed, and still fetches the true status`, async (t) => {
        const wallet = await startWallet(t, options);
        const customer = await visitPage(t, browser, { url: wallet.url, beforeLoad: installClock });
        await waitForState(customer, 'ready');
        const call = await clickForPopup(customer);
        await waitForState(customer, 'checking');
        await waitForText(customer, 'If the video call is still open in another window, go back to it.');
        assert.deepEqual(await recordedEvents(customer.page, 'vkyc-close'), [
          { type: 'vkyc-close', mode: 'popup', reason: 'severed' },
        ]);
        assert.equal(call.isClosed(), false);
        await completeCall(call, wallet, 'approved');
        await call.close();
        await customer.page.clock.fastForward(10_000);
        await waitForState(customer, 'ready', 'under-review');
        assert.equal(wallet.links.length, 1);
      });
    }

    it('opens the call in the page after two attempts in a frame that may neither open windows nor leave', async (t) => {
      const wallet = await startWallet(t, { pages: { '/shop': FRAMED } });
      const customer = await visitPage(t, browser, { url: `${wallet.url}/shop` });
      const frame = customer.page.frameLocator('iframe');
      const button = frame.locator('enkash-vkyc-button [part~=button]');
      await frame.locator('enkash-vkyc-button[state=ready]').waitFor();
      await button.click();
      await frame.getByText('Your browser blocked the new window.').first().waitFor();
      await button.filter({ hasText: 'Open the video call' }).click();
      await frame
        .getByText('Your browser does not open new windows. The call will open in this tab.')
        .first()
        .waitFor();
      assert.deepEqual(await downgrades(customer.page), [
        ['popup', 'popup', 'popup-blocked'],
        ['popup', 'redirect', 'popup-blocked'],
      ]);
      await button.filter({ hasText: 'Open in this tab' }).click();
      await waitForCall(frame.frameLocator('enkash-vkyc-button iframe'));
      assert.equal(customer.context.pages().length, 1);
      assert.equal(wallet.links.length, 1);
      assert.deepEqual(customer.pageErrors, []);
    });

    it('can use camera and microphone in the dialog, and completes the call there', async (t) => {
      const { wallet, customer } = await visitWallet(t, browser, { attributes: IFRAME_MODE });
      await openCallDialog(customer);
      await completeCall(callFrame(customer), wallet, 'approved');
      for (const device of ['camera', 'microphone'])
        assert.equal(
          await callFrame(customer).locator(`[data-check=${device}] output`).textContent(),
          'Ready',
        );
      // The outcome has arrived, so that Close asks nothing.
      await waitForState(customer, 'open', 'under-review');
      await pressInDialog(customer, 'Close');
      await waitForState(customer, 'ready', 'under-review');
      assert.equal(customer.context.pages().length, 1);
      assert.deepEqual(customer.pageErrors, []);
    });

    it('asks before Escape ends the call, however often it is pressed; Stay continues, End ends it', async (t) => {
      const { customer } = await visitWallet(t, browser, { attributes: IFRAME_MODE });
      await openCallDialog(customer);
      const question = customer.page.getByRole('alertdialog', { name: 'End the video call?' });
      for (let press = 0; press < 3; press++) await customer.page.keyboard.press('Escape');
      await question.waitFor();
      await waitForState(customer, 'open');
      assert.equal(await callDialog(customer).isVisible(), true);

      await pressInDialog(customer, 'Stay on the call');
      await question.waitFor({ state: 'hidden' });
      await waitForState(customer, 'open');
      await callFrame(customer).locator('body').press('Escape');
      assert.equal(await callDialog(customer).isVisible(), true);

      await endCallInDialog(customer);
      await callDialog(customer).waitFor({ state: 'detached' });
      await waitForState(customer, 'ready');
      await waitForText(customer, en.hints.ended);
      assert.deepEqual(await recordedEvents(customer.page, 'vkyc-close'), [
        { type: 'vkyc-close', mode: 'iframe', reason: 'user' },
      ]);
    });
  });
}

const downgrades = async (page: Page): Promise<unknown[]> => {
  const events =
    await page.evaluate<{ type: string; from: string; to: string; reason: string }[]>(
      'frames[0].recordedEvents',
    );
  return events
    .filter(({ type }) => type === 'vkyc-downgrade')
    .map(({ from, to, reason }) => [from, to, reason]);
};
