import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { callReports, heard, joinCall, leaveCall, reaches, reads, takeCall, until, visit, windowOpenedBy } from './harness/customer.js';
import { launchChromium } from './harness/launch-browser.js';
import { startWallet } from './harness/wallet.js';

const browser = await launchChromium({ after }, { media: 'granted' });

describe('a customer takes the video call in a popup', () => {
  it('goes from the badge through camera and agent to verified, and the badge turns', async (t) => {
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
    assert.equal(await call.evaluate(() => window.opener), null);
    await call.getByRole('button', { name: 'Check my devices' }).click();
    await call.getByText('All set.').waitFor();
    await call.getByRole('button', { name: 'Join the call' }).waitFor();
    await call.reload();
    await takeCall(call, wallet, 'approved');
    await leaveCall(call);

    await reaches(customer, 'ready', 'under-review');
    await reads(customer, 'VKYC Under Review');
    wallet.pass(60_000);
    await button.filter({ hasText: 'Check status' }).click();
    await reaches(customer, 'done', 'verified');
    await reads(customer, 'VKYC Completed');
    assert.deepEqual(
      (await heard(page)).map(({ type }) => type),
      ['vkyc-status-change', 'vkyc-start', 'vkyc-open', 'vkyc-close', 'vkyc-status-change', 'vkyc-status-change'],
    );
    assert.deepEqual(wallet.asked.filter((method) => method === 'POST'), ['POST']);
    assert.deepEqual(customer.said, []);
    assert.deepEqual(customer.uncaught, []);
  });
});
