import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { memoryStore, type Store } from '../../../src/server/index.js';
import {
  backendFor,
  endpointOf,
  OPEN,
  send,
  type Overrides,
} from '../../support/server/backend-under-test.js';
import {
  enkashAnswer,
  json,
  LINK,
  startFakeEnkash,
  type Serve,
  type FakeEnkash,
} from '../../support/server/fake-enkash.js';

describe('mint', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.serve = json(enkashAnswer());
    enkash.seen.length = 0;
  });
  after(() => enkash.stop());

  /** Answers for the requested card, with a link of its own. */
  const linkPerCard: Serve = (received, response) => {
    const enkashCardId = received.url.searchParams.get('enKashCardId') ?? '';
    const kycLink = `https://investor-onboarding.signzy.tech/${enkashCardId}`;
    json(enkashAnswer({ enkashCardId, kycLink }))(received, response);
  };

  /** Delays EnKash's answers until it has received a number of requests. */
  function afterRequests(count: number, serve: Serve): Serve {
    const delayed: (() => unknown)[] = [];
    return (...args) => {
      delayed.push(() => serve(...args));
      if (delayed.length === count) delayed.forEach((release) => release());
    };
  }

  it('calls EnKash once for 1,000 simultaneous clicks of one customer', async () => {
    const { backend } = backendFor(enkash.url, { rateLimit: false });
    const endpoint = await endpointOf(backend);
    const all = await Promise.all(Array.from({ length: 1_000 }, () => send(backend, endpoint, 'POST')));
    assert.ok(all.every(({ status, text }) => status === 200 && text === all[0]?.text));
    assert.equal(enkash.seen.length, 1);
  });

  it('calls EnKash once for clicks through different sessions of one customer', async () => {
    const { backend } = backendFor(enkash.url);
    const endpoints = await Promise.all(Array.from({ length: 100 }, () => endpointOf(backend)));
    const all = await Promise.all(endpoints.map((endpoint) => send(backend, endpoint, 'POST')));
    assert.ok(all.every(({ status }) => status === 200));
    assert.equal(enkash.seen.length, 1);
  });

  it('never gives one customer the link of another', async () => {
    enkash.serve = afterRequests(200, linkPerCard);
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

  it('shares an error among simultaneous clicks, and calls EnKash again for the next click', async () => {
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

  it('returns the same link to a double click, and a fresh one to a later click', async () => {
    const { backend, clock } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    for (const [instant, calls] of [
      [OPEN, 1],
      [OPEN + 4_999, 1],
      [OPEN + 5_000, 2],
    ] as const) {
      clock.instant = instant;
      assert.equal((await send(backend, endpoint, 'POST')).status, 200);
      assert.equal(enkash.seen.length, calls);
    }
  });

  it('answers a click from the result of a GET within a minute', async () => {
    const { backend, clock } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    assert.equal((await send(backend, endpoint, 'GET')).body.payload?.['kycLink'], undefined);
    clock.instant += 59_000;
    assert.equal((await send(backend, endpoint, 'GET')).status, 200);
    assert.ok((await send(backend, endpoint, 'POST')).body.payload?.['kycLink']);
    assert.equal(enkash.seen.length, 1);
  });

  describe('after the customer got a link', () => {
    /** Answers with a link and a status that count the calls. */
    const counted: Serve = (received, response) => {
      const count = enkash.seen.length;
      json(enkashAnswer({ kycLink: `${LINK}&call=${count}`, kycSubStatus: `CALL_${count}` }))(
        received,
        response,
      );
    };

    async function afterDelivery(overrides: Overrides = {}) {
      enkash.serve = counted;
      const made = backendFor(enkash.url, overrides);
      const endpoint = await endpointOf(made.backend);
      const link = async () => (await send(made.backend, endpoint, 'POST')).body.payload?.['kycLink'];
      const status = async () => (await send(made.backend, endpoint, 'GET')).body.payload?.['kycSubStatus'];
      assert.equal(await link(), `${LINK}&call=1`);
      return { ...made, link, status };
    }

    it('makes a new call for each question, two within two seconds as one', async () => {
      const { status, clock } = await afterDelivery();
      clock.instant += 20_000;
      assert.deepEqual(await Promise.all([status(), status()]), ['CALL_2', 'CALL_2']);
      clock.instant += 1_999;
      assert.equal(await status(), 'CALL_2');
      clock.instant += 1;
      assert.equal(await status(), 'CALL_3');
    });

    it('never gives a spent link to a click, whenever a question is under way', async () => {
      for (const order of ['question first', 'click first']) {
        enkash.seen.length = 0;
        const { link, status, clock } = await afterDelivery();
        clock.instant += 30_000;
        const [first, second] = order === 'click first' ? [link(), status()] : [status(), link()];
        const given = await (order === 'click first' ? first : second);
        await Promise.all([first, second]);
        assert.notEqual(given, `${LINK}&call=1`, order);
      }
    });

    it('never gives a spent link to a click of another process', async () => {
      const store = memoryStore({ now: () => OPEN });
      const one = await afterDelivery({ store });
      const two = backendFor(enkash.url, { store });
      one.clock.instant += 30_000;
      two.clock.instant += 30_000;
      const endpoint = await endpointOf(two.backend);
      const [, clicked] = await Promise.all([one.status(), send(two.backend, endpoint, 'POST')]);
      assert.notEqual(clicked.body.payload?.['kycLink'], `${LINK}&call=1`);
    });
  });

  it('answers a click that joins a question without a link', async () => {
    enkash.serve = (received, response) =>
      json(enkashAnswer({ kycLink: enkash.seen.length === 1 ? null : LINK }))(received, response);
    const { backend } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    const [, click] = await Promise.all([send(backend, endpoint, 'GET'), send(backend, endpoint, 'POST')]);
    assert.deepEqual([click.status, click.body.payload?.['kycLink']], [200, LINK]);
  });

  it('calls EnKash for a click when the result of the GET has no link', async () => {
    enkash.serve = json(enkashAnswer({ kycLink: null }));
    const { backend } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    await send(backend, endpoint, 'GET');
    enkash.serve = json(enkashAnswer());
    assert.equal((await send(backend, endpoint, 'POST')).status, 200);
    assert.equal(enkash.seen.length, 2);
  });

  it('shares the status call among simultaneous requests', async () => {
    const { backend } = backendFor(enkash.url, { enkash: { statusUrl: `${enkash.url}/status` } });
    const endpoint = await endpointOf(backend);
    // The session is then in the cache, so that decrypting it does not separate the twenty requests.
    await send(backend, endpoint, 'GET');
    await Promise.all(Array.from({ length: 20 }, () => send(backend, endpoint, 'GET')));
    assert.equal(enkash.seen.length, 2);
  });

  describe('in several processes that share a store', () => {
    it('calls EnKash once for clicks that reach all of them', async () => {
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

    it('shares an error with the processes that are waiting, and not with a later click', async () => {
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

    it('answers 504 when the process with the lease does not release it in time', async () => {
      const store = memoryStore({ now: () => OPEN });
      const { backend } = backendFor(enkash.url, {
        store: { ...store, get: () => Promise.resolve('leased by another process') },
        enkash: { timeoutMs: 150 },
      });
      const { status, body } = await send(backend, await endpointOf(backend), 'POST');
      assert.deepEqual([status, body.error?.code], [504, 'upstream_timeout']);
      assert.equal(enkash.seen.length, 0);
    });

    it('acquires a lease of 4 s and renews it every second during the call', async (test) => {
      test.mock.timers.enable({ apis: ['setInterval'] });
      const memory = memoryStore({ now: () => OPEN });
      const written: { readonly value: string; readonly ttlMs: number }[] = [];
      const store: Store = {
        ...memory,
        compareAndSet: (key, expected, value, ttlMs) => {
          written.push({ value: value.slice(0, 7), ttlMs });
          return memory.compareAndSet(key, expected, value, ttlMs);
        },
      };
      const called = new Promise<() => unknown>((resolve) => {
        enkash.serve = (request, response) => resolve(() => json(enkashAnswer())(request, response));
      });
      const { backend } = backendFor(enkash.url, { store });
      const click = send(backend, await endpointOf(backend), 'POST');
      const answerNow = await called;
      test.mock.timers.tick(2_000);
      assert.deepEqual(written, Array<unknown>(3).fill({ value: 'leased ', ttlMs: 4_000 }));
      answerNow();
      assert.equal((await click).status, 200);
      test.mock.timers.tick(10_000);
      assert.equal(written.filter(({ value }) => value === 'leased ').length, 3);
    });

    for (const [what, change] of Object.entries<(value: string) => string>({
      'changed in the store': (value) => `${value.slice(0, -4)}AAAA`,
      'replaced by a word': () => 'nonsense',
    }))
      it(`calls EnKash again when the stored result was ${what}`, async () => {
        const memory = memoryStore({ now: () => OPEN });
        const store: Store = {
          ...memory,
          get: async (key) => {
            const value = await memory.get(key);
            return value && change(value);
          },
          compareAndSet: (key, _, value, ttlMs) =>
            memory.get(key).then((found) => memory.compareAndSet(key, found, value, ttlMs)),
        };
        const { backend } = backendFor(enkash.url, { store });
        const endpoint = await endpointOf(backend);
        await send(backend, endpoint, 'POST');
        assert.equal((await send(backend, endpoint, 'POST')).status, 200);
        assert.equal(enkash.seen.length, 2);
      });

    it("does not return one customer's stored result to another", async () => {
      enkash.serve = linkPerCard;
      const memory = memoryStore({ now: () => OPEN });
      let first: string | undefined;
      const sameKey = (key: string) => (key.startsWith('vkyc:link:') ? (first ??= key) : key);
      const store: Store = {
        get: (key) => memory.get(sameKey(key)),
        compareAndSet: (key, ...rest) => memory.compareAndSet(sameKey(key), ...rest),
        increment: (key, ttlMs) => memory.increment(key, ttlMs),
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
      it(`uses the memory of this process, and reports it, when the store ${what}`, async () => {
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
