import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { heard, reaches, reads, takeCall, visit, windowOpenedBy } from './harness/customer.js';
import { launchBoth } from './harness/launch-browser.js';
import { startWallet } from './harness/wallet.js';

const browsers = await launchBoth({ after }, { media: 'granted' });
const COOP = { 'cross-origin-opener-policy': 'same-origin' };

const cases = [
  { where: "the call's page", options: { sandbox: { pageHeaders: COOP } } },
  { where: "the wallet's page", options: { headers: COOP } },
] as const;

for (const { name, browser } of browsers) {
  describe(`a window that a security policy takes out of sight, in ${name}`, () => {
    for (const { where, options } of cases) {
      it(`is called severed, not closed, when the policy is of ${where}; the call goes on and the status is true`, async (t) => {
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
  });
}
