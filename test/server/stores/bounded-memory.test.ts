import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../../../src/server/index.js';
import { createExpiringMap } from '../../../src/server/stores/expiring-map.js';
import { fallbackStore } from '../../../src/server/stores/fallback-store.js';
import type { Store } from '../../../src/server/stores/store.js';
import { clockAt } from '../../support/server/backend-under-test.js';

describe('memory that is bounded in bytes', () => {
  it('drops the entries written first', async () => {
    const store = memoryStore({ maxBytes: 10_000 });
    const value = 'x'.repeat(2_000);
    for (let index = 0; index < 10; index += 1) await store.compareAndSet(`key${index}`, null, value, 60_000);
    const kept = await Promise.all(Array.from({ length: 10 }, (_, index) => store.get(`key${index}`)));
    assert.deepEqual(
      kept.map((found) => found !== null),
      [...Array<boolean>(6).fill(false), ...Array<boolean>(4).fill(true)],
    );
  });

  it('counts an entry once that is written again, and not at all when it was dropped', () => {
    const clock = clockAt(0);
    const sizeOf = (value: string) => value.length;
    const map = createExpiringMap<string>({ maxEntries: 100, maxBytes: 10, sizeOf, now: clock.now });
    map.set('first', '1234', 1_000);
    for (let count = 0; count < 10; count += 1) map.set('again', '12345', 1_000);
    assert.equal(map.get('first')?.value, '1234');
    map.delete('again');
    map.set('third', '123456', 1_000);
    assert.equal(map.get('first')?.value, '1234');
    clock.instant = 1_000;
    assert.equal(map.get('first'), undefined);
    map.set('fourth', '1234567890', 2_000);
    assert.equal(map.get('fourth')?.value, '1234567890');
  });

  it('refuses impossible bounds', () => {
    for (const options of [{ maxBytes: 0 }, { maxEntries: 1.5 }, { maxBytes: Number.NaN }])
      assert.throws(() => memoryStore(options), /^TypeError: memoryStore\.max\w+: expected a whole number/);
  });

  it('keeps its lifetimes when the clock is set back', async () => {
    const clock = clockAt(3_600_000);
    const store = memoryStore(clock);
    await store.compareAndSet('key', null, 'one', 1_000);
    clock.instant = 0;
    assert.equal(await store.get('key'), 'one');
    clock.instant = 1_000;
    assert.equal(await store.get('key'), null);
  });
});

describe('a slow store', () => {
  const slowStore = (answer: Promise<unknown>, memory: Store): Store => ({
    ...memory,
    get: async (key) => {
      await answer;
      return memory.get(key);
    },
    compareAndSet: async (...args) => {
      await answer;
      return memory.compareAndSet(...args);
    },
  });

  function setup(answer: Promise<unknown>) {
    const primary = memoryStore();
    const reports: true[] = [];
    const store = fallbackStore({
      primary: slowStore(answer, primary),
      fallback: memoryStore(),
      now: () => 0,
      isTemporary: (value) => value.startsWith('leased '),
      onFailure: () => reports.push(true),
    });
    return { primary, store, reports };
  }

  it('is given up after half a second', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const { store, reports } = setup(new Promise(() => undefined));
    const reading = store.get('key');
    for (let slice = 0; slice < 5; slice += 1) test.mock.timers.tick(100);
    assert.equal(await reading, null);
    assert.equal(reports.length, 1);
  });

  it('is not blamed for the time in which this process did not run', async () => {
    const { primary, store, reports } = setup(new Promise(setImmediate));
    await primary.compareAndSet('key', null, 'value', 60_000);
    const reading = store.get('key');
    const end = performance.now() + 700;
    while (performance.now() < end);
    assert.equal(await reading, 'value');
    assert.equal(reports.length, 0);
  });

  it('leaves no lease that nobody holds, when it grants one after it was given up', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    let answer: (value?: unknown) => void = () => undefined;
    const { primary, store } = setup(new Promise((resolve) => (answer = resolve)));
    const [lease, result] = [
      store.compareAndSet('lease', null, 'leased 1', 4_000),
      store.compareAndSet('result', null, 'result', 4_000),
    ];
    for (let slice = 0; slice < 5; slice += 1) test.mock.timers.tick(100);
    assert.deepEqual(await Promise.all([lease, result]), [true, true]);
    answer();
    const end = performance.now() + 20;
    while (performance.now() < end) await new Promise(setImmediate);
    assert.deepEqual([await primary.get('lease'), await primary.get('result')], [null, 'result']);
  });
});
