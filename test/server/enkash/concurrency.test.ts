import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backendFor, endpointOf, send, type Overrides } from '../../support/server/backend-under-test.js';
import { enkashAnswer } from '../../support/server/fake-enkash.js';

/** An EnKash that answers when a test says so, and counts the calls that it has not answered. */
function heldEnkash(options: Overrides = {}) {
  const held: ((answer: Response | null) => void)[] = [];
  const called: string[] = [];
  let running = 0;
  let most = 0;
  const { backend, events } = backendFor('https://enkash.example', {
    rateLimit: false,
    ...options,
    fetch: async (url) => {
      const card = new URL(url as string).searchParams.get('enKashCardId') ?? '';
      called.push(card);
      running += 1;
      most = Math.max(most, running);
      const answer = await new Promise<Response | null>((resolve) => held.push(resolve));
      running -= 1;
      return answer ?? Response.json(enkashAnswer({ enkashCardId: card }));
    },
  });
  return {
    backend,
    events,
    called,
    most: () => most,
    /** Answers the calls that wait now, and those that they let through, until none is left. */
    answerAll: async (answer: () => Response | null = () => null) => {
      await settled();
      while (held.length > 0) {
        for (const resolve of held.splice(0)) resolve(answer());
        await settled();
      }
    },
  };
}

/** Resolves when everything that needs no answer has happened. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await new Promise(setImmediate);
}

const cards = (count: number) => Array.from({ length: count }, (_, index) => `EKC${index}`);

describe('calls to EnKash at the same time', () => {
  it('are 250 at most, and a thousand customers all get their answer', async () => {
    const { backend, most, called, answerAll } = heldEnkash();
    const endpoints = await Promise.all(cards(1_000).map((card) => endpointOf(backend, card)));
    const answers = endpoints.map((endpoint, index) => send(backend, endpoint, index % 2 ? 'GET' : 'POST'));
    await answerAll();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    assert.deepEqual(new Set(statuses), new Set([200]));
    assert.equal(most(), 250);
    assert.equal(called.length, 1_000);
    assert.equal(backend.health().status, 'ok');
    assert.equal(backend.health().inFlight, 0);
  });

  for (const maxConcurrency of [1, 2, 7])
    it(`are ${maxConcurrency} at most where the option says so, of both calls together, in order`, async () => {
      const enkash = { maxConcurrency, statusUrl: 'https://enkash.example/status' };
      const { backend, most, called, answerAll } = heldEnkash({ enkash });
      const answers = [];
      for (const card of cards(20)) {
        answers.push(send(backend, await endpointOf(backend, card), called.length % 2 ? 'GET' : 'POST'));
        await settled();
      }
      await answerAll();
      for (const { status } of await Promise.all(answers)) assert.equal(status, 200);
      assert.equal(most(), maxConcurrency);
      assert.deepEqual(called, cards(20));
    });

  it('share their limit with a failed call, a call that is aborted, and status()', async () => {
    const { backend, most, answerAll } = heldEnkash({ enkash: { maxConcurrency: 1 } });
    const failing = send(backend, await endpointOf(backend, 'EKC0'), 'POST');
    await answerAll(() => Response.json({}, { status: 500 }));
    assert.equal((await failing).status, 503);
    const working = [send(backend, await endpointOf(backend, 'EKC1'), 'POST'), backend.status('EKC2')];
    await answerAll();
    await Promise.all(working);
    assert.equal(most(), 1);
  });

  it('that wait for 9 s are not made: 503 with a time to come back, and EnKash is not blamed', async (test) => {
    const { backend, called, events, answerAll } = heldEnkash({ enkash: { maxConcurrency: 1 } });
    const endpoints = await Promise.all(cards(5).map((card) => endpointOf(backend, card)));
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const answers = endpoints.map((endpoint) => send(backend, endpoint, 'POST'));
    await settled();
    test.mock.timers.tick(9_000);
    for (const { status, body, headers } of await Promise.all(answers.slice(1))) {
      assert.deepEqual([status, body.error?.code], [503, 'overloaded']);
      assert.ok(Number(headers.get('retry-after')) >= 5);
    }
    assert.equal(backend.health().status, 'ok');
    await answerAll();
    assert.equal((await answers[0])?.status, 200);
    assert.deepEqual(called, ['EKC0']);
    assert.ok(!events.some(({ type }) => type === 'breaker'));
    // Nothing of those that gave up is left.
    const later = endpoints.map((endpoint) => send(backend, endpoint, 'POST'));
    await answerAll();
    for (const { status } of await Promise.all(later)) assert.equal(status, 200);
  });

  it('that wait while the circuit breaker opens are refused at once, without a call', async () => {
    const { backend, called, answerAll } = heldEnkash({ enkash: { maxConcurrency: 3 } });
    const endpoints = await Promise.all(cards(50).map((card) => endpointOf(backend, card)));
    const answers = endpoints.map((endpoint) => send(backend, endpoint, 'POST'));
    await answerAll(() => Response.json({}, { status: 503 }));
    for (const { status } of await Promise.all(answers)) assert.equal(status, 503);
    assert.ok(called.length <= 5, `${called.length} calls`);
  });

  it('that wait are answered when the process stops', async () => {
    const { backend, answerAll } = heldEnkash({ enkash: { maxConcurrency: 1 } });
    const endpoints = await Promise.all(cards(5).map((card) => endpointOf(backend, card)));
    const answers = endpoints.map((endpoint) => send(backend, endpoint, 'POST'));
    await settled();
    const stopped = backend.stop();
    await answerAll();
    for (const { status } of await Promise.all(answers)) assert.equal(status, 200);
    await stopped;
  });

  for (const maxConcurrency of [0, -1, 1.5, NaN, Infinity, '10', null, 10_001])
    it(`cannot be limited to ${maxConcurrency}`, () => {
      assert.throws(
        () => backendFor('https://enkash.example', { enkash: { maxConcurrency: maxConcurrency as number } }),
        /^TypeError: enkash\.maxConcurrency: expected a whole number of calls from 1 to 10000/,
      );
    });
});
