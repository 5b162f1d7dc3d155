import type { BackendEvent } from '../events.js';
import { isLease } from '../mint/lease.js';
import { createSteadyClock } from '../steady-clock.js';
import { fallbackStore, type FallbackStore } from './fallback-store.js';
import { memoryStore } from './memory-store.js';
import type { Store } from './store.js';

/** Settings of `createSharedStore()`. */
export interface SharedStoreOptions {
  /** The partner's store; null for the memory of this process alone. */
  readonly primary: Store | null;
  readonly now: () => number;
  readonly emit: (event: BackendEvent) => void;
}

/** The store of a backend: the partner's, with the memory of this process where it fails. */
export function createSharedStore({ primary, now, emit }: SharedStoreOptions): FallbackStore {
  const memory = memoryStore({ now });
  if (!primary) return { ...memory, healthy: true };
  return fallbackStore({
    primary,
    fallback: memory,
    now: createSteadyClock(now),
    isTemporary: isLease,
    onFailure: () => emit({ type: 'store-failure' }),
  });
}
