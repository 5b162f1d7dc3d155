import assert from 'node:assert/strict';
import { after, describe } from 'node:test';
import { leaveCall, reaches, takeCall, visit, windowOpenedBy } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/wallet.js';
import { testsWith } from '../support/tests-with.js';

const cases = [
  {
    who: 'has no camera',
    browser: await launchChromium({ after }),
    result: 'Not available',
    requirement: 'chromium',
  },
  {
    who: 'does not allow the camera',
    browser: await launchChromium({ after }, { media: 'denied' }),
    result: 'Not allowed',
    requirement: 'full-chromium',
  },
] as const;

describe('a device without what a call needs', () => {
  for (const { who, browser, result, requirement } of cases) {
    testsWith(requirement).it(`has the call's page say so to a customer who ${who}, and go on`, async (t) => {
      const wallet = await startWallet(t);
      const customer = await visit(t, browser, wallet);
      await reaches(customer, 'ready');
      const call = await windowOpenedBy(customer, () => customer.button.click());
      const advice = await takeCall(call, wallet, 'approved');
      assert.equal(advice, 'A real call needs all three. The sandbox goes on without.');
      assert.equal(await call.locator('[data-check=camera] output').textContent(), result);
      await leaveCall(call);
      await reaches(customer, 'ready', 'under-review');
    });
  }
});
