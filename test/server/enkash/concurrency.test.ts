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
    /** Answers every call until all of these have settled. */
    answerUntil: async (whole: Promise<unknown>, answer: () => Response | null = () => null) =>
      repeatUntil(whole, () => {
        for (const resolve of held.splice(0)) resolve(answer());
      }),
    /** Resolves when a number of calls have been made. */
    untilCalled: async (count: number) => {
      while (called.length < count) await new Promise(setImmediate);
    },
  };
}

/** Repeats a step until something has settled. */
async function repeatUntil(whole: Promise<unknown>, step: () => void): Promise<void> {
  const outcome = whole.then(
    () => true,
    () => true,
  );
  const turn = () => new Promise<false>((resolve) => setImmediate(resolve, false));
  do step();
  while (!(await Promise.race([outcome, turn()])));
}

const cards = (count: number) => Array.from({ length: count }, (_, index) => `EKC${index}`);

describe('calls to EnKash at the same time', () => {
  it('are 250 at most, and a thousand customers all get their answer', async () => {
    const { backend, most, called, answerUntil, untilCalled } = heldEnkash();
    const endpoints = await Promise.all(cards(1_000).map((card) => endpointOf(backend, card)));
    const answers = Promise.all(
      endpoints.map((endpoint, index) => send(backend, endpoint, index % 2 ? 'GET' : 'POST')),
    );
    await untilCalled(250);
    await answerUntil(answers);
    assert.deepEqual(new Set((await answers).map(({ status }) => status)), new Set([200]));
    assert.equal(most(), 250);
    assert.equal(called.length, 1_000);
    assert.equal(backend.health().status, 'ok');
    assert.equal(backend.health().inFlight, 0);
  });

  for (const maxConcurrency of [1, 2, 7])
    it(`are ${maxConcurrency} at most where the option says so, of both calls and of status() together`, async () => {
      const enkash = { maxConcurrency, statusUrl: 'https://enkash.example/status' };
      const { backend, most, answerUntil, untilCalled } = heldEnkash({ enkash });
      const endpoints = await Promise.all(cards(20).map((card) => endpointOf(backend, card)));
      const answers = Promise.all([
        ...endpoints.map((endpoint, index) => send(backend, endpoint, index % 2 ? 'GET' : 'POST')),
        ...cards(20).map((card) => backend.status(`${card}-OTHER`)),
      ]);
      await untilCalled(maxConcurrency);
      await answerUntil(answers);
      await answers;
      assert.equal(most(), maxConcurrency);
    });

  it('are made after a call that failed', async () => {
    const { backend, answerUntil } = heldEnkash({ enkash: { maxConcurrency: 1 } });
    for (const status of [500, 403, 404, 200]) {
      const answered = send(backend, await endpointOf(backend, `EKC${status}`), 'POST');
      await answerUntil(answered, () => (status === 200 ? null : Response.json({}, { status })));
      assert.equal((await answered).status === 200, status === 200);
    }
  });

  it('that wait for 9 s are not made: 503 with a time to come back, and EnKash is not blamed', async (test) => {
    const { backend, called, events, answerUntil, untilCalled } = heldEnkash({
      enkash: { maxConcurrency: 1 },
    });
    const [first = '', ...others] = await Promise.all(cards(5).map((card) => endpointOf(backend, card)));
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const answered = send(backend, first, 'POST');
    await untilCalled(1);
    const refused = Promise.all(others.map((endpoint) => send(backend, endpoint, 'POST')));
    await repeatUntil(refused, () => test.mock.timers.tick(9_000));
    for (const { status, body, headers } of await refused) {
      assert.deepEqual([status, body.error?.code], [503, 'overloaded']);
      assert.ok(Number(headers.get('retry-after')) >= 5);
    }
    assert.equal(backend.health().status, 'ok');
    await answerUntil(answered);
    assert.equal((await answered).status, 200);
    assert.deepEqual(called, ['EKC0']);
    assert.ok(!events.some(({ type }) => type === 'breaker'));
    // Nothing of those that were given up is left.
    const later = Promise.all(others.map((endpoint) => send(backend, endpoint, 'POST')));
    await answerUntil(later);
    for (const { status } of await later) assert.equal(status, 200);
  });

  it('that wait while the circuit breaker opens are refused at once, without a call', async () => {
    const { backend, called, answerUntil } = heldEnkash({ enkash: { maxConcurrency: 3 } });
    const endpoints = await Promise.all(cards(50).map((card) => endpointOf(backend, card)));
    const answers = Promise.all(endpoints.map((endpoint) => send(backend, endpoint, 'POST')));
    await answerUntil(answers, () => Response.json({}, { status: 503 }));
    for (const { status } of await answers) assert.equal(status, 503);
    assert.ok(called.length <= 5, `${called.length} calls`);
  });

  it('do not open the circuit breaker when a third of them fail, though all of those fail first', async () => {
    const { backend, called, answerUntil, untilCalled, events } = heldEnkash();
    const endpoints = await Promise.all(cards(21).map((card) => endpointOf(backend, card)));
    const answers = endpoints.map((endpoint) => send(backend, endpoint, 'POST'));
    await untilCalled(21);
    let count = 0;
    await answerUntil(Promise.all(answers), () => {
      count += 1;
      return count <= 7 ? Response.json({}, { status: 500 }) : null;
    });
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 503).length, 7);
    assert.equal(called.length, 21);
    assert.ok(!events.some(({ type }) => type === 'breaker'));
  });

  it('that wait are answered when the process stops', async () => {
    const { backend, answerUntil, untilCalled } = heldEnkash({ enkash: { maxConcurrency: 1 } });
    const endpoints = await Promise.all(cards(5).map((card) => endpointOf(backend, card)));
    const answers = Promise.all(endpoints.map((endpoint) => send(backend, endpoint, 'POST')));
    await untilCalled(1);
    while (backend.health().inFlight < 5) await new Promise(setImmediate);
    const stopped = backend.stop();
    await answerUntil(answers);
    const statuses = (await answers).map(({ status }) => status);
    // Those that had not come so far are refused.
    assert.ok(statuses.every((status) => status === 200 || status === 503));
    assert.equal(statuses[0], 200);
    await stopped;
  });

  for (const maxConcurrency of [0, -1, 1.5, NaN, Infinity, 'ten', null, 10_001])
    it(`cannot be limited to ${maxConcurrency}`, () => {
      assert.throws(
        () => backendFor('https://enkash.example', { enkash: { maxConcurrency: maxConcurrency as number } }),
        /^TypeError: enkash\.maxConcurrency: expected a whole number of calls from 1 to 10000/,
      );
    });
});
