import type { Customer, EnkashClient, EnkashResult } from './enkash/enkash-client.js';
import { isFields, own, type Fields } from './json-object.js';
import { isRefusalCode, VkycHttpError } from './errors.js';
import { createSingleFlight } from './concurrency/single-flight.js';
import { Secret } from './crypto/secret.js';
import type { Store } from './stores/store.js';
import { createVault } from './crypto/sealed-token.js';
import { pause } from './concurrency/abort.js';

/** How long an answer of the link call serves that customer's further requests, but for a link given out already. */
export const LINK_KEPT_MS = 60_000;

/** Clicks this close together are one: a link given out longer ago may be spent, since a dropped call needs a fresh one. */
export const TOGETHER_MS = 5_000;

/** A process that asks holds the customer's entry this long and renews its hold; if it dies, another asks instead. */
const HELD_MS = 4_000;
const RENEWED_MS = 1_000;

/** How long a refusal is left for the processes that are waiting for it. */
const REFUSAL_KEPT_MS = 5_000;

/** Waiting for another process is looked after this often. */
const LOOK_MS = 100;

const BUSY = 'busy ';

/** The link call, made once for all who ask at the same time, and again only when its last answer is a minute old. */
export interface Mint {
  /** Where the customer stands, with or without a link. */
  standing(customer: Customer): Promise<EnkashResult>;
  /** The same, with a link; `invalid_link` when EnKash gives none. */
  link(customer: Customer): Promise<EnkashResult>;
}

/** What the mint needs. */
export interface MintSettings {
  readonly client: EnkashClient;
  readonly store: Store;
  /** Seals what the store holds. */
  readonly sealing: CryptoKey;
  /** The client's time limit; waiting for another process takes no longer. */
  readonly timeoutMs: number;
  readonly now: () => number;
}

/** A standing as the store keeps it; times in epoch milliseconds. */
interface Kept extends EnkashResult {
  /** When its link was first given to the customer; null before. */
  readonly givenAt: number | null;
  readonly until: number;
}

type Outcome = Kept | VkycHttpError;

/**
 * Makes the mint. In the store, a customer's entry is free, busy (one process asks; it is freed by itself, within 4 s,
 * if that process dies) or settled: a sealed answer that all may use, or a sealed refusal for those who were waiting for it.
 */
export function createMint({ client, store, sealing, timeoutMs, now }: MintSettings): Mint {
  const vault = createVault(sealing, now, outcomeIn);
  const flight = createSingleFlight<Kept>();
  const giving = createSingleFlight<null>();

  async function once(customer: Customer, serves: (kept: Kept) => boolean): Promise<Kept> {
    const key = keyOf(customer);
    const busy = BUSY + crypto.randomUUID();
    let waiting: AbortSignal | null = null;
    for (;;) {
      const text = await store.get(key);
      if (!text?.startsWith(BUSY)) {
        const outcome = text === null ? null : await unsealed(key, text);
        if (outcome instanceof VkycHttpError) {
          if (waiting) throw outcome;
        } else if (outcome && (waiting || serves(outcome))) return outcome;
        if (await store.compareAndSet(key, text, busy, HELD_MS)) break;
      }
      waiting ??= AbortSignal.timeout(timeoutMs);
      await pause(LOOK_MS, waiting).catch(() => {
        throw new VkycHttpError('upstream_timeout');
      });
    }
    const answer = await holding(key, busy, () => client.link(customer).catch(asRefused));
    if (answer instanceof VkycHttpError) {
      await store.compareAndSet(
        key,
        busy,
        await sealed(key, answer, now() + REFUSAL_KEPT_MS),
        REFUSAL_KEPT_MS,
      );
      throw answer;
    }
    const kept: Kept = { ...answer, givenAt: null, until: now() + LINK_KEPT_MS };
    await store.compareAndSet(key, busy, await sealed(key, kept, kept.until), LINK_KEPT_MS);
    return kept;
  }

  /** Notes that the customer has the link. Should another process be quicker, it has noted the same. */
  async function give(customer: Customer): Promise<null> {
    const key = keyOf(customer);
    const text = await store.get(key);
    const kept = text === null || text.startsWith(BUSY) ? null : await unsealed(key, text);
    if (kept === null || kept instanceof VkycHttpError || kept.givenAt !== null) return null;
    const left = kept.until - now();
    if (left > 0)
      await store.compareAndSet(key, text, await sealed(key, { ...kept, givenAt: now() }, kept.until), left);
    return null;
  }

  async function holding<T>(key: string, busy: string, work: () => Promise<T>): Promise<T> {
    const renew = () => void store.compareAndSet(key, busy, busy, HELD_MS).catch(() => undefined);
    const timer = setInterval(renew, RENEWED_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  function sealed(key: string, outcome: Outcome, expiresAt: number): Promise<string> {
    const fields =
      outcome instanceof VkycHttpError
        ? { code: outcome.code, ...outcome.details }
        : { ...outcome, link: outcome.link?.reveal() ?? null };
    return vault.seal(key, fields, expiresAt);
  }

  async function unsealed(key: string, text: string): Promise<Outcome | null> {
    const opened = await vault.open(key, text);
    return opened.kind === 'genuine' ? opened.value : null;
  }

  return {
    standing: (customer) => flight(customer.name, () => once(customer, () => true)),
    link: async (customer) => {
      const fresh = ({ link, givenAt }: Kept) =>
        link !== null && (givenAt === null || now() - givenAt < TOGETHER_MS);
      const standing = await flight(customer.name, () => once(customer, fresh));
      if (standing.link === null) throw new VkycHttpError('invalid_link');
      if (standing.givenAt === null) await giving(customer.name, () => give(customer));
      return standing;
    },
  };
}

function keyOf(customer: Customer): string {
  return `vkyc:link:${customer.name}`;
}

function outcomeIn(fields: Fields): Outcome | null {
  const [code, retryAfter, upstreamStatus] = ['code', 'retryAfter', 'upstreamStatus'].map((key) =>
    own(fields, key),
  );
  if (isRefusalCode(code))
    return new VkycHttpError(code, {
      retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
      upstreamStatus: typeof upstreamStatus === 'number' ? upstreamStatus : undefined,
    });
  const [envelope, payload, link] = ['envelope', 'payload', 'link'].map((key) => own(fields, key));
  if (!isFields(envelope) || !isFields(payload) || (typeof link !== 'string' && link !== null)) return null;
  const [givenAt, until] = ['givenAt', 'until'].map((key) => own(fields, key));
  if (typeof until !== 'number' || (typeof givenAt !== 'number' && givenAt !== null)) return null;
  return { envelope, payload, link: link === null ? null : new Secret(link), givenAt, until };
}

function asRefused(error: unknown): VkycHttpError {
  return error instanceof VkycHttpError ? error : new VkycHttpError('internal_error');
}
