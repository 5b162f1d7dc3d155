import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox, SEED_CARD_ID, SAMPLE_STATUSES } from '../../../src/sandbox/index.js';
import {
  linkRequest,
  mintLink,
  payloadOf,
  statusRequest,
  tokenRequest,
} from '../../support/sandbox-partner.js';

const DOCUMENTED_REPLY = `{
    "code": 0,
    "message": "Success",
    "payload": {
        "enkashCardId": "EKCHUZJWZW",
        "kycStatus": "EnumModel(name=MIN_KYC_VERIFIED, label=Min Kyc Verified, description=null)",
        "kycSubStatus": "EnumModel(name=VKYC_IN_PROGRESS, label=VKYC In Progress, description=null)",
        "kycLink": "https://investor-onboarding-preproduction.signzy.tech/encash_preprod/6811e8e00e53e2001c75059b/1b66af3a5ac0663e0ce927a63c0aad382da284599b18e8ebd78f3fd2a97f45de1154d88c232c98fe/eMain?ns=encash_preprod",
        "kycExpiryDays": 1
    }
}`;

const expectStatus = async (answer: Promise<Response>, status: number): Promise<void> => {
  assert.equal((await answer).status, status);
};

describe('the link call', () => {
  it('answers the documented request with the documented reply, byte for byte', async () => {
    const sandbox = createSandbox();
    const answer = await sandbox.enkash(linkRequest(sandbox));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('Content-Type'), 'application/json');
    assert.equal(await answer.text(), DOCUMENTED_REPLY);
  });

  it('returns a link on the given Signzy origin, with a path of the documented form', async () => {
    const sandbox = createSandbox({ signzyOrigin: 'http://127.0.0.1:4200' });
    const link = await mintLink(sandbox);
    assert.match(
      link,
      /^http:\/\/127\.0\.0\.1:4200\/encash_preprod\/[0-9a-f]{24}\/[0-9a-f]{80}\/eMain\?ns=encash_preprod$/,
    );
    assert.notEqual(await mintLink(sandbox), link);
  });

  it('answers 401 without a valid bearer token, and without the partner id', async () => {
    let now = 0;
    const sandbox = createSandbox({ now: () => now });
    const answerTo = (headers: Record<string, string>): Promise<Response> =>
      sandbox.enkash(new Request(linkRequest(sandbox).url, { headers }));
    const { partnerId } = sandbox.credentials;
    const Authorization = `Bearer ${sandbox.issueToken()}`;
    await expectStatus(answerTo({ partnerId, Authorization }), 200);
    await expectStatus(answerTo({ partnerId }), 401);
    await expectStatus(answerTo({ partnerId, Authorization: 'Bearer made-up' }), 401);
    await expectStatus(answerTo({ partnerId, Authorization: Authorization.replace('Bearer', 'Basic') }), 401);
    await expectStatus(answerTo({ Authorization }), 401);
    now += 300_000;
    await expectStatus(answerTo({ partnerId, Authorization }), 401);
    const revoked = linkRequest(sandbox);
    sandbox.revokeTokens();
    await expectStatus(sandbox.enkash(revoked), 401);
  });

  it('answers 422 for an unknown card and without a card', async () => {
    const sandbox = createSandbox();
    await expectStatus(sandbox.enkash(linkRequest(sandbox, 'EKCNOBODY')), 422);
    await expectStatus(sandbox.enkash(linkRequest(sandbox, '')), 422);
  });

  it('answers 422 outside its opening hours', async () => {
    let now = Date.parse('2026-11-23T04:29:59.999Z');
    const sandbox = createSandbox({ now: () => now, hours: { workingHours: '10:00-18:00' } });
    await expectStatus(sandbox.enkash(linkRequest(sandbox)), 422);
    now += 1;
    await expectStatus(sandbox.enkash(linkRequest(sandbox)), 200);
  });

  it('puts a customer in progress who has not started, and keeps every other status', async () => {
    const sandbox = createSandbox();
    const before = await payloadOf(await sandbox.enkash(statusRequest(sandbox)));
    assert.equal(before.kycSubStatus, null);
    await mintLink(sandbox);
    assert.equal(sandbox.snapshot().customers[0]?.kycSubStatus, SAMPLE_STATUSES['in-progress'].kycSubStatus);
    for (const status of ['under-review', 'verified', 'rejected'] as const) {
      sandbox.setStatus(SEED_CARD_ID, status);
      const { kycStatus, kycSubStatus } = await payloadOf(await sandbox.enkash(statusRequest(sandbox)));
      await mintLink(sandbox);
      assert.deepEqual(await payloadOf(await sandbox.enkash(statusRequest(sandbox))), {
        enkashCardId: SEED_CARD_ID,
        kycStatus,
        kycSubStatus,
      });
    }
  });
});

describe('the token call', () => {
  it('returns a bearer token that the link call accepts', async () => {
    const sandbox = createSandbox();
    const answer = await sandbox.enkash(tokenRequest(sandbox));
    assert.equal(answer.status, 200);
    const grant = (await answer.json()) as { access_token: string; token_type: string; expires_in: number };
    assert.equal(grant.token_type, 'bearer');
    assert.equal(grant.expires_in, 300);
    const { partnerId } = sandbox.credentials;
    const headers = { partnerId, Authorization: `Bearer ${grant.access_token}` };
    await expectStatus(sandbox.enkash(new Request(linkRequest(sandbox).url, { headers })), 200);
  });

  it('answers 401 when any of the credentials is wrong', async () => {
    const sandbox = createSandbox();
    await expectStatus(sandbox.enkash(tokenRequest(sandbox, { basic: 'd3Jvbmc6d3Jvbmc=' })), 401);
    for (const field of ['grant_type', 'clientId', 'username', 'password']) {
      await expectStatus(sandbox.enkash(tokenRequest(sandbox, { form: { [field]: 'wrong' } })), 401);
    }
  });
});

describe('EnKash', () => {
  it('answers 404 to other paths and 405 to other methods', async () => {
    const sandbox = createSandbox();
    const url = linkRequest(sandbox).url;
    await expectStatus(sandbox.enkash(new Request(`${sandbox.enkashOrigin}/api/v1`)), 404);
    await expectStatus(sandbox.enkash(new Request(url, { method: 'POST' })), 405);
    await expectStatus(sandbox.enkash(new Request(sandbox.tokenUrl)), 405);
  });

  it('delays every answer by the latency, and counts every call', async () => {
    const waits: number[] = [];
    const pause = (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      return Promise.resolve();
    };
    const sandbox = createSandbox({ latencyMs: 700, pause });
    await mintLink(sandbox);
    sandbox.configure({ latencyMs: 0 });
    await mintLink(sandbox);
    assert.deepEqual(waits, [700]);
    assert.deepEqual(sandbox.snapshot().calls, { token: 0, link: 2, status: 0 });
  });
});
