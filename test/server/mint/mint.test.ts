import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { memoryStore, type Store } from '../../../src/server/index.js';
import { backendFor, endpointOf, OPEN, send } from '../../support/server/backend-under-test.js';
import {
  enkashAnswer,
  json,
  startStandIn,
  type Serve,
  type StandIn,
} from '../../support/server/fake-enkash.js';

describe('minting', () => {
  let enkash: StandIn;
  before(async () => {
    enkash = await startStandIn(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.serve = json(enkashAnswer());
    enkash.seen.length = 0;
  });
  after(() => enkash.stop());

  /** Answers for whichever card is asked about, with a link of its own. */
  const eachTheirOwn: Serve = (asked, response) => {
    const enkashCardId = asked.url.searchParams.get('enKashCardId') ?? '';
    const kycLink = `https://investor-onboarding.signzy.tech/${enkashCardId}`;
    json(enkashAnswer({ enkashCardId, kycLink }))(asked, response);
  };

  /** Holds EnKash's answer back until a number of requests have come. */
  function afterRequests(count: number, serve: Serve): Serve {
    const held: (() => unknown)[] = [];
    return (...args) => {
      held.push(() => serve(...args));
      if (held.length === count) held.forEach((release) => release());
    };
  }

  it('asks EnKash once for 1,000 simultaneous clicks of one customer', async () => {
    const { backend } = backendFor(enkash.url, { rateLimit: false });
    const endpoint = await endpointOf(backend);
    const all = await Promise.all(Array.from({ length: 1_000 }, () => send(backend, endpoint, 'POST')));
    assert.ok(all.every(({ status, text }) => status === 200 && text === all[0]?.text));
    assert.equal(enkash.seen.length, 1);
  });

  it('asks EnKash once when the clicks come through different sessions of that customer', async () => {
    const { backend } = backendFor(enkash.url);
    const endpoints = await Promise.all(Array.from({ length: 100 }, () => endpointOf(backend)));
    const all = await Promise.all(endpoints.map((endpoint) => send(backend, endpoint, 'POST')));
    assert.ok(all.every(({ status }) => status === 200));
    assert.equal(enkash.seen.length, 1);
  });

  it('never gives one customer the link of another', async () => {
    enkash.serve = afterRequests(200, eachTheirOwn);
    const { backend } = backendFor(enkash.url);
    const cards = Array.from({ length: 200 }, (_, index) => `EKC${index}`);
    const links = await Promise.all(
      cards.map(async (card) => {
        const { body } = await send(backend, await endpointOf(backend, card), 'POST');
        return body.payload?.['kycLink'];
      }),
    );
    assert.deepEqual(
      links,
      cards.map((card) => `https://investor-onboarding.signzy.tech/${card}`),
    );
  });

  it('shares a refusal with those who clicked at the same time, and tries anew for the next click', async () => {
    enkash.serve = json({}, 500);
    const { backend } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    const all = await Promise.all(Array.from({ length: 20 }, () => send(backend, endpoint, 'POST')));
    assert.ok(all.every(({ status }) => status === 503));
    assert.equal(enkash.seen.length, 1);
    enkash.serve = json(enkashAnswer());
    assert.equal((await send(backend, endpoint, 'POST')).status, 200);
    assert.equal(enkash.seen.length, 2);
  });

  it('gives clicks that are together one link, and a later click a fresh one', async () => {
    const { backend, clock } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    for (const [instant, asked] of [
      [OPEN, 1],
      [OPEN + 4_999, 1],
      [OPEN + 5_000, 2],
    ] as const) {
      clock.instant = instant;
      assert.equal((await send(backend, endpoint, 'POST')).status, 200);
      assert.equal(enkash.seen.length, asked);
    }
  });

  it('lets the answer to a GET serve the click that follows within a minute, and the other way round', async () => {
    const { backend } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    assert.equal((await send(backend, endpoint, 'GET')).body.payload?.['kycLink'], undefined);
    assert.ok((await send(backend, endpoint, 'POST')).body.payload?.['kycLink']);
    assert.equal((await send(backend, endpoint, 'GET')).status, 200);
    assert.equal(enkash.seen.length, 1);
  });

  it('asks anew for a click when the answer to the GET had no link', async () => {
    enkash.serve = json(enkashAnswer({ kycLink: null }));
    const { backend } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    await send(backend, endpoint, 'GET');
    enkash.serve = json(enkashAnswer());
    assert.equal((await send(backend, endpoint, 'POST')).status, 200);
    assert.equal(enkash.seen.length, 2);
  });

  it('shares the status call among those who ask at the same time', async () => {
    const { backend } = backendFor(enkash.url, { enkash: { statusUrl: `${enkash.url}/status` } });
    const endpoint = await endpointOf(backend);
    // Once the session has been opened, opening it again takes no time that could part the twenty.
    await send(backend, endpoint, 'GET');
    await Promise.all(Array.from({ length: 20 }, () => send(backend, endpoint, 'GET')));
    assert.equal(enkash.seen.length, 2);
  });

  describe('in several processes that share a store', () => {
    it('asks EnKash once for clicks that reach all of them', async () => {
      const store = memoryStore({ now: () => OPEN });
      const processes = Array.from(
        { length: 5 },
        () => backendFor(enkash.url, { store, rateLimit: false }).backend,
      );
      const endpoint = await endpointOf(backendFor(enkash.url).backend);
      const all = await Promise.all(
        processes.flatMap((backend) => Array.from({ length: 20 }, () => send(backend, endpoint, 'POST'))),
      );
      assert.ok(all.every(({ status }) => status === 200));
      assert.equal(enkash.seen.length, 1);
    });

    it('shares a refusal with the processes that are waiting, and not with a later click', async () => {
      enkash.serve = json({}, 422);
      const store = memoryStore({ now: () => OPEN });
      const [one, two] = [
        backendFor(enkash.url, { store }).backend,
        backendFor(enkash.url, { store }).backend,
      ];
      const endpoint = await endpointOf(one);
      const all = await Promise.all([one, two].map((backend) => send(backend, endpoint, 'POST')));
      assert.deepEqual(
        all.map(({ body }) => body),
        [{ error: { code: 'not_eligible' } }, { error: { code: 'not_eligible' } }],
      );
      assert.equal(enkash.seen.length, 1);
      await send(two, endpoint, 'POST');
      assert.equal(enkash.seen.length, 2);
    });

    it('answers 504 when the process that asks does not settle in time', async () => {
      const store = memoryStore({ now: () => OPEN });
      const { backend } = backendFor(enkash.url, {
        store: { ...store, get: () => Promise.resolve('busy elsewhere') },
        enkash: { timeoutMs: 150 },
      });
      const { status, body } = await send(backend, await endpointOf(backend), 'POST');
      assert.deepEqual([status, body.error?.code], [504, 'upstream_timeout']);
      assert.equal(enkash.seen.length, 0);
    });

    it('holds a customer for 4 s and renews that every second while EnKash takes its time', async (test) => {
      test.mock.timers.enable({ apis: ['setInterval'] });
      const honest = memoryStore({ now: () => OPEN });
      const written: { readonly value: string; readonly ttlMs: number }[] = [];
      const store: Store = {
        ...honest,
        compareAndSet: (key, expected, value, ttlMs) => {
          written.push({ value: value.slice(0, 5), ttlMs });
          return honest.compareAndSet(key, expected, value, ttlMs);
        },
      };
      const asked = new Promise<() => unknown>((resolve) => {
        enkash.serve = (request, response) => resolve(() => json(enkashAnswer())(request, response));
      });
      const { backend } = backendFor(enkash.url, { store });
      const click = send(backend, await endpointOf(backend), 'POST');
      const answerNow = await asked;
      test.mock.timers.tick(2_000);
      assert.deepEqual(written, Array<unknown>(3).fill({ value: 'busy ', ttlMs: 4_000 }));
      answerNow();
      assert.equal((await click).status, 200);
      test.mock.timers.tick(10_000);
      assert.equal(written.filter(({ value }) => value === 'busy ').length, 3);
    });

    for (const [what, spoil] of Object.entries<(value: string) => string>({
      'changed in the store': (value) => `${value.slice(0, -4)}AAAA`,
      'replaced by a word': () => 'nonsense',
    }))
      it(`asks anew rather than believe a link ${what}`, async () => {
        const honest = memoryStore({ now: () => OPEN });
        const store: Store = {
          ...honest,
          get: async (key) => {
            const value = await honest.get(key);
            return value && spoil(value);
          },
          compareAndSet: (key, _, value, ttlMs) =>
            honest.get(key).then((found) => honest.compareAndSet(key, found, value, ttlMs)),
        };
        const { backend } = backendFor(enkash.url, { store });
        const endpoint = await endpointOf(backend);
        await send(backend, endpoint, 'POST');
        assert.equal((await send(backend, endpoint, 'POST')).status, 200);
        assert.equal(enkash.seen.length, 2);
      });

    it("does not take one customer's entry for another's", async () => {
      enkash.serve = eachTheirOwn;
      const honest = memoryStore({ now: () => OPEN });
      let first: string | undefined;
      const sameKey = (key: string) => (key.startsWith('vkyc:link:') ? (first ??= key) : key);
      const store: Store = {
        get: (key) => honest.get(sameKey(key)),
        compareAndSet: (key, ...rest) => honest.compareAndSet(sameKey(key), ...rest),
        increment: (key, ttlMs) => honest.increment(key, ttlMs),
      };
      const { backend } = backendFor(enkash.url, { store });
      for (const card of ['EKCONE', 'EKCTWO']) {
        const { body } = await send(backend, await endpointOf(backend, card), 'POST');
        assert.equal(body.payload?.['kycLink'], `https://investor-onboarding.signzy.tech/${card}`);
      }
    });

    for (const [what, fail] of Object.entries<() => Promise<never>>({
      fails: () => Promise.reject(new Error('store down')),
      'throws at once': () => {
        throw new Error('store down');
      },
    }))
      it(`answers from this process's memory, and tells so, when the store ${what}`, async () => {
        const { backend, events } = backendFor(enkash.url, {
          store: { get: fail, compareAndSet: fail, increment: fail },
        });
        const endpoint = await endpointOf(backend);
        for (const status of [200, 200]) assert.equal((await send(backend, endpoint, 'POST')).status, status);
        assert.equal(enkash.seen.length, 1);
        assert.ok(events.some(({ type }) => type === 'store-failure'));
      });
  });
});
