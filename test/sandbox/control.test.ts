import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createSandbox,
  SEED_CARD_ID,
  SAMPLE_STATUSES,
  type Sandbox,
  type SandboxSnapshot,
} from '../../src/sandbox/index.js';
import { linkRequest, mintLink, statusRequest } from '../support/sandbox-partner.js';

const ORIGIN = 'http://127.0.0.1:4100';
const HERE = { enkashOrigin: ORIGIN, signzyOrigin: 'http://127.0.0.1:4200' };

const order = (
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

const ordered = async (...given: Parameters<typeof order>): Promise<SandboxSnapshot> => {
  const answer = await order(...given);
  assert.equal(answer.status, 200);
  return (await answer.json()) as SandboxSnapshot;
};

describe('orders over HTTP', () => {
  it('set a standing, and answer with the world as it then is', async () => {
    const sandbox = createSandbox(HERE);
    const world = await ordered(sandbox, 'standing', { enKashCardId: 'EKCNEW', standing: 'verified' });
    assert.deepEqual(
      world.customers.map(({ enKashCardId }) => enKashCardId),
      [SEED_CARD_ID, 'EKCNEW'],
    );
    assert.equal(world.customers[1]?.kycStatus, SAMPLE_STATUSES.verified.kycStatus);
  });

  it('set and clear faults, move the clock, change settings, end tokens, and begin anew', async () => {
    const sandbox = createSandbox({ ...HERE, now: () => 1_000 });
    const status = async (): Promise<number> => (await sandbox.enkash(statusRequest(sandbox))).status;

    await ordered(sandbox, 'fault', { route: 'status', answer: 503, times: null });
    assert.equal(await status(), 503);
    await ordered(sandbox, 'clear-faults');
    assert.equal(await status(), 200);

    assert.equal((await ordered(sandbox, 'clock', { shiftMs: 5_000 })).now, 6_000);
    assert.equal((await ordered(sandbox, 'settings', { paceMs: 0 })).settings.paceMs, 0);

    const request = linkRequest(sandbox);
    await ordered(sandbox, 'revoke-tokens');
    assert.equal((await sandbox.enkash(request)).status, 401);

    const anew = await ordered(sandbox, 'reset');
    assert.deepEqual(anew, createSandbox({ ...HERE, now: () => 1_000 }).snapshot());
  });

  it('show the world without a link, a token or a password', async () => {
    const sandbox = createSandbox(HERE);
    const link = await mintLink(sandbox);
    const token = sandbox.issueToken();
    const answer = await sandbox.enkash(new Request(`${ORIGIN}/sandbox/world`));
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

  it('that cannot be carried out change nothing and answer with a sentence', async () => {
    const sandbox = createSandbox(HERE);
    const before = sandbox.snapshot().customers;
    const refused: [string, unknown, number, RegExp][] = [
      ['standing', { enKashCardId: SEED_CARD_ID, standing: 'done' }, 400, /A standing is one of/],
      ['standing', { standing: 'verified' }, 400, /enKashCardId/],
      ['fault', { route: 'link' }, 400, /answer is an HTTP status/],
      ['clock', { shiftMs: '5' }, 400, /finite number of milliseconds/],
      ['settings', { paceMs: -1 }, 400, /paceMs is milliseconds/],
      ['settings', { speed: 1 }, 400, /no such sandbox setting/],
      ['reset', [], 400, /JSON object/],
      ['toString', {}, 404, /POST standing, fault/],
    ];
    for (const [name, body, status, sentence] of refused) {
      const answer = await order(sandbox, name, body);
      assert.equal(answer.status, status, name);
      assert.match(((await answer.json()) as { error: string }).error, sentence);
    }
    assert.deepEqual(sandbox.snapshot().customers, before);
  });

  it('are taken from this machine alone', async () => {
    const sandbox = createSandbox(HERE);
    const body = { enKashCardId: SEED_CARD_ID, standing: 'verified' };
    assert.equal(
      (await order(sandbox, 'standing', body, { Origin: 'https://elsewhere.example' })).status,
      403,
    );
    assert.equal((await order(sandbox, 'standing', body, { Origin: 'null' })).status, 403);
    assert.equal((await order(sandbox, 'standing', body, { 'Content-Type': 'text/plain' })).status, 415);
    const rebound = new Request('http://rebound.example:4100/sandbox/world');
    assert.equal((await sandbox.enkash(rebound)).status, 403);
    assert.equal(sandbox.snapshot().customers[0]?.kycSubStatus, null);

    const friendly = await order(sandbox, 'standing', body, { Origin: 'http://localhost:5173' });
    assert.equal(friendly.headers.get('Access-Control-Allow-Origin'), 'http://localhost:5173');
    const preflight = new Request(`${ORIGIN}/sandbox/reset`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://localhost:5173' },
    });
    const allowed = await sandbox.enkash(preflight);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('Access-Control-Allow-Headers'), 'Content-Type');
  });
});
