import { getOwn, type JsonObject } from '../../protocol/json-object.js';
import { createSealedTokens } from '../crypto/sealed-token.js';
import { Secret } from '../crypto/secret.js';
import type { Customer } from '../enkash/enkash-client.js';
import { VkycHttpError } from '../errors.js';
import { readPages, type SessionPages } from './session-links.js';

/** The permission of one customer to read the status and mint links, for some minutes. */
export interface Session {
  /** Random; distinguishes two sessions of one customer. */
  readonly id: string;
  readonly customer: Customer;
  readonly pages: SessionPages;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** A session before it is issued. */
export interface NewSession {
  readonly customer: Customer;
  readonly pages: SessionPages;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Sessions exist in their tokens only. These are encrypted, so that browsers and access logs do not see the card id. */
export interface Sessions {
  /** Returns a token that holds the session. */
  issue(session: NewSession): Promise<string>;
  /**
   * The session in a token.
   * @throws VkycHttpError `session_expired` for a token of ours, `invalid_session` for anything else
   */
  open(token: string): Promise<Session>;
}

const AUDIENCE = 'session';
const MAX_TOKEN_LENGTH = 1_536;

/** Creates sessions that one key encrypts. */
export function createSessions(sealing: CryptoKey, now: () => number): Sessions {
  const tokens = createSealedTokens({ key: sealing, now, parse: parseSession });
  return {
    issue: ({ customer: { enKashCardId, pseudonym }, pages, expiresAt }) => {
      const claims = { jti: crypto.randomUUID(), sub: enKashCardId.reveal(), pseudonym, ...pages };
      return tokens.encrypt({ audience: AUDIENCE, claims, expiresAt });
    },

    open: async (token) => {
      if (token.length > MAX_TOKEN_LENGTH) throw new VkycHttpError('invalid_session');
      const decrypted = await tokens.decrypt(AUDIENCE, token);
      switch (decrypted.kind) {
        case 'expired':
          throw new VkycHttpError('session_expired');
        case 'invalid':
          throw new VkycHttpError('invalid_session');
        case 'valid':
          return decrypted.value;
      }
    },
  };
}

function parseSession(claims: JsonObject, expiresAt: number): Session | null {
  const [id, enKashCardId, pseudonym] = ['jti', 'sub', 'pseudonym'].map((claim) => getOwn(claims, claim));
  if (typeof id !== 'string' || typeof enKashCardId !== 'string' || typeof pseudonym !== 'string')
    return null;
  const customer = { enKashCardId: new Secret(enKashCardId), pseudonym };
  return { id, customer, pages: readPages(claims), expiresAt: new Date(expiresAt).toISOString() };
}
