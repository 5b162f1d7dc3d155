import { delay } from '../concurrency/abort.js';
import { createSingleFlight } from '../concurrency/single-flight.js';
import { createSealedTokens } from '../crypto/sealed-token.js';
import type { Customer } from '../enkash/customer.js';
import type { EnkashClient, EnkashResult } from '../enkash/enkash-client.js';
import { toVkycHttpError, VkycHttpError } from '../errors.js';
import type { Store } from '../stores/store.js';
import { acquireLease, isLease, LEASE_POLL_MS, type Lease } from './lease.js';
import { claimsToOutcome, outcomeToClaims, type MintedResult, type MintOutcome } from './mint-outcome.js';

/** TTL of a result of the link call. A delivered link is not delivered again after `DOUBLE_CLICK_MS`. */
const RESULT_TTL_MS = 60_000;

/** Clicks this close together get the same link; a later click gets a fresh one, since a dropped call needs it. */
const DOUBLE_CLICK_MS = 5_000;

/** Questions after a call that are this close together share one answer; a later one may already have another outcome. */
const QUESTION_MS = 2_000;

/** TTL of an error, for the processes that are waiting for it. */
const ERROR_TTL_MS = 5_000;

/** The link call, sent once for all simultaneous requests of a customer. */
export interface Mint {
  /**
   * The customer's status, with or without a link: cached for a minute until the customer gets its link. From then on a call may
   * have changed it, so that every question is a new call.
   */
  status(customer: Customer): Promise<EnkashResult>;
  /** The same with a link that was not given out before. Rejects with `invalid_link` when EnKash gives none. */
  link(customer: Customer): Promise<EnkashResult>;
}

/** Settings of `createMint()`. */
export interface MintSettings {
  readonly client: EnkashClient;
  readonly store: Store;
  /** Encrypts the values in the store. */
  readonly sealing: CryptoKey;
  /** Time limit of the client in milliseconds, and of waiting for another process. */
  readonly timeoutMs: number;
  readonly now: () => number;
}

type IsUsable = (result: MintedResult) => boolean;

/**
 * Creates a mint. The store has one entry per customer: nothing, a lease of the process that is calling EnKash, or the
 * encrypted outcome. A result serves the requests that may use it until it expires; an error serves only those that waited
 * for it.
 */
export function createMint({ client, store, sealing, timeoutMs, now }: MintSettings): Mint {
  const tokens = createSealedTokens({ key: sealing, now, parse: claimsToOutcome });
  const mintFlight = createSingleFlight<MintedResult>();
  const deliveryFlight = createSingleFlight<null>();

  /** Other processes, and a clock that was set back, may put `instant` into the future: then it is not recent either. */
  const isRecent = (instant: number, ms: number) => Math.abs(now() - instant) < ms;

  const answersQuestion: IsUsable = ({ deliveredAt, mintedAt, isAfterCall }) =>
    deliveredAt === null && isRecent(mintedAt, isAfterCall ? QUESTION_MS : RESULT_TTL_MS);

  const answersClick: IsUsable = ({ link, deliveredAt, mintedAt }) =>
    link !== null &&
    (deliveredAt === null ? isRecent(mintedAt, RESULT_TTL_MS) : isRecent(deliveredAt, DOUBLE_CLICK_MS));

  /** Joins a run that is under way, if its result is usable, or starts one. */
  async function usableResult(customer: Customer, isUsable: IsUsable): Promise<MintedResult> {
    for (;;) {
      const run = { isOwn: false };
      const result = await mintFlight(customer.pseudonym, () => {
        run.isOwn = true;
        return mintShared(customer, isUsable);
      });
      if (run.isOwn || isUsable(result)) return result;
    }
  }

  async function mintShared(customer: Customer, isUsable: IsUsable): Promise<MintedResult> {
    const key = keyOf(customer);
    let waiting: AbortSignal | null = null;
    for (;;) {
      const value = await store.get(key);
      if (!isLease(value)) {
        const outcome = await decrypt(key, value);
        if (outcome instanceof VkycHttpError) {
          if (waiting) throw outcome;
        } else if (outcome && isUsable(outcome)) return outcome;
        const lease = await acquireLease({ store, key, expected: value });
        if (lease) return mintWithLease(customer, lease, outcome);
      }
      waiting ??= AbortSignal.timeout(timeoutMs);
      await delay(LEASE_POLL_MS, waiting).catch(() => {
        throw new VkycHttpError('upstream_timeout');
      });
    }
  }

  async function mintWithLease(
    customer: Customer,
    lease: Lease,
    previous: MintOutcome | null,
  ): Promise<MintedResult> {
    const answer = await lease.withLease(() => client.link(customer).catch(toVkycHttpError));
    if (answer instanceof VkycHttpError) {
      await lease.release(await encrypt(customer, answer), ERROR_TTL_MS);
      throw answer;
    }
    const mintedAt = now();
    const isAfterCall =
      previous !== null &&
      !(previous instanceof VkycHttpError) &&
      (previous.deliveredAt !== null || previous.isAfterCall);
    const expiresAt = mintedAt + RESULT_TTL_MS;
    const result: MintedResult = { ...answer, deliveredAt: null, mintedAt, isAfterCall, expiresAt };
    await lease.release(await encrypt(customer, result), RESULT_TTL_MS);
    return result;
  }

  /** Records that the customer has the link. If another process was faster, it has recorded the same. */
  async function markDelivered(customer: Customer): Promise<null> {
    const key = keyOf(customer);
    const value = await store.get(key);
    const result = isLease(value) ? null : await decrypt(key, value);
    if (result === null || result instanceof VkycHttpError || result.deliveredAt !== null) return null;
    const remainingMs = result.expiresAt - now();
    if (remainingMs <= 0) return null;
    const delivered = await encrypt(customer, { ...result, deliveredAt: now() });
    await store.compareAndSet(key, value, delivered, remainingMs);
    return null;
  }

  function encrypt(customer: Customer, outcome: MintOutcome): Promise<string> {
    const expiresAt = outcome instanceof VkycHttpError ? now() + ERROR_TTL_MS : outcome.expiresAt;
    return tokens.encrypt({ audience: keyOf(customer), claims: outcomeToClaims(outcome), expiresAt });
  }

  async function decrypt(key: string, value: string | null): Promise<MintOutcome | null> {
    if (value === null) return null;
    const decrypted = await tokens.decrypt(key, value);
    return decrypted.kind === 'valid' ? decrypted.value : null;
  }

  return {
    status: (customer) => usableResult(customer, answersQuestion),
    link: async (customer) => {
      const result = await usableResult(customer, answersClick);
      if (result.link === null) throw new VkycHttpError('invalid_link');
      if (result.deliveredAt === null)
        await deliveryFlight(customer.pseudonym, () => markDelivered(customer));
      return result;
    },
  };
}

function keyOf({ pseudonym }: Customer): string {
  return `vkyc:link:${pseudonym}`;
}
