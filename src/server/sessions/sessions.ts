import type { Customer } from '../enkash/enkash-client.js';
import { own, type Fields } from '../json-object.js';
import { VkycHttpError } from '../errors.js';
import { Secret } from '../crypto/secret.js';
import { readPages, type SessionPages } from './session-links.js';
import { createVault } from '../crypto/sealed-token.js';

/** One customer's permission to ask and mint, for some minutes. */
export interface Session {
  /** Random; tells two sessions of one customer apart. */
  readonly id: string;
  readonly customer: Customer;
  readonly pages: SessionPages;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Sessions live in tokens alone: encrypted, so neither the browser nor an access log learns the card id. */
export interface Sessions {
  /** A token that holds a new session until `expiresAt` (epoch milliseconds). */
  issue(customer: Customer, pages: SessionPages, expiresAt: number): Promise<string>;
  /**
   * The session in a token.
   * @throws Refused `session_expired` when it was ours, `invalid_session` for anything else
   */
  open(token: string): Promise<Session>;
}

const AUDIENCE = 'session';
const MAX_TOKEN_LENGTH = 1_536;

/** Makes sessions with one sealing key. The clock is in epoch milliseconds. */
export function createSessions(sealing: CryptoKey, now: () => number): Sessions {
  const vault = createVault(sealing, now, readSession);
  return {
    issue: ({ enKashCardId, name }, pages, expiresAt) =>
      vault.seal(
        AUDIENCE,
        { jti: crypto.randomUUID(), sub: enKashCardId.reveal(), name, ...pages },
        expiresAt,
      ),

    open: async (token) => {
      if (token.length > MAX_TOKEN_LENGTH) throw new VkycHttpError('invalid_session');
      const opened = await vault.open(AUDIENCE, token);
      switch (opened.kind) {
        case 'expired':
          throw new VkycHttpError('session_expired');
        case 'forged':
          throw new VkycHttpError('invalid_session');
        case 'genuine':
          return opened.value;
      }
    },
  };
}

function readSession(fields: Fields, expiresAt: number): Session | null {
  const [id, enKashCardId, name] = ['jti', 'sub', 'name'].map((claim) => own(fields, claim));
  if (typeof id !== 'string' || typeof enKashCardId !== 'string' || typeof name !== 'string') return null;
  const customer = { enKashCardId: new Secret(enKashCardId), name };
  return { id, customer, pages: readPages(fields), expiresAt: new Date(expiresAt).toISOString() };
}
