import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createSandbox,
  SEED_CARD_ID,
  SAMPLE_STATUSES,
  type Sandbox,
  type SampleStatusName,
} from '../../src/sandbox/index.js';
import { eventRequest, linkRequest, mintLink } from '../support/sandbox-partner.js';

const NOON = Date.parse('2026-11-23T06:30:00Z');
const DAY = 86_400_000;

const standsAt = (sandbox: Sandbox, name: SampleStatusName): void => {
  const { kycStatus, kycSubStatus } = sandbox.snapshot().customers[0] ?? {};
  assert.deepEqual({ kycStatus, kycSubStatus }, SAMPLE_STATUSES[name]);
};

const happens = async (sandbox: Sandbox, link: string, ...events: string[]): Promise<void> => {
  for (const event of events)
    assert.equal((await sandbox.signzy(eventRequest(link, event))).status, 204, event);
};

const opens = async (sandbox: Sandbox, link: string): Promise<string> => {
  const page = await sandbox.signzy(new Request(link));
  return `${page.status} ${/<title>(.*?) ·/.exec(await page.text())?.[1] ?? ''}`;
};

describe('a call', () => {
  it('puts the customer in progress when they queue, and no sooner', async () => {
    const sandbox = createSandbox({ customers: { [SEED_CARD_ID]: 'rejected' } });
    const link = await mintLink(sandbox);
    await happens(sandbox, link, 'opened');
    standsAt(sandbox, 'rejected');
    await happens(sandbox, link, 'queued', 'joined');
    standsAt(sandbox, 'in-progress');
  });

  it('that the agent approves is under review until the audit, and never verified by itself', async () => {
    let now = NOON;
    const sandbox = createSandbox({ now: () => now, auditDelayMs: 60_000 });
    const link = await mintLink(sandbox);
    await happens(sandbox, link, 'opened', 'queued', 'joined', 'approved');
    standsAt(sandbox, 'under-review');
    now += 59_999;
    standsAt(sandbox, 'under-review');
    now += 1;
    standsAt(sandbox, 'verified');
    assert.equal(await opens(sandbox, link), '410 Your part is done');
  });

  it('may be audited at once, by hand, or by moving the clock', async () => {
    const approved = async (auditDelayMs: number | null): Promise<Sandbox> => {
      const sandbox = createSandbox({ now: () => NOON, auditDelayMs });
      await happens(sandbox, await mintLink(sandbox), 'queued', 'joined', 'approved');
      return sandbox;
    };
    standsAt(await approved(0), 'verified');

    const byHand = await approved(null);
    byHand.shiftClock(365 * DAY);
    standsAt(byHand, 'under-review');
    byHand.setStatus(SEED_CARD_ID, 'verified');
    standsAt(byHand, 'verified');

    const byClock = await approved(60_000);
    byClock.shiftClock(60_000);
    standsAt(byClock, 'verified');
  });

  it('that the agent rejects leaves the customer rejected and its link spent', async () => {
    const sandbox = createSandbox();
    const link = await mintLink(sandbox);
    await happens(sandbox, link, 'queued', 'joined', 'rejected');
    standsAt(sandbox, 'rejected');
    assert.equal(await opens(sandbox, link), '410 This call is over');
  });

  it('that drops leaves the customer in progress and its link spent; a fresh link works', async () => {
    const sandbox = createSandbox();
    const link = await mintLink(sandbox);
    await happens(sandbox, link, 'queued', 'joined', 'dropped');
    standsAt(sandbox, 'in-progress');
    assert.equal(await opens(sandbox, link), '410 This call is over');
    assert.equal((await sandbox.signzy(eventRequest(link, 'joined'))).status, 409);
    assert.equal(await opens(sandbox, await mintLink(sandbox)), '200 Video KYC');
  });

  it('that the customer closes half-way leaves them in progress, and the link may be opened again', async () => {
    const sandbox = createSandbox();
    const link = await mintLink(sandbox);
    await happens(sandbox, link, 'opened', 'queued', 'joined', 'closed');
    standsAt(sandbox, 'in-progress');
    assert.equal(sandbox.snapshot().customers[0]?.lastEvent, 'closed');
    assert.equal(await opens(sandbox, link), '200 Video KYC');
  });
});

describe('a link', () => {
  it('is replaced by the next one, also in the middle of a call', async () => {
    const sandbox = createSandbox({ signzyOrigin: 'http://127.0.0.1:4200' });
    const former = await mintLink(sandbox);
    await happens(sandbox, former, 'queued', 'joined');
    const latest = await mintLink(sandbox);
    assert.equal(await opens(sandbox, former), '410 A newer link took its place');
    assert.equal((await sandbox.signzy(eventRequest(former, 'approved'))).status, 409);
    standsAt(sandbox, 'in-progress');
    assert.equal(await opens(sandbox, latest), '200 Video KYC');
  });

  it('of one customer leaves the links of another alone', async () => {
    const sandbox = createSandbox({ signzyOrigin: 'http://127.0.0.1:4200' });
    const link = await mintLink(sandbox);
    sandbox.setStatus('EKCOTHER', 'not-started');
    await sandbox.enkash(linkRequest(sandbox, 'EKCOTHER'));
    assert.equal(await opens(sandbox, link), '200 Video KYC');
  });

  it('expires after a day, and its customer with it, until a fresh one is asked for', async () => {
    const sandbox = createSandbox({ now: () => NOON });
    const link = await mintLink(sandbox);
    sandbox.shiftClock(DAY - 1);
    assert.equal(await opens(sandbox, link), '200 Video KYC');
    sandbox.shiftClock(1);
    assert.equal(await opens(sandbox, link), '410 This link has expired');
    standsAt(sandbox, 'expired');
    await mintLink(sandbox);
    standsAt(sandbox, 'in-progress');
  });

  it('that expires does not undo an ending', async () => {
    const sandbox = createSandbox({ now: () => NOON });
    await happens(sandbox, await mintLink(sandbox), 'queued', 'joined', 'rejected');
    sandbox.shiftClock(2 * DAY);
    standsAt(sandbox, 'rejected');
  });

  it('that nobody gave out leads nowhere', async () => {
    const sandbox = createSandbox();
    const link = await mintLink(sandbox);
    for (const stranger of [
      link.replace('1b66', '0000'),
      link.replace('eMain', 'eOther'),
      sandbox.signzyOrigin,
    ]) {
      assert.equal(await opens(sandbox, stranger), '404 This link is not known');
    }
    assert.equal((await sandbox.signzy(eventRequest(link.replace('1b66', '0000'), 'joined'))).status, 409);
  });
});
