import { isObject } from '../../protocol/json-object.js';
import { isWholeNumber, requireOption } from '../options/checks.js';
import { createSteadyClock } from '../steady-clock.js';
import { createExpiringMap } from './expiring-map.js';
import type { Store } from './store.js';

/** Settings of `memoryStore()`. */
export interface MemoryStoreOptions {
  /** Largest number of entries, 100,000 by default; beyond it the entry written first is dropped. */
  readonly maxEntries?: number | undefined;
  /** Largest number of bytes of all entries, 64 MiB by default; beyond it the entry written first is dropped. */
  readonly maxBytes?: number | undefined;
  /** The current time in epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

/** About what a `Map` needs for an entry besides the text of its key and value. */
const ENTRY_BYTES = 200;

/**
 * A store in the memory of this process, bounded and without timers: the default, right for one process and for tests.
 * @throws TypeError when an option is invalid
 *
 * @example
 * const vkyc = createVkycBackend({ enkash, secret, store: memoryStore({ maxEntries: 10_000 }) });
 */
export function memoryStore(options: MemoryStoreOptions = {}): Store {
  const isGiven: boolean = isObject(options);
  requireOption(isGiven, 'memoryStore', 'an object { maxEntries, maxBytes, now }', options);
  const { maxEntries = 100_000, maxBytes = 67_108_864, now = Date.now } = options;
  for (const [option, value] of Object.entries({ maxEntries, maxBytes }))
    requireOption(
      isWholeNumber(value, 1, Number.MAX_SAFE_INTEGER),
      `memoryStore.${option}`,
      'a whole number from 1',
      value,
    );
  requireOption(typeof now === 'function', 'memoryStore.now', 'a function', now);
  const steadyNow = createSteadyClock(now);
  const values = createExpiringMap<string>({
    maxEntries,
    maxBytes,
    sizeOf: (value, key) => value.length + key.length + ENTRY_BYTES,
    now: steadyNow,
  });
  return {
    get: (key) => Promise.resolve(values.get(key)?.value ?? null),
    compareAndSet: (key, expected, value, ttlMs) => {
      const matches = (values.get(key)?.value ?? null) === expected;
      if (matches) values.set(key, value, steadyNow() + ttlMs);
      return Promise.resolve(matches);
    },
    increment: (key, ttlMs) => {
      const counter = values.get(key);
      const count = Number(counter?.value ?? 0) + 1;
      if (counter) values.replace(key, counter, String(count));
      else values.set(key, String(count), steadyNow() + ttlMs);
      return Promise.resolve(count);
    },
  };
}
