import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { memoryStore } from '../../src/server/index.js';
import { backendFor, endpointOf, OPEN, send } from '../support/server/backend-under-test.js';
import { enkashAnswer, json, startFakeEnkash, type FakeEnkash } from '../support/server/fake-enkash.js';

describe('the rate limit', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  after(() => enkash.stop());

  it('answers 429 to the 31st request of a session in a minute, with the time until the next minute', async () => {
    const { backend, clock } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    clock.instant = OPEN + 20_000;
    for (let count = 0; count < 30; count++)
      assert.equal((await send(backend, endpoint, count % 2 ? 'GET' : 'POST')).status, 200);
    const { status, body, headers } = await send(backend, endpoint, 'GET');
    assert.deepEqual([status, body], [429, { error: { code: 'rate_limited', retryAfter: 40 } }]);
    assert.equal(headers.get('retry-after'), '40');
    clock.instant = OPEN + 60_000;
    assert.equal((await send(backend, endpoint, 'GET')).status, 200);
  });

  it('counts each session separately', async () => {
    const { backend } = backendFor(enkash.url, { rateLimit: 1 });
    const [one, two] = [await endpointOf(backend), await endpointOf(backend)];
    const statuses = [];
    for (const endpoint of [one, one, two]) statuses.push((await send(backend, endpoint, 'GET')).status);
    assert.deepEqual(statuses, [200, 429, 200]);
  });

  it('counts across processes that share a store', async () => {
    const store = memoryStore({ now: () => OPEN });
    const processes = [1, 2].map(() => backendFor(enkash.url, { rateLimit: 1, store }).backend);
    const endpoint = await endpointOf(backendFor(enkash.url).backend);
    const statuses = [];
    for (const backend of processes) statuses.push((await send(backend, endpoint, 'GET')).status);
    assert.deepEqual(statuses, [200, 429]);
  });

  it('allows any number when it is false', async () => {
    const { backend } = backendFor(enkash.url, { rateLimit: false });
    const endpoint = await endpointOf(backend);
    for (let count = 0; count < 100; count++)
      assert.equal((await send(backend, endpoint, 'GET')).status, 200);
  });

  it('leaves the click to a customer whose page has polled as often as it may', async () => {
    const { backend } = backendFor(enkash.url);
    const endpoint = await endpointOf(backend);
    const statuses = [];
    for (let count = 0; count < 40; count++) statuses.push((await send(backend, endpoint, 'GET')).status);
    assert.deepEqual(new Set(statuses.slice(30)), new Set([429]));
    assert.equal((await send(backend, endpoint, 'POST')).status, 200);
  });

  it('also counts all sessions of a customer, who gets four times as much', async () => {
    const { backend } = backendFor(enkash.url, { rateLimit: 5 });
    const grantedTo = async (method: string, card?: string) => {
      const endpoint = await endpointOf(backend, card);
      const statuses = [];
      for (let count = 0; count < 6; count++) statuses.push((await send(backend, endpoint, method)).status);
      return statuses.filter((status) => status === 200).length;
    };
    for (const method of ['GET', 'POST']) {
      const granted = [];
      for (let session = 0; session < 6; session++) granted.push(await grantedTo(method));
      // The refused sixth request of a session uses up nothing.
      assert.deepEqual(granted, [5, 5, 5, 5, 0, 0], method);
    }
    enkash.serve = json(enkashAnswer({ enkashCardId: 'EKCOTHER' }));
    assert.equal(await grantedTo('GET', 'EKCOTHER'), 5);
  });
});
