import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createSandbox,
  SAMPLE_STATUSES,
  SEED_CARD_ID,
  type Sandbox,
  type SandboxSnapshot,
} from '../../src/sandbox/index.js';
import { linkRequest, mintLink, statusRequest } from '../support/sandbox-partner.js';

const ORIGIN = 'http://127.0.0.1:4100';
const ORIGINS = { enkashOrigin: ORIGIN, signzyOrigin: 'http://127.0.0.1:4200' };

const send = (
  sandbox: Sandbox,
  name: string,
  body: unknown = {},
  headers: Record<string, string> = {},
): Promise<Response> =>
  sandbox.enkash(
    new Request(`${ORIGIN}/sandbox/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );

const run = async (...given: Parameters<typeof send>): Promise<SandboxSnapshot> => {
  const answer = await send(...given);
  assert.equal(answer.status, 200);
  return (await answer.json()) as SandboxSnapshot;
};

describe('commands over HTTP', () => {
  it('set a status and answer with a snapshot', async () => {
    const sandbox = createSandbox(ORIGINS);
    const snapshot = await run(sandbox, 'status', { enKashCardId: 'EKCNEW', status: 'verified' });
    assert.deepEqual(
      snapshot.customers.map(({ enKashCardId }) => enKashCardId),
      [SEED_CARD_ID, 'EKCNEW'],
    );
    assert.equal(snapshot.customers[1]?.kycStatus, SAMPLE_STATUSES.verified.kycStatus);
  });

  it('set and clear faults, move the clock, change settings, revoke tokens, and reset', async () => {
    const sandbox = createSandbox({ ...ORIGINS, now: () => 1_000 });
    const status = async (): Promise<number> => (await sandbox.enkash(statusRequest(sandbox))).status;

    await run(sandbox, 'fault', { route: 'status', answer: 503, times: null });
    assert.equal(await status(), 503);
    await run(sandbox, 'clear-faults');
    assert.equal(await status(), 200);

    assert.equal((await run(sandbox, 'clock', { shiftMs: 5_000 })).now, 6_000);
    assert.equal((await run(sandbox, 'settings', { paceMs: 0 })).settings.paceMs, 0);

    const request = linkRequest(sandbox);
    await run(sandbox, 'revoke-tokens');
    assert.equal((await sandbox.enkash(request)).status, 401);

    const initial = await run(sandbox, 'reset');
    assert.deepEqual(initial, createSandbox({ ...ORIGINS, now: () => 1_000 }).snapshot());
  });

  it('answer with a snapshot without link, token and password', async () => {
    const sandbox = createSandbox(ORIGINS);
    const link = await mintLink(sandbox);
    const token = sandbox.issueToken();
    const answer = await sandbox.enkash(new Request(`${ORIGIN}/sandbox/snapshot`));
    assert.equal(answer.status, 200);
    const text = await answer.text();
    for (const secret of [
      link,
      new URL(link).pathname.split('/')[3] ?? link,
      token,
      sandbox.credentials.password,
    ]) {
      assert.equal(text.includes(secret), false);
    }
  });

  it('that fail change nothing and answer with a sentence', async () => {
    const sandbox = createSandbox(ORIGINS);
    const before = sandbox.snapshot().customers;
    const refused: [string, unknown, number, RegExp][] = [
      ['status', { enKashCardId: SEED_CARD_ID, status: 'done' }, 400, /A status is one of/],
      ['status', { status: 'verified' }, 400, /enKashCardId/],
      ['fault', { route: 'link' }, 400, /answer is an HTTP status/],
      ['clock', { shiftMs: '5' }, 400, /finite number of milliseconds/],
      ['settings', { paceMs: -1 }, 400, /paceMs is milliseconds/],
      ['settings', { speed: 1 }, 400, /has no option "speed"/],
      ['reset', [], 400, /JSON object/],
      ['toString', {}, 404, /POST status, fault/],
    ];
    for (const [name, body, status, sentence] of refused) {
      const answer = await send(sandbox, name, body);
      assert.equal(answer.status, status, name);
      assert.match(((await answer.json()) as { error: string }).error, sentence);
    }
    assert.deepEqual(sandbox.snapshot().customers, before);
  });

  it('are accepted from this machine only', async () => {
    const sandbox = createSandbox(ORIGINS);
    const body = { enKashCardId: SEED_CARD_ID, status: 'verified' };
    assert.equal((await send(sandbox, 'status', body, { Origin: 'https://elsewhere.example' })).status, 403);
    assert.equal((await send(sandbox, 'status', body, { Origin: 'null' })).status, 403);
    assert.equal((await send(sandbox, 'status', body, { 'Content-Type': 'text/plain' })).status, 415);
    const rebound = new Request('http://rebound.example:4100/sandbox/snapshot');
    assert.equal((await sandbox.enkash(rebound)).status, 403);
    assert.equal(sandbox.snapshot().customers[0]?.kycSubStatus, null);

    const local = await send(sandbox, 'status', body, { Origin: 'http://localhost:5173' });
    assert.equal(local.headers.get('Access-Control-Allow-Origin'), 'http://localhost:5173');
    const preflight = new Request(`${ORIGIN}/sandbox/reset`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://localhost:5173' },
    });
    const allowed = await sandbox.enkash(preflight);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('Access-Control-Allow-Headers'), 'Content-Type');
  });
});
