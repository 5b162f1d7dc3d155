import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BackendEvent } from '../../src/server/index.js';
import { backendFor, endpointOf, request } from '../support/server/backend-under-test.js';
import { enkashAnswer } from '../support/server/fake-enkash.js';

const SLOW_MS = 40;

function block(): void {
  const end = performance.now() + SLOW_MS;
  while (performance.now() < end);
}

describe('a listener of events that is slow', () => {
  for (const [what, listen] of [
    ['blocks', block],
    [
      'blocks and throws',
      () => {
        block();
        throw new Error('slow');
      },
    ],
    [
      'blocks before it waits',
      () => {
        block();
        return Promise.resolve();
      },
    ],
  ] as const)
    it(`delays no answer from its second event on, and misses none: ${what}`, async () => {
      const received: BackendEvent[] = [];
      const { backend } = backendFor('https://enkash.example', {
        fetch: () => Promise.resolve(Response.json(enkashAnswer())),
        onEvent: (event) => {
          received.push(event);
          return listen();
        },
      });
      const endpoint = await endpointOf(backend);
      await backend.handle(request(endpoint, 'POST'));
      const count = () => received.length;
      assert.equal(count(), 1);
      while (count() < 2) await new Promise(setImmediate);
      await backend.handle(request(endpoint, 'GET'));
      await backend.handle(request(endpoint, 'PUT'));
      const before = count();
      while (count() < 5) await new Promise(setImmediate);
      assert.ok(before < 5);
      const types = received.map((event) => (event.type === 'request' ? event.method : event.type));
      assert.deepEqual(types, ['upstream', 'POST', 'upstream', 'GET', 'other']);
    });

  it('still hears everything before the answer when it is quick', async () => {
    const received: string[] = [];
    const { backend } = backendFor('https://enkash.example', {
      fetch: () => Promise.resolve(Response.json(enkashAnswer())),
      onEvent: ({ type }) => received.push(type),
    });
    await backend.handle(request(await endpointOf(backend), 'POST'));
    assert.deepEqual(received, ['upstream', 'request']);
  });
});
