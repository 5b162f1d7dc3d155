import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { backendFor, endpointOf, send } from '../support/server/backend-under-test.js';
import { enkashAnswer, json, startStandIn, type StandIn } from '../support/server/fake-enkash.js';

describe('the life of a backend', () => {
  let enkash: StandIn;
  before(async () => {
    enkash = await startStandIn(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.serve = json(enkashAnswer());
  });
  after(() => enkash.stop());

  /** A promise of the moment at which EnKash is asked; it gives the answer to release. */
  const asked = () =>
    new Promise<() => unknown>((resolve) => {
      enkash.serve = (request, response) => resolve(() => json(enkashAnswer())(request, response));
    });

  describe('its health', () => {
    it('is ok from the start, with nothing under way', () => {
      const { backend } = backendFor(enkash.url);
      assert.deepEqual(backend.health(), { status: 'ok', enkash: 'up', store: 'up', inFlight: 0 });
    });

    it('counts what is under way', async () => {
      const { backend } = backendFor(enkash.url);
      const moment = asked();
      const click = send(backend, await endpointOf(backend), 'POST');
      const release = await moment;
      assert.equal(backend.health().inFlight, 1);
      release();
      await click;
      assert.equal(backend.health().inFlight, 0);
    });

    it('is degraded from the fifth failure of EnKash until it answers again, and events tell both', async () => {
      const { backend, clock, events } = backendFor(enkash.url);
      const click = async (card: string) => send(backend, await endpointOf(backend, card), 'POST');
      enkash.serve = json({}, 500);
      for (const card of ['A', 'B', 'C', 'D']) await click(card);
      assert.equal(backend.health().status, 'ok');
      await click('E');
      assert.deepEqual([backend.health().status, backend.health().enkash], ['degraded', 'down']);
      enkash.serve = json(enkashAnswer({ enkashCardId: 'F' }));
      clock.instant += 30_000;
      await click('F');
      assert.equal(backend.health().status, 'ok');
      assert.deepEqual(
        events.filter(({ type }) => type === 'breaker'),
        [
          { type: 'breaker', call: 'link', open: true },
          { type: 'breaker', call: 'link', open: false },
        ],
      );
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

  describe('its end', () => {
    it('lets those who are waiting have their answer, and is over when they have', async () => {
      const { backend } = backendFor(enkash.url);
      const moment = asked();
      const click = send(backend, await endpointOf(backend), 'POST');
      const release = await moment;
      let over = false;
      const end = backend.stop().then(() => (over = true));
      assert.deepEqual([backend.health().status, over], ['shutting_down', false]);
      release();
      assert.equal((await click).status, 200);
      await end;
      assert.equal(backend.health().inFlight, 0);
    });

    it('answers 503 to newcomers, says when to come back, and asks nobody', async () => {
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

    it('is over at once when nothing is under way, however often it is asked for', async () => {
      const { backend } = backendFor(enkash.url);
      await Promise.all([backend.stop(), backend.stop()]);
    });
  });

  it('needs no this: its methods can be passed on alone', async () => {
    const { handle, createSession, health, stop } = backendFor(enkash.url).backend;
    const { endpoint } = await createSession({ enKashCardId: 'EKC1' });
    assert.equal((await handle(new Request(`https://shop.example${endpoint}`))).status, 403);
    assert.equal(health().status, 'ok');
    await stop();
  });
});
