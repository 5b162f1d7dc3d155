import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../../../src/server/index.js';
import { fallbackStore } from '../../../src/server/stores/fallback-store.js';
import { clockAt } from '../../support/server/backend-under-test.js';

describe('the resilient store', () => {
  function underTest() {
    const clock = clockAt(0);
    const inner = { ...memoryStore(clock), fails: false, asked: 0, told: 0 };
    const store = fallbackStore(
      {
        ...inner,
        get: (key) => {
          inner.asked += 1;
          return inner.fails ? Promise.reject(new Error('down')) : inner.get(key);
        },
      },
      memoryStore(clock),
      clock.now,
      () => (inner.told += 1),
    );
    return { clock, inner, store };
  }

  it('answers from the store while it works', async () => {
    const { store, inner } = underTest();
    await store.compareAndSet('key', null, 'shared', 1_000);
    assert.equal(await store.get('key'), 'shared');
    assert.deepEqual([store.sound, inner.told], [true, 0]);
  });

  it('answers from the spare when the store fails, and tells so', async () => {
    const { store, inner } = underTest();
    await store.compareAndSet('key', null, 'shared', 1_000);
    inner.fails = true;
    assert.equal(await store.get('key'), null);
    assert.deepEqual([store.sound, inner.told], [false, 1]);
  });

  it('leaves the store alone for 5 s after two failures in a row, then comes back to it', async () => {
    const { store, inner, clock } = underTest();
    await store.compareAndSet('key', null, 'shared', 60_000);
    inner.fails = true;
    await store.get('key');
    await store.get('key');
    inner.fails = false;
    clock.instant = 4_999;
    assert.equal(await store.get('key'), null);
    assert.deepEqual([inner.asked, inner.told, store.sound], [2, 2, false]);
    clock.instant = 5_000;
    assert.equal(await store.get('key'), 'shared');
    assert.equal(store.sound, true);
  });

  it('does not count failures that a success parts', async () => {
    const { store, inner } = underTest();
    for (const fails of [true, false, true, false]) {
      inner.fails = fails;
      await store.get('key');
    }
    assert.equal(inner.asked, 4);
  });
});
