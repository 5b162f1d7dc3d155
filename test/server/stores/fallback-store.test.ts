import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../../../src/server/index.js';
import { fallbackStore } from '../../../src/server/stores/fallback-store.js';
import { clockAt } from '../../support/server/backend-under-test.js';

describe('fallbackStore', () => {
  function setup() {
    const clock = clockAt(0);
    const inner = { ...memoryStore(clock), fails: false, reads: 0, reports: 0 };
    const store = fallbackStore({
      primary: {
        ...inner,
        get: (key) => {
          inner.reads += 1;
          return inner.fails ? Promise.reject(new Error('down')) : inner.get(key);
        },
      },
      fallback: memoryStore(clock),
      now: clock.now,
      onFailure: () => (inner.reports += 1),
    });
    return { clock, inner, store };
  }

  it('uses the primary store while it works', async () => {
    const { store, inner } = setup();
    await store.compareAndSet('key', null, 'shared', 1_000);
    assert.equal(await store.get('key'), 'shared');
    assert.deepEqual([store.healthy, inner.reports], [true, 0]);
  });

  it('uses the fallback when the primary store fails, and reports the failure', async () => {
    const { store, inner } = setup();
    await store.compareAndSet('key', null, 'shared', 1_000);
    inner.fails = true;
    assert.equal(await store.get('key'), null);
    assert.deepEqual([store.healthy, inner.reports], [false, 1]);
  });

  it('suspends the primary store for 5 s after two failures in a row, then uses it again', async () => {
    const { store, inner, clock } = setup();
    await store.compareAndSet('key', null, 'shared', 60_000);
    inner.fails = true;
    await store.get('key');
    await store.get('key');
    inner.fails = false;
    clock.instant = 4_999;
    assert.equal(await store.get('key'), null);
    assert.deepEqual([inner.reads, inner.reports, store.healthy], [2, 2, false]);
    clock.instant = 5_000;
    assert.equal(await store.get('key'), 'shared');
    assert.equal(store.healthy, true);
  });

  it('does not suspend the primary store for failures that are not in a row', async () => {
    const { store, inner } = setup();
    for (const fails of [true, false, true, false]) {
      inner.fails = fails;
      await store.get('key');
    }
    assert.equal(inner.reads, 4);
  });
});
