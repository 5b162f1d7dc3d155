import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { memoryStore } from '../../../src/server/index.js';
import { backendFor, endpointOf, OPEN, SECRET, send } from '../../support/server/backend-under-test.js';
import {
  CARD_ID,
  enkashAnswer,
  json,
  LINK,
  startFakeEnkash,
  type FakeEnkash,
} from '../../support/server/fake-enkash.js';

const NEXT_SECRET = 'another-SECRET-of-more-than-32-characters';

describe('sessions', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.seen.length = 0;
  });
  after(() => enkash.stop());

  const statusOf = async (backend: Parameters<typeof send>[0], endpoint: string) =>
    (await send(backend, endpoint, 'GET')).status;

  describe('while the secret rotates', () => {
    it('of the old secret are accepted as long as the list has it', async () => {
      const old = backendFor(enkash.url).backend;
      const [rotating, renewed] = [[NEXT_SECRET, SECRET], NEXT_SECRET].map(
        (secret) => backendFor(enkash.url, { secret }).backend,
      );
      assert.ok(rotating && renewed);
      const [before, during] = [await endpointOf(old), await endpointOf(rotating)];
      assert.deepEqual([await statusOf(rotating, before), await statusOf(rotating, during)], [200, 200]);
      assert.deepEqual([await statusOf(renewed, before), await statusOf(renewed, during)], [401, 200]);
      assert.equal(await statusOf(old, during), 401);
    });

    it('share their link and their name in events with the processes that still have the old list', async () => {
      const store = memoryStore({ now: () => OPEN });
      const old = backendFor(enkash.url, { store });
      const rotating = backendFor(enkash.url, { store, secret: [NEXT_SECRET, SECRET] });
      const endpoint = await endpointOf(old.backend);
      const answers = await Promise.all(
        [rotating, old].map(({ backend }) => send(backend, endpoint, 'POST')),
      );
      assert.deepEqual(
        answers.map(({ body }) => body.payload?.['kycLink']),
        [LINK, LINK],
      );
      assert.equal(enkash.seen.length, 1);
      const customers = [...old.events, ...rotating.events].map(
        (event) => 'customer' in event && event.customer,
      );
      assert.equal(new Set(customers).size, 1);
    });

    it('can be of a secret anywhere in the list', async () => {
      const secrets = Array.from({ length: 8 }, (_, index) => `${index}-${SECRET}`);
      const { backend } = backendFor(enkash.url, { secret: secrets });
      for (const secret of secrets)
        assert.equal(
          await statusOf(backend, await endpointOf(backendFor(enkash.url, { secret }).backend)),
          200,
        );
    });
  });

  describe('of another partner, environment or path, with the same secret and store,', () => {
    for (const [what, changes] of Object.entries({
      partner: { enkash: { partnerId: 'ANOTHER' } },
      environment: { enkash: { baseUrl: 'https://another.example' } },
    }))
      it(`are refused, and share nothing (${what})`, async () => {
        const memory = memoryStore({ now: () => OPEN });
        const keys: string[] = [];
        const store = {
          ...memory,
          compareAndSet: (...args: Parameters<typeof memory.compareAndSet>) => {
            keys.push(args[0]);
            return memory.compareAndSet(...args);
          },
        };
        const fetchFake: typeof fetch = () => Promise.resolve(Response.json(enkashAnswer()));
        const [one, two] = [
          backendFor(enkash.url, { store, fetch: fetchFake }),
          backendFor(enkash.url, { store, fetch: fetchFake, ...changes }),
        ];
        const endpoint = await endpointOf(one.backend);
        assert.equal(await statusOf(two.backend, endpoint), 401);
        await send(one.backend, endpoint, 'POST');
        const ofOne = new Set(keys);
        keys.length = 0;
        await send(two.backend, await endpointOf(two.backend), 'POST');
        assert.ok(keys.length > 0 && keys.every((key) => !ofOne.has(key)));
      });

    it('are refused (path)', async () => {
      const endpoint = await endpointOf(backendFor(enkash.url).backend);
      const { backend } = backendFor(enkash.url, { basePath: '/kyc' });
      assert.equal(await statusOf(backend, endpoint.replace('/vkyc/session', '/kyc')), 401);
    });
  });

  describe('with a reference', () => {
    it('report it in each event, and never to the browser', async () => {
      for (const reference of ['case-4711', 'ख'.repeat(64), '"quoted" {json}', '🙂'.repeat(32)]) {
        const { backend, events } = backendFor(enkash.url);
        const { endpoint } = await backend.createSession({ enKashCardId: CARD_ID, reference });
        assert.ok(!endpoint.includes(reference));
        for (const method of ['GET', 'POST']) {
          const { status, text } = await send(backend, endpoint, method);
          assert.equal(status, 200);
          assert.ok(!text.includes(reference));
        }
        assert.ok(events.length >= 3);
        for (const event of events) assert.equal('reference' in event && event.reference, reference);
      }
    });

    it('refuse one that is not a short line, without quoting it', async () => {
      const { backend } = backendFor(enkash.url);
      for (const reference of ['', 'PLANTED\n', 'P'.repeat(65), '\ud800', 7, null, {}])
        await assert.rejects(
          backend.createSession({ enKashCardId: CARD_ID, reference: reference as string }),
          (error: Error) => error instanceof TypeError && /^reference: expected [^P]+\.$/.test(error.message),
        );
    });
  });

  describe('that are revoked', () => {
    it('are refused with 410 in every process that shares the store, and new ones work', async () => {
      const store = memoryStore({ now: () => OPEN });
      const [one, two] = [
        backendFor(enkash.url, { store }).backend,
        backendFor(enkash.url, { store }).backend,
      ];
      const [first, second, other] = [
        await endpointOf(one),
        await endpointOf(two),
        await endpointOf(one, 'EKCX'),
      ];
      await one.revokeSessions(CARD_ID);
      for (const backend of [one, two])
        for (const endpoint of [first, second]) {
          const { status, body } = await send(backend, endpoint, 'POST');
          assert.deepEqual([status, body.error?.code], [410, 'session_expired']);
        }
      assert.equal(enkash.seen.length, 0);
      enkash.serve = json(enkashAnswer({ enkashCardId: undefined }));
      assert.equal(await statusOf(two, other), 200);
      const renewed = await endpointOf(two);
      assert.equal(await statusOf(one, renewed), 200);
      await two.revokeSessions(CARD_ID);
      assert.deepEqual([await statusOf(one, renewed), await statusOf(one, first)], [410, 410]);
    });

    it('are refused although another secret of the list sealed them', async () => {
      const store = memoryStore({ now: () => OPEN });
      const endpoint = await endpointOf(backendFor(enkash.url, { store }).backend);
      const { backend } = backendFor(enkash.url, { store, secret: [NEXT_SECRET, SECRET] });
      await backend.revokeSessions(CARD_ID);
      assert.equal(await statusOf(backend, endpoint), 410);
    });

    it('are not looked up for an invalid card id', async () => {
      await assert.rejects(backendFor(enkash.url).backend.revokeSessions('../x'), TypeError);
    });
  });

  it('are refused in any spelling but the one that was issued', async () => {
    const { backend } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const parts = endpoint.split('.');
    let tried = 0;
    for (const [index, part] of parts.entries()) {
      const last = alphabet.indexOf(part.at(-1) ?? '');
      const unused = [0, 0, 16, 4][part.length % 4] ?? 0;
      const variants = Array.from(
        { length: Math.max(unused - 1, 0) },
        (_, bits) => alphabet[last + bits + 1] ?? '',
      );
      const spellings = [...variants.map((end) => part.slice(0, -1) + end), `${part}=`, `${part}==`];
      for (const spelling of spellings) {
        const changed = parts.with(index, spelling).join('.');
        tried += 1;
        assert.ok([401, 404].includes(await statusOf(backend, changed)), spelling.slice(-4));
      }
    }
    assert.ok(tried > 10);
    assert.equal(await statusOf(backend, endpoint), 200);
  });
});

