import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBulkhead } from '../../../src/server/concurrency/bulkhead.js';

/** A limit, and a function that starts work by a name and returns how to end it. */
function setup({ maxConcurrency = 2, maxQueued = 3 } = {}) {
  const bulkhead = createBulkhead({
    maxConcurrency,
    maxQueued,
    maxWaitMs: 1_000,
    overloaded: () => new Error('overloaded'),
  });
  const started: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const run = (name: string) =>
    bulkhead.run(() => {
      started.push(name);
      return new Promise<string>((resolve, reject) => {
        ends.set(name, (error) => (error ? reject(error) : resolve(name)));
      });
    });
  const outcome = (name: string) => run(name).catch((error: unknown) => (error as Error).message);
  return { started, outcome, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}

describe('a limit of what runs at the same time', () => {
  it('starts the first at once, and the others in their order', async () => {
    const { started, outcome, end } = setup();
    const outcomes = ['a', 'b', 'c', 'd', 'e'].map(outcome);
    await Promise.resolve();
    assert.deepEqual(started, ['a', 'b']);
    for (const name of ['b', 'a', 'c', 'd', 'e']) {
      end(name);
      await new Promise(setImmediate);
    }
    assert.deepEqual(started, ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(await Promise.all(outcomes), ['a', 'b', 'c', 'd', 'e']);
  });

  it('rejects at once what the queue has no place for', async () => {
    const { started, outcome } = setup();
    for (const name of ['a', 'b', 'c', 'd', 'e']) outcome(name).catch(() => undefined);
    assert.equal(await outcome('f'), 'overloaded');
    assert.deepEqual(started, ['a', 'b']);
  });

  it('rejects what waits too long, and passes its turn to the next', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const { started, outcome, end } = setup({ maxConcurrency: 1 });
    const first = outcome('a');
    const second = outcome('b');
    test.mock.timers.tick(600);
    const third = outcome('c');
    test.mock.timers.tick(400);
    assert.equal(await second, 'overloaded');
    end('a');
    await first;
    await new Promise(setImmediate);
    assert.deepEqual(started, ['a', 'c']);
    test.mock.timers.tick(10_000);
    end('c');
    assert.equal(await third, 'c');
  });

  it('passes the turn on after a failure', async () => {
    const { outcome, end } = setup({ maxConcurrency: 1 });
    const outcomes = [outcome('a'), outcome('b')];
    await Promise.resolve();
    end('a', new Error('failed'));
    await new Promise(setImmediate);
    end('b');
    assert.deepEqual(await Promise.all(outcomes), ['failed', 'b']);
  });
});
