import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { backendFor, endpointOf, send } from '../support/server/backend-under-test.js';
import { enkashAnswer, json, startFakeEnkash, type FakeEnkash } from '../support/server/fake-enkash.js';

describe('health and shutdown of a backend', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.serve = json(enkashAnswer());
  });
  after(() => enkash.stop());

  /** Resolves when EnKash is called, with a function that sends its answer. */
  const nextCall = () =>
    new Promise<() => unknown>((resolve) => {
      enkash.serve = (request, response) => resolve(() => json(enkashAnswer())(request, response));
    });

  describe('health()', () => {
    it('is ok at first, with nothing in flight', () => {
      const { backend } = backendFor(enkash.url);
      assert.deepEqual(backend.health(), { status: 'ok', enkash: 'up', store: 'up', inFlight: 0 });
    });

    it('counts requests in flight', async () => {
      const { backend } = backendFor(enkash.url);
      const called = nextCall();
      const click = send(backend, await endpointOf(backend), 'POST');
      const release = await called;
      assert.equal(backend.health().inFlight, 1);
      release();
      await click;
      assert.equal(backend.health().inFlight, 0);
    });

    it('is degraded from the failure of a third customer until the next success', async () => {
      const { backend, clock } = backendFor(enkash.url);
      const click = async (card: string) => send(backend, await endpointOf(backend, card), 'POST');
      enkash.serve = json({}, 500);
      for (const card of ['A', 'B']) await click(card);
      assert.equal(backend.health().status, 'ok');
      await click('C');
      assert.deepEqual([backend.health().status, backend.health().enkash], ['degraded', 'down']);
      enkash.serve = json(enkashAnswer({ enkashCardId: 'D' }));
      clock.instant += 30_000;
      await click('D');
      assert.equal(backend.health().status, 'ok');
    });

    it('is degraded while the store fails', async () => {
      const fail = () => Promise.reject(new Error('store down'));
      const { backend } = backendFor(enkash.url, {
        store: { get: fail, compareAndSet: fail, increment: fail },
      });
      await send(backend, await endpointOf(backend), 'GET');
      assert.deepEqual([backend.health().status, backend.health().store], ['degraded', 'down']);
    });
  });

  describe('stop()', () => {
    it('answers requests in flight, and resolves afterwards', async () => {
      const { backend } = backendFor(enkash.url);
      const called = nextCall();
      const click = send(backend, await endpointOf(backend), 'POST');
      const release = await called;
      let isStopped = false;
      const end = backend.stop().then(() => (isStopped = true));
      assert.deepEqual([backend.health().status, isStopped], ['shutting_down', false]);
      release();
      assert.equal((await click).status, 200);
      await end;
      assert.equal(backend.health().inFlight, 0);
    });

    it('answers new requests with 503 and Retry-After, without a call to EnKash', async () => {
      const { backend } = backendFor(enkash.url);
      const endpoint = await endpointOf(backend);
      await backend.stop();
      enkash.seen.length = 0;
      for (const method of ['GET', 'POST']) {
        const { status, body, headers } = await send(backend, endpoint, method);
        assert.deepEqual([status, body.error?.code], [503, 'shutting_down']);
        assert.match(headers.get('retry-after') ?? '', /^([5-9]|10)$/);
      }
      assert.equal(enkash.seen.length, 0);
    });

    it('resolves immediately with nothing in flight, even when called twice', async () => {
      const { backend } = backendFor(enkash.url);
      await Promise.all([backend.stop(), backend.stop()]);
    });
  });

  it('has methods that work without this', async () => {
    const { handle, createSession, health, stop } = backendFor(enkash.url).backend;
    const { endpoint } = await createSession({ enKashCardId: 'EKC1' });
    assert.equal((await handle(new Request(`https://shop.example${endpoint}`))).status, 403);
    assert.equal(health().status, 'ok');
    await stop();
  });
});
