import { VkycHttpError } from '../errors.js';
import type { Store } from '../stores/store.js';
import type { Session } from './sessions.js';

/** The sessions of a customer that were ended before their time, for example at sign-out. */
export interface Revocations {
  /** The last revocation of a customer, for a new session to remember; null without one. */
  current(pseudonym: string): Promise<string | null>;
  /** @throws VkycHttpError `session_expired` for a session that was issued before the last revocation */
  check(session: Session): Promise<void>;
  /** Ends all sessions that the customer has now. */
  revoke(pseudonym: string): Promise<void>;
}

/** Creates revocations in a store. Each is a random name, kept until the sessions before it have expired anyway. */
export function createRevocations(store: Store, sessionTtlMs: number): Revocations {
  const keyOf = (pseudonym: string) => `vkyc:revoked:${pseudonym}`;
  const current = async (pseudonym: string) => {
    const name: unknown = await store.get(keyOf(pseudonym));
    return typeof name === 'string' ? name : null;
  };
  return {
    current,
    check: async ({ customer, revocation }) => {
      const name = await current(customer.pseudonym);
      if (name !== null && name !== revocation) throw new VkycHttpError('session_expired');
    },
    revoke: async (pseudonym) => {
      const key = keyOf(pseudonym);
      // Another process may revoke at the same time, which serves as well.
      await store.compareAndSet(key, await store.get(key), crypto.randomUUID(), sessionTtlMs);
    },
  };
}
