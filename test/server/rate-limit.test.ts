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

  /** How many requests are granted at each of these milliseconds after `OPEN`, of 100 that are sent. */
  async function grantedAt(times: readonly number[], method = 'GET', perMinute = 30): Promise<number[]> {
    const { backend, clock } = backendFor(enkash.url, { rateLimit: perMinute, sessionTtlSeconds: 3_600 });
    const endpoint = await endpointOf(backend);
    const granted = [];
    for (const time of times) {
      clock.instant = OPEN + time;
      const statuses = [];
      for (let count = 0; count < 100; count++) statuses.push((await send(backend, endpoint, method)).status);
      granted.push(statuses.filter((status) => status === 200).length);
    }
    return granted;
  }

  it('does not grant twice the limit around the edge of a minute', async () => {
    assert.deepEqual(await grantedAt([59_999, 60_000, 60_500]), [30, 1, 0]);
    assert.deepEqual(await grantedAt([59_000, 60_500], 'POST'), [30, 1]);
    assert.deepEqual(await grantedAt([599_999, 600_000]), [30, 1]);
  });

  it('grants as many as the part of the minute that has passed', async () => {
    assert.deepEqual(await grantedAt([59_999, 90_000, 119_999]), [30, 16, 0]);
    // What was refused in the minute before counts no more than what was granted.
    assert.deepEqual(await grantedAt([0, 120_000, 240_000]), [30, 30, 30]);
  });

  for (const perMinute of [1, 2, 7, 30])
    it(`grants ${perMinute} a minute at an even pace, and a request after the time that it named`, async () => {
      const { backend, clock } = backendFor(enkash.url, { rateLimit: perMinute, sessionTtlSeconds: 3_600 });
      const endpoint = await endpointOf(backend);
      for (let count = 0; count < 3 * perMinute; count++) {
        assert.equal((await send(backend, endpoint, 'GET')).status, 200, `request ${count}`);
        clock.instant += Math.ceil(60_000 / perMinute);
      }
      for (let round = 0; round < 5; round++) {
        let answer = await send(backend, endpoint, 'GET');
        while (answer.status === 200) answer = await send(backend, endpoint, 'GET');
        const seconds = Number(answer.headers.get('retry-after'));
        assert.ok(seconds >= 1 && seconds <= 61, `${seconds} s`);
        clock.instant += seconds * 1_000;
        assert.equal((await send(backend, endpoint, 'GET')).status, 200, `after ${seconds} s`);
        clock.instant += 7_919 * round;
      }
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
