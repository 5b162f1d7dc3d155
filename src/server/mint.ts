import type { Customer, EnkashClient, Standing } from './enkash-client.js';
import { isFields, own, type Fields } from './fields.js';
import { isRefusalCode, Refused } from './refused.js';
import { createSingleFlight } from './single-flight.js';
import { Secret } from './secret.js';
import type { Store } from './store.js';
import type { Vault } from './vault.js';
import { pause } from './wait.js';

/** How long an answer of the link call serves that customer's further requests. */
export const LINK_KEPT_MS = 60_000;

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
  standing(customer: Customer): Promise<Standing>;
  /** The same, with a link; `bad_link` when EnKash gives none. */
  link(customer: Customer): Promise<Standing>;
}

/** What the mint needs. */
export interface MintSettings {
  readonly client: EnkashClient;
  readonly store: Store;
  /** Seals what the store holds. */
  readonly vault: Vault;
  /** The client's time limit; waiting for another process takes no longer. */
  readonly timeoutMs: number;
  readonly now: () => number;
}

type Outcome = Standing | Refused;

/**
 * Makes the mint. In the store, a customer's entry is free, busy (one process asks; it is freed by itself, within 4 s,
 * if that process dies) or settled: a sealed answer that all may use, or a sealed refusal for those who were waiting for it.
 */
export function createMint({ client, store, vault, timeoutMs, now }: MintSettings): Mint {
  const flight = createSingleFlight<Standing>();

  async function once(customer: Customer, serves: (standing: Standing) => boolean): Promise<Standing> {
    const key = `vkyc:link:${customer.name}`;
    const busy = BUSY + crypto.randomUUID();
    let waiting: AbortSignal | null = null;
    for (;;) {
      const text = await store.get(key);
      if (!text?.startsWith(BUSY)) {
        const outcome = text === null ? null : await unsealed(key, text);
        if (outcome instanceof Refused) {
          if (waiting) throw outcome;
        } else if (outcome && (waiting || serves(outcome))) return outcome;
        if (await store.swap(key, text, busy, HELD_MS)) break;
      }
      waiting ??= AbortSignal.timeout(timeoutMs);
      await pause(LOOK_MS, waiting).catch(() => {
        throw new Refused('upstream_timeout');
      });
    }
    const outcome = await holding(key, busy, () => client.link(customer).catch(asRefused));
    const kept = outcome instanceof Refused ? REFUSAL_KEPT_MS : LINK_KEPT_MS;
    await store.swap(key, busy, await sealed(key, outcome, now() + kept), kept);
    if (outcome instanceof Refused) throw outcome;
    return outcome;
  }

  async function holding<T>(key: string, busy: string, work: () => Promise<T>): Promise<T> {
    const renew = () => void store.swap(key, busy, busy, HELD_MS).catch(() => undefined);
    const timer = setInterval(renew, RENEWED_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  function sealed(key: string, outcome: Outcome, expiresAt: number): Promise<string> {
    const fields =
      outcome instanceof Refused
        ? { code: outcome.code, ...outcome.details }
        : { ...outcome, link: outcome.link?.reveal() ?? null };
    return vault.seal(key, fields, expiresAt);
  }

  async function unsealed(key: string, text: string): Promise<Outcome | null> {
    const opened = await vault.open(key, text);
    return opened.kind === 'genuine' ? outcomeIn(opened.fields) : null;
  }

  return {
    standing: (customer) => flight(customer.name, () => once(customer, () => true)),
    link: async (customer) => {
      const standing = await flight(customer.name, () => once(customer, ({ link }) => link !== null));
      if (standing.link === null) throw new Refused('bad_link');
      return standing;
    },
  };
}

function outcomeIn(fields: Fields): Outcome | null {
  const [code, retryAfter, upstreamStatus] = ['code', 'retryAfter', 'upstreamStatus'].map((key) =>
    own(fields, key),
  );
  if (isRefusalCode(code))
    return new Refused(code, {
      retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
      upstreamStatus: typeof upstreamStatus === 'number' ? upstreamStatus : undefined,
    });
  const [envelope, payload, link] = ['envelope', 'payload', 'link'].map((key) => own(fields, key));
  if (!isFields(envelope) || !isFields(payload) || (typeof link !== 'string' && link !== null)) return null;
  return { envelope, payload, link: link === null ? null : new Secret(link) };
}

function asRefused(error: unknown): Refused {
  return error instanceof Refused ? error : new Refused('internal');
}
