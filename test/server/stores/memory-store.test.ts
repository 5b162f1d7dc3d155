import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../../../src/server/index.js';
import { clockAt } from '../../support/server/backend-under-test.js';

describe('memoryStore', () => {
  it('writes only over the expected value', async () => {
    const store = memoryStore();
    assert.equal(await store.compareAndSet('key', 'one', 'two', 1_000), false);
    assert.equal(await store.compareAndSet('key', null, 'one', 1_000), true);
    assert.equal(await store.compareAndSet('key', null, 'two', 1_000), false);
    assert.equal(await store.compareAndSet('key', 'one', 'two', 1_000), true);
    assert.equal(await store.get('key'), 'two');
  });

  it('expires a value after its TTL', async () => {
    const clock = clockAt(0);
    const store = memoryStore(clock);
    await store.compareAndSet('key', null, 'one', 1_000);
    clock.instant = 999;
    assert.equal(await store.get('key'), 'one');
    clock.instant = 1_000;
    assert.equal(await store.get('key'), null);
    assert.equal(await store.compareAndSet('key', null, 'two', 1_000), true);
  });

  it('expires a count after its first TTL', async () => {
    const clock = clockAt(0);
    const store = memoryStore(clock);
    const counts = [];
    for (const instant of [0, 500, 999, 1_000]) {
      clock.instant = instant;
      counts.push(await store.increment('key', 1_000));
    }
    assert.deepEqual(counts, [1, 2, 3, 1]);
  });

  it('drops the entry written first beyond its maximum', async () => {
    const store = memoryStore({ maxEntries: 3 });
    for (const key of ['a', 'b', 'c']) await store.compareAndSet(key, null, key, 1_000);
    await store.compareAndSet('a', 'a', 'again', 1_000);
    await store.compareAndSet('d', null, 'd', 1_000);
    const values = await Promise.all(['a', 'b', 'c', 'd'].map((key) => store.get(key)));
    assert.deepEqual(values, ['again', null, 'c', 'd']);
  });

  it('drops expired entries first', async () => {
    const clock = clockAt(0);
    const store = memoryStore({ maxEntries: 2, now: clock.now });
    await store.compareAndSet('ended', null, 'x', 10);
    await store.compareAndSet('living', null, 'x', 1_000);
    clock.instant = 10;
    await store.compareAndSet('new', null, 'x', 1_000);
    assert.equal(await store.get('living'), 'x');
  });
});
