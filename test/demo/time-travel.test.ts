import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTimeTravel } from '../../demo/time-travel.js';

/** Sunday 22 November 2026, noon in India; Monday, 11:00; Monday, 20:00. */
const SUNDAY_NOON = Date.UTC(2026, 10, 22, 6, 30);
const MONDAY_11 = Date.UTC(2026, 10, 23, 5, 30);
const MONDAY_20 = Date.UTC(2026, 10, 23, 14, 30);

const order = (body: string, type = 'application/json') =>
  new Request('http://127.0.0.1/demo/clock', { method: 'POST', headers: { 'Content-Type': type }, body });

describe('time travel', () => {
  it('begins an hour after the next opening when EnKash is closed', () => {
    assert.deepEqual(createTimeTravel(() => SUNDAY_NOON).view(), { now: MONDAY_11, moved: 'closed' });
  });

  it('begins in real time when EnKash is open', () => {
    assert.deepEqual(createTimeTravel(() => MONDAY_11).view(), { now: MONDAY_11, moved: null });
  });

  it('goes where it is told, and on from there', async () => {
    let real = MONDAY_11;
    const clock = createTimeTravel(() => real);
    const answer = await clock.handle(order(JSON.stringify({ at: MONDAY_20 })));
    assert.deepEqual(await answer.json(), { now: MONDAY_20, moved: 'chosen' });
    real += 5_000;
    assert.equal(clock.now(), MONDAY_20 + 5_000);
  });

  it('comes back to the real time', async () => {
    const clock = createTimeTravel(() => SUNDAY_NOON);
    await clock.handle(order('{ "at": null }'));
    assert.deepEqual(clock.view(), { now: SUNDAY_NOON, moved: null });
  });

  it('stays where it is, with a sentence, when the order makes no sense', async () => {
    const clock = createTimeTravel(() => MONDAY_11);
    const orders = [
      order('{ "at": "Monday" }'),
      order('{ "at": 1e300 }'),
      order('{}'),
      order('[1]'),
      order('null'),
      order('{'),
      order('{ "at": 0 }', 'text/plain'),
    ];
    for (const one of orders) {
      const answer = await clock.handle(one);
      assert.equal(answer.status, 400);
      assert.match(await answer.text(), /Expected application\/json/);
    }
    assert.equal(clock.now(), MONDAY_11);
  });
});
