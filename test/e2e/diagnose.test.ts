import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Finding } from '../../src/doctor/finding.js';
import { ENGINES } from '../support/browser/launch-browser.js';
import { visitWallet } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { testsWith } from '../support/tests-with.js';

const DIAGNOSE = `import('/dist/doctor.js').then(({ diagnose }) =>
  diagnose(document.querySelector('enkash-vkyc-button')))`;

for (const { name, requirement, start } of ENGINES) {
  const { after, before, describe, it } = testsWith(requirement);

  describe(`the built diagnosis in ${name}`, () => {
    let browser: Browser;
    before(async () => {
      browser = await start();
    });
    after(() => browser.close());

    it('finds only the clock of a button that works, and sends nothing to its endpoint', async (t) => {
      const { wallet, customer } = await visitWallet(t, browser);
      await waitForState(customer, 'ready', 'in-progress');
      const findings = await customer.page.evaluate<readonly Finding[]>(DIAGNOSE);
      const verdicts = Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]));
      for (const id of ['element', 'visible', 'versions', 'endpoint', 'language', 'secure-context', 'popup'])
        assert.equal(verdicts[id], 'pass', `${id}: ${findings.find((one) => one.id === id)?.found ?? ''}`);
      // The page of these tests has the clock of a Monday at 11, and its server that of today.
      const failed = findings.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
      assert.deepEqual(failed, ['clock']);
      assert.deepEqual(wallet.requests, ['GET']);
    });

    it('finds a page that is isolated, and its language without texts', async (t) => {
      const { customer } = await visitWallet(t, browser, {
        headers: {
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        },
        attributes: 'lang="fr"',
      });
      await waitForState(customer, 'ready', 'in-progress');
      const findings = await customer.page.evaluate<readonly Finding[]>(DIAGNOSE);
      const failed = findings.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
      assert.deepEqual(failed, ['language', 'popup', 'clock']);
    });
  });
}
