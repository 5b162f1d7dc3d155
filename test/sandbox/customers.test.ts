import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createSandbox,
  SAMPLE_STATUSES,
  SEED_CARD_ID,
  type Sandbox,
  type SampleStatusName,
} from '../../src/sandbox/index.js';
import { eventRequest, linkRequest, mintLink } from '../support/sandbox-partner.js';

const NOON = Date.parse('2026-11-23T06:30:00Z');
const DAY = 86_400_000;

const assertStatus = (sandbox: Sandbox, name: SampleStatusName): void => {
  const { kycStatus, kycSubStatus } = sandbox.snapshot().customers[0] ?? {};
  assert.deepEqual({ kycStatus, kycSubStatus }, SAMPLE_STATUSES[name]);
};

const report = async (sandbox: Sandbox, link: string, ...events: string[]): Promise<void> => {
  for (const event of events)
    assert.equal((await sandbox.signzy(eventRequest(link, event))).status, 204, event);
};

const openLink = async (sandbox: Sandbox, link: string): Promise<string> => {
  const page = await sandbox.signzy(new Request(link));
  return `${page.status} ${/<title>(.*?) ·/.exec(await page.text())?.[1] ?? ''}`;
};

describe('a call', () => {
  it('puts the customer in progress when they queue, and not before', async () => {
    const sandbox = createSandbox({ customers: { [SEED_CARD_ID]: 'rejected' } });
    const link = await mintLink(sandbox);
    await report(sandbox, link, 'opened');
    assertStatus(sandbox, 'rejected');
    await report(sandbox, link, 'queued', 'joined');
    assertStatus(sandbox, 'in-progress');
  });

  it('that the agent approves is under review until the audit, and not verified without it', async () => {
    let now = NOON;
    const sandbox = createSandbox({ now: () => now, auditDelayMs: 60_000 });
    const link = await mintLink(sandbox);
    await report(sandbox, link, 'opened', 'queued', 'joined', 'approved');
    assertStatus(sandbox, 'under-review');
    now += 59_999;
    assertStatus(sandbox, 'under-review');
    now += 1;
    assertStatus(sandbox, 'verified');
    assert.equal(await openLink(sandbox, link), '410 Your part is done');
  });

  it('may be audited immediately, manually, or by moving the clock', async () => {
    const approved = async (auditDelayMs: number | null): Promise<Sandbox> => {
      const sandbox = createSandbox({ now: () => NOON, auditDelayMs });
      await report(sandbox, await mintLink(sandbox), 'queued', 'joined', 'approved');
      return sandbox;
    };
    assertStatus(await approved(0), 'verified');

    const byHand = await approved(null);
    byHand.shiftClock(365 * DAY);
    assertStatus(byHand, 'under-review');
    byHand.setStatus(SEED_CARD_ID, 'verified');
    assertStatus(byHand, 'verified');

    const byClock = await approved(60_000);
    byClock.shiftClock(60_000);
    assertStatus(byClock, 'verified');
  });

  it('that the agent rejects leaves the customer rejected and its link used', async () => {
    const sandbox = createSandbox();
    const link = await mintLink(sandbox);
    await report(sandbox, link, 'queued', 'joined', 'rejected');
    assertStatus(sandbox, 'rejected');
    assert.equal(await openLink(sandbox, link), '410 This call is over');
  });

  it('that drops leaves the customer in progress and its link used; a fresh link works', async () => {
    const sandbox = createSandbox();
    const link = await mintLink(sandbox);
    await report(sandbox, link, 'queued', 'joined', 'dropped');
    assertStatus(sandbox, 'in-progress');
    assert.equal(await openLink(sandbox, link), '410 This call is over');
    assert.equal((await sandbox.signzy(eventRequest(link, 'joined'))).status, 409);
    assert.equal(await openLink(sandbox, await mintLink(sandbox)), '200 Video KYC');
  });

  it('that the customer closes early leaves them in progress, and the link works again', async () => {
    const sandbox = createSandbox();
    const link = await mintLink(sandbox);
    await report(sandbox, link, 'opened', 'queued', 'joined', 'closed');
    assertStatus(sandbox, 'in-progress');
    assert.equal(sandbox.snapshot().customers[0]?.lastEvent, 'closed');
    assert.equal(await openLink(sandbox, link), '200 Video KYC');
  });
});

describe('a link', () => {
  it('is replaced by the next one, even during a call', async () => {
    const sandbox = createSandbox({ signzyOrigin: 'http://127.0.0.1:4200' });
    const former = await mintLink(sandbox);
    await report(sandbox, former, 'queued', 'joined');
    const latest = await mintLink(sandbox);
    assert.equal(await openLink(sandbox, former), '410 A newer link took its place');
    assert.equal((await sandbox.signzy(eventRequest(former, 'approved'))).status, 409);
    assertStatus(sandbox, 'in-progress');
    assert.equal(await openLink(sandbox, latest), '200 Video KYC');
  });

  it('of one customer does not replace the links of another', async () => {
    const sandbox = createSandbox({ signzyOrigin: 'http://127.0.0.1:4200' });
    const link = await mintLink(sandbox);
    sandbox.setStatus('EKCOTHER', 'not-started');
    await sandbox.enkash(linkRequest(sandbox, 'EKCOTHER'));
    assert.equal(await openLink(sandbox, link), '200 Video KYC');
  });

  it('expires after a day, and its customer with it, until the next link', async () => {
    const sandbox = createSandbox({ now: () => NOON });
    const link = await mintLink(sandbox);
    sandbox.shiftClock(DAY - 1);
    assert.equal(await openLink(sandbox, link), '200 Video KYC');
    sandbox.shiftClock(1);
    assert.equal(await openLink(sandbox, link), '410 This link has expired');
    assertStatus(sandbox, 'expired');
    await mintLink(sandbox);
    assertStatus(sandbox, 'in-progress');
  });

  it('that expires does not change a finished customer', async () => {
    const sandbox = createSandbox({ now: () => NOON });
    await report(sandbox, await mintLink(sandbox), 'queued', 'joined', 'rejected');
    sandbox.shiftClock(2 * DAY);
    assertStatus(sandbox, 'rejected');
  });

  it('that was never minted does not lead to a call', async () => {
    const sandbox = createSandbox();
    const link = await mintLink(sandbox);
    for (const stranger of [
      link.replace('1b66', '0000'),
      link.replace('eMain', 'eOther'),
      sandbox.signzyOrigin,
    ]) {
      assert.equal(await openLink(sandbox, stranger), '404 This link is not known');
    }
    assert.equal((await sandbox.signzy(eventRequest(link.replace('1b66', '0000'), 'joined'))).status, 409);
  });
});
