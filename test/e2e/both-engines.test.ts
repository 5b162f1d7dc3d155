import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { testsWith } from '../support/tests-with.js';
import {
  heard,
  leaveCall,
  reaches,
  reads,
  story,
  takeCall,
  visit,
  windowOpenedBy,
} from '../support/browser/customer.js';
import { dialogOf, IFRAME, inFrame, openDialog, pressInDialog } from '../support/browser/dialog.js';
import { ENGINES } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/wallet.js';

const COOP = { 'cross-origin-opener-policy': 'same-origin' };

const cases = [
  { where: "the call's page", options: { sandbox: { pageHeaders: COOP } } },
  { where: "the wallet's page", options: { headers: COOP } },
] as const;

const FRAMED =
  '<!doctype html><title>Shop</title><iframe sandbox="allow-scripts allow-same-origin" src="/"></iframe>';

for (const { name, requirement, start } of ENGINES) {
  const { after, before, describe, it } = testsWith(requirement);

  describe(`a customer with ${name}`, () => {
    let browser: Browser;
    before(async () => {
      browser = await start({ media: 'granted' });
    });
    after(() => browser.close());

    it('goes from the badge through camera and agent to verified', async (t) => {
      const wallet = await startWallet(t);
      const customer = await visit(t, browser, wallet);
      const { page, button } = customer;

      await reads(customer, 'VKYC In Progress');
      await reaches(customer, 'ready', 'in-progress');
      assert.deepEqual(wallet.asked, ['GET'], 'nothing is minted before the customer shows intent');

      const release = wallet.holdNext('POST');
      const call = await windowOpenedBy(customer, () => button.click());
      assert.equal(call.url(), 'about:blank');
      await call.getByText('Opening the video call…').waitFor();
      await reaches(customer, 'opening');
      release();

      await call.getByRole('heading', { name: 'Before the call' }).waitFor();
      await reaches(customer, 'open', 'in-progress');
      assert.equal(await call.evaluate('window.opener'), null, "the call's page cannot steer the wallet's");
      assert.equal(await takeCall(call, wallet, 'approved'), 'All set.');
      await leaveCall(call);

      await reaches(customer, 'ready', 'under-review');
      await reads(customer, 'VKYC Under Review');
      wallet.pass(60_000);
      await button.filter({ hasText: 'Check status' }).click();
      await reaches(customer, 'done', 'verified');
      await reads(customer, 'Your KYC is complete.');
      const told = await story(page);
      assert.deepEqual(
        told.filter((type) => type !== 'vkyc-status-change'),
        ['vkyc-start', 'vkyc-open', 'vkyc-close'],
      );
      assert.equal(told.length, 6, 'in progress, under review and verified are each told once');
      assert.equal(wallet.links.length, 1);
      assert.deepEqual(customer.said, []);
      assert.deepEqual(customer.uncaught, []);
    });

    for (const { where, options } of cases) {
      it(`sees a window that a policy of ${where} cut off called severed, not closed, and the status stays true`, async (t) => {
        const wallet = await startWallet(t, options);
        const customer = await visit(t, browser, wallet, (page) => page.clock.install());
        await reaches(customer, 'ready');
        const call = await windowOpenedBy(customer, () => customer.button.click());
        await reaches(customer, 'checking');
        await reads(customer, 'If the video call is open in another window, continue there.');
        assert.deepEqual(await heard(customer.page, 'vkyc-close'), [
          { type: 'vkyc-close', mode: 'popup', reason: 'severed' },
        ]);
        assert.equal(call.isClosed(), false);
        await takeCall(call, wallet, 'approved');
        await call.close();
        await customer.page.clock.fastForward(10_000);
        await reaches(customer, 'ready', 'under-review');
        assert.equal(wallet.links.length, 1);
      });
    }

    it('steps down to the same tab, after two tries, where a frame may open no window', async (t) => {
      const wallet = await startWallet(t, { pages: { '/shop': FRAMED } });
      const customer = await visit(t, browser, { url: `${wallet.url}/shop` });
      const frame = customer.page.frameLocator('iframe');
      const button = frame.locator('enkash-vkyc-button [part=button]');
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
      await frame.getByRole('heading', { name: 'Before the call' }).waitFor();
      assert.equal(customer.context.pages().length, 1);
      assert.equal(wallet.links.length, 1);
      assert.deepEqual(customer.uncaught, []);
    });

    it('has camera and microphone in the dialog, and goes through the call there', async (t) => {
      const wallet = await startWallet(t, { attributes: IFRAME });
      const customer = await visit(t, browser, wallet);
      await openDialog(customer);
      await takeCall(inFrame(customer), wallet, 'approved');
      for (const device of ['camera', 'microphone'])
        assert.equal(await inFrame(customer).locator(`[data-check=${device}] output`).textContent(), 'Ready');
      await pressInDialog(customer, 'Close');
      await pressInDialog(customer, 'End the call');
      await reaches(customer, 'ready', 'under-review');
      assert.equal(customer.context.pages().length, 1);
      assert.deepEqual(customer.uncaught, []);
    });

    it('never ends the call by Escape, however often, but asks; Stay goes on, End ends', async (t) => {
      const wallet = await startWallet(t, { attributes: IFRAME });
      const customer = await visit(t, browser, wallet);
      await openDialog(customer);
      const question = customer.page.getByRole('alertdialog', { name: 'End the video call?' });
      for (let press = 0; press < 3; press++) await customer.page.keyboard.press('Escape');
      await question.waitFor();
      await reaches(customer, 'open');
      assert.equal(await dialogOf(customer).isVisible(), true);

      await pressInDialog(customer, 'Stay on the call');
      await question.waitFor({ state: 'hidden' });
      await reaches(customer, 'open');
      await inFrame(customer).locator('body').press('Escape');
      assert.equal(await dialogOf(customer).isVisible(), true);

      await pressInDialog(customer, 'Close');
      await pressInDialog(customer, 'End the call');
      await dialogOf(customer).waitFor({ state: 'detached' });
      await reaches(customer, 'checking');
      assert.deepEqual(await heard(customer.page, 'vkyc-close'), [
        { type: 'vkyc-close', mode: 'iframe', reason: 'user' },
      ]);
    });
  });
}

const downgrades = async (page: Page): Promise<unknown[]> => {
  const all =
    await page.evaluate<{ type: string; from: string; to: string; reason: string }[]>('frames[0].heard');
  return all
    .filter(({ type }) => type === 'vkyc-downgrade')
    .map(({ from, to, reason }) => [from, to, reason]);
};