describe('status()', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.serve = json(enkashAnswer());
    enkash.seen.length = 0;
  });
  after(() => enkash.stop());

  it('returns the status of a customer, from the status call where there is one', async () => {
    const kycStatus = 'EnumModel(name=FULL_KYC_VERIFIED, label=Full KYC, description=null)';
    enkash.serve = json(enkashAnswer({ kycStatus, kycLink: undefined }));
    for (const statusUrl of [undefined, `${enkash.url}/status`]) {
      const { backend } = backendFor(enkash.url, { enkash: { statusUrl } });
      const { phase, kycStatus: parsed, kycSubStatus } = await backend.status(CARD_ID);
      assert.equal(parsed?.name, 'FULL_KYC_VERIFIED');
      assert.equal(kycSubStatus?.name, 'VKYC_IN_PROGRESS');
      assert.equal(typeof phase, 'string');
    }
    assert.deepEqual(
      enkash.seen.map(({ url }) => url.pathname),
      ['/api/v0/partner/enKashCard/vkyc/link', '/status'],
    );
  });

  it('uses the names that the partner was given', async () => {
    enkash.serve = json(enkashAnswer({ kycStatus: 'PARTNERS_OWN' }));
    const { backend } = backendFor(enkash.url, { statusPhases: { PARTNERS_OWN: 'verified' } });
    assert.equal((await backend.status(CARD_ID)).phase, 'verified');
    assert.notEqual((await backendFor(enkash.url).backend.status(CARD_ID)).phase, 'verified');
  });

  it('mints as seldom as the element would, and holds no link', async () => {
    const { backend } = backendFor(enkash.url);
    const all = await Promise.all([backend.status(CARD_ID), backend.status(CARD_ID)]);
    assert.equal(enkash.seen.length, 1);
    assert.ok(!JSON.stringify(all).includes(LINK));
  });

  it('rejects with a code when EnKash fails, and for a backend that has stopped', async () => {
    const { backend } = backendFor(enkash.url);
    enkash.serve = json({}, 500);
    await assert.rejects(backend.status(CARD_ID), { code: 'upstream_down' });
    await assert.rejects(backend.status('../x'), TypeError);
    await backend.stop();
    await assert.rejects(backend.status(CARD_ID), { code: 'shutting_down' });
  });
});
