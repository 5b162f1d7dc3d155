import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { backendFor, endpointOf, send, type Overrides } from '../../support/server/backend-under-test.js';
import {
  enkashAnswer,
  json,
  startFakeEnkash,
  TOKEN,
  type FakeEnkash,
  type Serve,
} from '../../support/server/fake-enkash.js';

const cardOf = ({ url }: Parameters<Serve>[0]) => url.searchParams.get('enKashCardId') ?? '';

/** Answers for the requested card. */
const works: Serve = (received, response) =>
  json(enkashAnswer({ enkashCardId: cardOf(received) }))(received, response);

/** Answers otherwise for some cards. */
const except =
  (cards: readonly string[], serve: Serve): Serve =>
  (received, response) =>
    (cards.includes(cardOf(received)) ? serve : works)(received, response);

describe('outages of EnKash', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(works);
  });
  beforeEach(() => {
    enkash.serve = works;
    enkash.seen.length = 0;
  });
  after(() => enkash.stop());

  /** A backend, and a function that clicks for a customer and returns the status and the time to wait. */
  function setup(overrides: Overrides = {}) {
    const made = backendFor(enkash.url, { rateLimit: false, ...overrides });
    const click = async (card: string, method = 'POST') => {
      const { status, body } = await send(made.backend, await endpointOf(made.backend, card), method);
      return { status, code: body.error?.code, retryAfter: body.error?.retryAfter };
    };
    const statuses = async (...cards: string[]) => {
      const all = [];
      for (const card of cards) all.push((await click(card)).status);
      return all;
    };
    return { ...made, click, statuses };
  }

  /** A backend, and an EnKash that answers each call when `answer` says so: good cards with a link, the others with a failure. */
  function holding(failure: ResponseInit = { status: 500 }) {
    const open = new Map<string, () => void>();
    const called: string[] = [];
    const { backend, click } = setup({
      fetch: async (url) => {
        const card = new URL(url as string).searchParams.get('enKashCardId') ?? '';
        called.push(card);
        await new Promise<void>((resolve) => open.set(card, resolve));
        const isGood = card.startsWith('EKCGOOD');
        return Response.json(isGood ? enkashAnswer({ enkashCardId: card }) : {}, isGood ? {} : failure);
      },
    });
    const turn = () => new Promise(setImmediate);
    return {
      backend,
      statuses: (...cards: string[]) => Promise.all(cards.map(async (card) => (await click(card)).status)),
      held: {
        called,
        untilCalled: async (count: number) => {
          while (called.length < count) await turn();
        },
        /** Answers the call of a card, and returns when the backend has seen it. */
        answer: async (card: string) => {
          open.get(card)?.();
          for (let turns = 0; turns < 5; turns += 1) await turn();
        },
      },
    };
  }

  const outages: Readonly<Record<string, Serve>> = {
    'a 500': json({}, 500),
    'a 503': json({}, 503),
    'a 429': json({}, 429),
    'a 403': json({}, 403),
    'a broken connection': (_, response) => response.destroy(),
  };

  for (const [what, serve] of Object.entries(outages)) {
    it(`of one customer (${what}) never close the door for another one`, async () => {
      const { statuses, clock, backend } = setup();
      enkash.serve = except(['EKCBROKEN'], serve);
      for (let second = 0; second < 60; second += 2) {
        await statuses('EKCBROKEN');
        if (second % 10 === 0) assert.deepEqual(await statuses(`EKCGOOD${second}`), [200]);
        clock.instant += 2_000;
      }
      assert.equal(backend.health().enkash, 'up');
    });

    it(`of three customers (${what}) open the breaker, until a customer without a failure succeeds`, async () => {
      const { statuses, click, clock, backend, events } = setup();
      enkash.serve = except(['EKC1', 'EKC2', 'EKC3'], serve);
      await statuses('EKC1', 'EKC1', 'EKC2');
      assert.equal(backend.health().enkash, 'up');
      await statuses('EKC3');
      assert.equal(backend.health().enkash, 'down');
      const calls = enkash.seen.length;
      const { status, retryAfter = 0 } = await click('EKCGOOD');
      assert.ok(status >= 429 && retryAfter > 0);
      clock.instant += retryAfter * 1_000;
      // The broken record would fail again, and keep the door closed.
      assert.ok((await click('EKC1')).status >= 429);
      assert.equal(enkash.seen.length, calls);
      assert.deepEqual(await statuses('EKCGOOD'), [200]);
      assert.equal(backend.health().enkash, 'up');
      assert.deepEqual(
        events.flatMap((event) => (event.type === 'breaker' ? [event.open] : [])),
        [true, false],
      );
    });
  }

  it('are forgotten at each success of anybody', async () => {
    const { statuses, backend } = setup();
    enkash.serve = except(['EKC1', 'EKC2', 'EKC3'], json({}, 500));
    await statuses('EKC1', 'EKC2', 'EKCGOOD', 'EKC3', 'EKC1');
    assert.equal(backend.health().enkash, 'up');
  });

  it('are none while others succeed, in whatever order calls of the same time end', async () => {
    const { statuses, backend, held } = holding();
    const all = statuses('EKCGOOD1', 'EKCGOOD2', 'EKC1', 'EKC2', 'EKC3');
    await held.untilCalled(5);
    for (const card of ['EKCGOOD1', 'EKCGOOD2', 'EKC1', 'EKC2', 'EKC3']) await held.answer(card);
    assert.deepEqual(await all, [200, 200, 503, 503, 503]);
    assert.equal(backend.health().enkash, 'up');
  });

  for (const status of [429, 503])
    it(`are a wait for all when three customers met Retry-After (${status}), although calls of the same time succeed`, async () => {
      const { statuses, backend, held } = holding({ status, headers: { 'Retry-After': '120' } });
      const order = ['EKC1', 'EKCGOOD1', 'EKC2', 'EKCGOOD2', 'EKC3', 'EKCGOOD3'];
      const all = statuses(...order);
      await held.untilCalled(order.length);
      for (const card of order) await held.answer(card);
      await all;
      assert.equal(backend.health().enkash, 'down');
      assert.equal((await statuses('EKCNEXT'))[0], status);
      assert.equal(held.called.length, order.length);
    });

  it('let one probe through at a time, and wait longer after each that fails, 30 s at most', async () => {
    const { statuses, click, clock } = setup();
    enkash.serve = json({}, 500);
    await statuses('EKC1', 'EKC2', 'EKC3');
    for (const seconds of [5, 10, 20, 30, 30]) {
      const calls = enkash.seen.length;
      assert.deepEqual(await click('EKCNEXT'), { status: 503, code: 'upstream_down', retryAfter: seconds });
      clock.instant += seconds * 1_000;
      await Promise.all(
        Array.from({ length: 5 }, (_, index) => click(`EKC${seconds}-${index}-${clock.instant}`)),
      );
      assert.equal(enkash.seen.length, calls + 1);
    }
  });

  it('end for a partner of three customers too, after the others had their chance', async () => {
    const { statuses, clock } = setup();
    enkash.serve = json({}, 500);
    await statuses('EKC1', 'EKC2', 'EKC3');
    enkash.serve = works;
    clock.instant += 10_000;
    assert.deepEqual(await statuses('EKC1', 'EKC2', 'EKC3'), [200, 200, 200]);
  });

  it('make one customer wait who fails again and again, and only that one', async () => {
    const { click, statuses } = setup();
    enkash.serve = except(['EKCBROKEN'], json({}, 500));
    await statuses(...Array<string>(5).fill('EKCBROKEN'));
    const calls = enkash.seen.length;
    assert.deepEqual(await click('EKCBROKEN'), { status: 503, code: 'upstream_down', retryAfter: 5 });
    assert.equal(enkash.seen.length, calls);
    assert.deepEqual(await statuses('EKCGOOD'), [200]);
  });

  it('are not reported by health() when a minute has passed without traffic', async () => {
    const { statuses, clock, backend } = setup();
    enkash.serve = json({}, 500);
    await statuses('EKC1', 'EKC2', 'EKC3');
    assert.equal(backend.health().enkash, 'down');
    clock.instant += 3_600_000;
    assert.equal(backend.health().enkash, 'up');
  });

  for (const status of [429, 503])
    describe(`a Retry-After of EnKash's ${status}`, () => {
      it('is obeyed for the customer who met it', async () => {
        const { click, statuses, clock } = setup();
        enkash.serve = except(['EKCBUSY'], json({}, status, { 'Retry-After': '120' }));
        await click('EKCBUSY');
        enkash.serve = works;
        clock.instant += 119_000;
        assert.equal((await click('EKCBUSY')).retryAfter, 1);
        assert.equal(enkash.seen.length, 1);
        assert.deepEqual(await statuses('EKCOTHER'), [200]);
        clock.instant += 1_000;
        assert.deepEqual(await statuses('EKCBUSY'), [200]);
      });

      it('is obeyed for all when several customers met it', async () => {
        const { click, clock } = setup();
        enkash.serve = json({}, status, { 'Retry-After': '120' });
        for (let second = 0; second < 600; second += 5) {
          await click(`EKC${second}`);
          clock.instant += 5_000;
        }
        assert.ok(enkash.seen.length <= 8, `${enkash.seen.length} calls`);
      });
    });

  describe('with a clock that is set back', () => {
    it('end as soon as without', async () => {
      const { statuses, clock } = setup();
      enkash.serve = json({}, 500);
      await statuses('EKC1', 'EKC2', 'EKC3');
      clock.instant -= 3_600_000;
      assert.deepEqual(await statuses('EKC4'), [503]);
      enkash.serve = works;
      clock.instant += 5_000;
      assert.deepEqual(await statuses('EKC4'), [200]);
    });

    it('do not repeat a link that was given out before', async () => {
      const { statuses, clock } = setup();
      await statuses('EKC1');
      clock.instant -= 3_600_000;
      await statuses('EKC1');
      clock.instant += 30_000;
      await statuses('EKC1');
      assert.equal(enkash.seen.length, 3);
    });
  });

  describe('that are faults of the settings', () => {
    it('are an alarm when EnKash knows no card at all, since the URL is wrong', async () => {
      const { statuses, backend, events } = setup();
      enkash.serve = json({ code: 404 }, 404);
      const all = await statuses(...Array.from({ length: 10 }, (_, index) => `EKC${index}`));
      assert.deepEqual(all, [409, 409, ...Array<number>(8).fill(502)]);
      assert.equal(backend.health().enkash, 'down');
      assert.ok(events.some((event) => event.type === 'upstream' && event.cause === 'wrong-url'));
      enkash.serve = works;
      assert.deepEqual(await statuses('EKC0'), [200]);
      assert.equal(backend.health().enkash, 'up');
    });

    for (const [what, answer] of [
      ['404 for every card', json({ code: 404 }, 404)],
      ['500 for every card', json({}, 500)],
    ] as const)
      it(`are forgotten by health() without traffic: ${what}`, async () => {
        const { statuses, backend, clock } = setup();
        enkash.serve = answer;
        await statuses('EKC1', 'EKC2', 'EKC3');
        assert.equal(backend.health().enkash, 'down');
        clock.instant += 3_600_000;
        assert.equal(backend.health().enkash, 'up');
      });

    it('are an alarm at once when the 404 is a page', async () => {
      const page: Serve = (_, response) =>
        response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not found</h1>');
      enkash.serve = page;
      assert.deepEqual(await setup().statuses('EKC1'), [502]);
    });

    it('are none when EnKash does not know some cards', async () => {
      const { statuses } = setup();
      enkash.serve = except(['EKC1', 'EKC2', 'EKC3', 'EKC4'], json({ code: 404 }, 404));
      assert.deepEqual(await statuses('EKC1', 'EKC2', 'EKCGOOD', 'EKC3', 'EKC4'), [409, 409, 200, 409, 409]);
    });
  });

  describe('about the token', () => {
    function counting() {
      const fetched: (string | undefined)[] = [];
      const token = (refused?: string) => {
        if (fetched.length === 0 || refused !== undefined) fetched.push(refused);
        return Promise.resolve(`${TOKEN}-${fetched.length}`);
      };
      return { fetched, ...setup({ enkash: { token } }) };
    }

    it('do not throw a good token away for a 403 of one card or two', async () => {
      const { statuses, fetched } = counting();
      enkash.serve = except(['EKC1', 'EKC2'], json({}, 403));
      await statuses('EKC1', 'EKC1', 'EKC1', 'EKC2', 'EKCGOOD', 'EKC1', 'EKC2');
      assert.equal(fetched.length, 1);
    });

    it('replace the token when three cards in a row meet 403', async () => {
      const { statuses, fetched } = counting();
      enkash.serve = (received, response) =>
        (received.headers.authorization?.endsWith('-1') ? json({}, 403) : works)(received, response);
      assert.deepEqual(await statuses('EKC1', 'EKC2', 'EKC3'), [503, 503, 200]);
      assert.equal(fetched.length, 2);
    });
  });
});
