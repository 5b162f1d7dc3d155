import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { takeCall, until, visit } from './harness/customer.js';
import { launchBoth } from './harness/launch-browser.js';
import { startWallet } from './harness/wallet.js';

const browsers = await launchBoth({ after }, { media: 'granted' });

const FRAMED =
  '<!doctype html><title>Shop</title><iframe sandbox="allow-scripts allow-same-origin" src="/"></iframe>';

for (const { name, browser } of browsers) {
  describe(`a wallet's page in a frame that may open no window, in ${name}`, () => {
    it('steps down to the same tab after the second try, and the call runs there', async (t) => {
      const wallet = await startWallet(t, { pages: { '/shop': FRAMED } });
      const customer = await visit(t, browser, { url: `${wallet.url}/shop` });
      const frame = customer.page.frameLocator('iframe');
      const button = frame.locator('enkash-vkyc-button [part=button]');
      await frame.locator('enkash-vkyc-button[state=ready]').waitFor();
      await button.click();
      await frame.getByText('Your browser blocked the new window.').first().waitFor();
      await button.filter({ hasText: 'Open the video call' }).click();
      await frame
        .getByText('Your browser opens no new window. The call will open in this tab.')
        .first()
        .waitFor();
      assert.deepEqual(await downgrades(customer.page), [
        ['popup', 'popup', 'popup-blocked'],
        ['popup', 'redirect', 'popup-blocked'],
      ]);
      await button.filter({ hasText: 'Continue in this tab' }).click();
      await frame.getByRole('heading', { name: 'Before the call' }).waitFor();
      await takeCall(frame, wallet, 'approved');
      assert.equal(customer.context.pages().length, 1);
      await until('one link was used', () => wallet.links.length === 1);
      assert.deepEqual(customer.uncaught, []);
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
