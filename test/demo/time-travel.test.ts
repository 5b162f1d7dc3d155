import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTimeTravel } from '../../demo/time-travel.js';

/** Sunday 22 November 2026, noon in India; Monday, 11:00; Monday, 20:00. */
const SUNDAY_NOON = Date.UTC(2026, 10, 22, 6, 30);
const MONDAY_11 = Date.UTC(2026, 10, 23, 5, 30);
const MONDAY_20 = Date.UTC(2026, 10, 23, 14, 30);

const post = (body: string, type = 'application/json') =>
  new Request('http://127.0.0.1/demo/clock', { method: 'POST', headers: { 'Content-Type': type }, body });

describe('createTimeTravel', () => {
  it('starts an hour after the next opening when EnKash is closed', () => {
    assert.deepEqual(createTimeTravel(() => SUNDAY_NOON).view(), { now: MONDAY_11, moved: 'closed' });
  });

  it('starts at the real time when EnKash is open', () => {
    assert.deepEqual(createTimeTravel(() => MONDAY_11).view(), { now: MONDAY_11, moved: null });
  });

  it('jumps to the posted time and continues from there', async () => {
    let real = MONDAY_11;
    const clock = createTimeTravel(() => real);
    const response = await clock.handle(post(JSON.stringify({ at: MONDAY_20 })));
    assert.deepEqual(await response.json(), { now: MONDAY_20, moved: 'chosen' });
    real += 5_000;
    assert.equal(clock.now(), MONDAY_20 + 5_000);
  });

  it('returns to the real time', async () => {
    const clock = createTimeTravel(() => SUNDAY_NOON);
    await clock.handle(post('{ "at": null }'));
    assert.deepEqual(clock.view(), { now: SUNDAY_NOON, moved: null });
  });

  it('does not change on an invalid request, and responds 400 with a sentence', async () => {
    const clock = createTimeTravel(() => MONDAY_11);
    const requests = [
      post('{ "at": "Monday" }'),
      post('{ "at": 1e300 }'),
      post('{}'),
      post('[1]'),
      post('null'),
      post('{'),
      post('{ "at": 0 }', 'text/plain'),
    ];
    for (const request of requests) {
      const response = await clock.handle(request);
      assert.equal(response.status, 400);
      assert.match(await response.text(), /Expected application\/json/);
    }
    assert.equal(clock.now(), MONDAY_11);
  });
});
