import { delay } from '../concurrency/abort.js';
import type { Store } from '../stores/store.js';
import { TokenError } from './token-error.js';

/** Refusals in a row after which the credentials are not tried for a while. EnKash documents a lock after three. */
const REFUSALS_TO_HOLD = 2;

const FIRST_HOLD_MS = 3_600_000;
const MAX_HOLD_MS = 86_400_000;

/** Time for which refusals are remembered; longer than the longest hold. */
const REMEMBERED_MS = 2 * MAX_HOLD_MS;

/** Longest time that one try may take, after which another process may try. */
const TRY_MS = 15_000;

/** Interval at which the others look whether a try has ended, and the longest time that they wait. */
const POLL_MS = 50;
const WAIT_MS = 9_000;

const TRYING = 'trying ';

/** What a try has shown about the credentials. */
export type TryOutcome = 'accepted' | 'refused' | 'unknown';

/** One try of the credentials. */
export interface Try {
  /** Ends the try. Returns the instant before which there is no other one; null when there may be. */
  end(outcome: TryOutcome): Promise<number | null>;
}

/** The tries of one set of credentials, by all processes that share a store: one at a time, and few that are refused. */
export interface CredentialTries {
  /** Waits for its turn. Rejects with a `TokenError` `token-held` while the credentials must not be tried. */
  begin(store: Store): Promise<Try>;
}

interface Refusals {
  readonly count: number;
  /** Epoch milliseconds. */
  readonly heldUntil: number;
}

/** Creates the tries of credentials that `key` names. The store holds numbers only. */
export function createCredentialTries(key: () => Promise<string>, now: () => number): CredentialTries {
  return {
    begin: async (store) => {
      const name = `vkyc:credentials:${await key()}`;
      const limit = AbortSignal.timeout(WAIT_MS);
      for (;;) {
        const value = await store.get(name);
        const refusals = parseRefusals(value);
        if (refusals && isHeld(refusals, now()))
          throw new TokenError(
            'EnKash refused the credentials twice. They are not tried for a while, since a third refusal may lock the account.',
            'token-held',
          );
        const own = `${TRYING}${refusals?.count ?? 0} ${crypto.randomUUID()}`;
        if (refusals && (await store.compareAndSet(name, value, own, TRY_MS)))
          return { end: (outcome) => end(store, { name, own, outcome, count: refusals.count }) };
        await delay(POLL_MS, limit).catch(() => {
          throw new TokenError('Another process is still requesting a token.', 'timeout');
        });
      }
    },
  };

  async function end(
    store: Store,
    { name, own, outcome, count }: { name: string; own: string; outcome: TryOutcome; count: number },
  ): Promise<number | null> {
    const refusals = outcome === 'accepted' ? 0 : count + (outcome === 'refused' ? 1 : 0);
    const excess = refusals - REFUSALS_TO_HOLD;
    const isHeldNow = outcome === 'refused' && excess >= 0;
    const heldUntil = isHeldNow ? now() + Math.min(FIRST_HOLD_MS * 2 ** excess, MAX_HOLD_MS) : 0;
    await store.compareAndSet(name, own, `${refusals} ${heldUntil}`, REMEMBERED_MS);
    return heldUntil > 0 ? heldUntil : null;
  }
}

/** A clock that was set back must not hold the credentials for longer than a hold. */
const isHeld = ({ heldUntil }: Refusals, instant: number) =>
  instant < heldUntil && heldUntil - instant <= MAX_HOLD_MS;

/** Null while another process is trying. */
function parseRefusals(value: string | null): Refusals | null {
  if (value?.startsWith(TRYING)) return null;
  const [count = 0, heldUntil = 0] = (value ?? '').split(' ').map(Number);
  return { count: count || 0, heldUntil: heldUntil || 0 };
}
