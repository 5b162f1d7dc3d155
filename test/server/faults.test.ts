import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { memoryStore, type Store } from '../../src/server/index.js';
import { STATUS_OF_CODE } from '../../src/protocol/http-errors.js';
import { backendFor, OPEN, request, type Body } from '../support/server/backend-under-test.js';
import { CARD_ID, enkashAnswer, LINK, TOKEN } from '../support/server/fake-enkash.js';

/** The ways in which a dependency of the backend may fail, instead of its correct result. */
const FAILURES: Readonly<Record<string, () => unknown>> = {
  throws: () => {
    throw new Error(`thrown ${TOKEN} ${LINK} ${CARD_ID}`);
  },
  rejects: () => Promise.reject(new Error(`rejected ${TOKEN} ${LINK} ${CARD_ID}`)),
  'rejects with no error': () => ({
    then: (_: unknown, reject: (reason: unknown) => void) => reject(LINK),
  }),
  'gives undefined': () => Promise.resolve(undefined),
  'gives an object': () => Promise.resolve({ toString: 'no function' }),
  'gives a number': () => Promise.resolve(NaN),
};

const fault = fc.constantFrom('works', ...Object.keys(FAILURES));

describe('a backend whose dependencies fail', () => {
  const rejections: unknown[] = [];
  const noteRejection = (reason: unknown) => rejections.push(reason);
  before(() => process.on('unhandledRejection', noteRejection));
  after(() => {
    process.off('unhandledRejection', noteRejection);
    assert.deepEqual(rejections, []);
  });

  const withFault = <T>(plan: string, correct: () => Promise<T>): Promise<T> =>
    (FAILURES[plan]?.() ?? correct()) as Promise<T>;

  it('answers with a link or a listed code, without secrets', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          get: fault,
          compareAndSet: fault,
          increment: fault,
          token: fault,
          fetch: fault,
          onEvent: fault,
        }),
        fc.constantFrom('GET', 'POST'),
        async (plan, method) => {
          const memory = memoryStore({ now: () => OPEN });
          const store: Store = {
            get: (...args) => withFault(plan.get, () => memory.get(...args)),
            compareAndSet: (...args) => withFault(plan.compareAndSet, () => memory.compareAndSet(...args)),
            increment: (...args) => withFault(plan.increment, () => memory.increment(...args)),
          };
          const { backend } = backendFor('https://enkash.example', {
            store,
            onEvent: () => withFault(plan.onEvent, () => Promise.resolve()),
            fetch: () => withFault(plan.fetch, () => Promise.resolve(Response.json(enkashAnswer()))),
            enkash: {
              token: () => withFault(plan.token, () => Promise.resolve(TOKEN)),
              timeoutMs: 100,
            },
          });
          const { endpoint } = await backend.createSession({ enKashCardId: CARD_ID });
          const response = await backend.handle(request(endpoint, method));
          const text = await response.text();
          const { error } = JSON.parse(text) as Body;
          if (response.status === 200) assert.equal(error, undefined);
          else
            assert.equal(
              new Map<string, number>(Object.entries(STATUS_OF_CODE)).get(error?.code ?? ''),
              response.status,
            );
          for (const secret of [TOKEN, CARD_ID, ...(method === 'GET' || error ? [LINK] : [])])
            assert.ok(!text.includes(secret));
          assert.equal(backend.health().inFlight, 0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
