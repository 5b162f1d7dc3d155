import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { backendFor, endpointOf, send } from '../../support/server/backend-under-test.js';
import { enkashAnswer, json, startFakeEnkash, type FakeEnkash } from '../../support/server/fake-enkash.js';

describe('a kept connection that EnKash closes as it is used again', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  after(() => enkash.stop());

  async function statuses(method: string) {
    const { backend } = backendFor(enkash.url, { enkash: { statusUrl: `${enkash.url}/status` } });
    const endpoint = await endpointOf(backend);
    enkash.seen.length = 0;
    const all = [];
    for (let count = 0; count < 4; count += 1) {
      let isFirst = count % 2 === 1;
      enkash.serve = (received, response) => {
        if (isFirst) response.destroy();
        else json(enkashAnswer())(received, response);
        isFirst = false;
      };
      all.push((await send(backend, endpoint, method)).status);
    }
    return all;
  }

  it('costs the status call one repetition', async () => {
    assert.deepEqual(await statuses('GET'), [200, 200, 200, 200]);
    assert.equal(enkash.seen.length, 6);
  });

  it('is not repeated twice', async () => {
    const { backend } = backendFor(enkash.url, { enkash: { statusUrl: `${enkash.url}/status` } });
    enkash.serve = (_, response) => response.destroy();
    enkash.seen.length = 0;
    assert.equal((await send(backend, await endpointOf(backend), 'GET')).status, 503);
    assert.equal(enkash.seen.length, 2);
  });
});
