import { getOwn, type JsonObject } from '../../protocol/json-object.js';
import { createSealedTokens } from '../crypto/sealed-token.js';
import { Secret } from '../crypto/secret.js';
import type { Customer } from '../enkash/customer.js';
import { VkycHttpError } from '../errors.js';
import { readPages, type SessionPages } from './session-links.js';

/** The permission of one customer to read the status and mint links, for some minutes. */
export interface Session {
  /** Random; distinguishes two sessions of one customer. */
  readonly id: string;
  readonly customer: Customer;
  readonly pages: SessionPages;
  /** The customer's last revocation when it was issued; null without one. */
  readonly revocation: string | null;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** The position in the list of keys of those that sealed it. */
  readonly keyIndex: number;
}

/** A session before it is issued. */
export interface NewSession extends Pick<Session, 'customer' | 'pages' | 'revocation'> {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Sessions exist in their tokens only. These are encrypted, so that browsers and access logs do not see the card id. */
export interface Sessions {
  /** Returns a token that holds the session, sealed with the first key. */
  issue(session: NewSession): Promise<string>;
  /**
   * The session in a token, whichever key sealed it.
   * @throws VkycHttpError `session_expired` for a token of ours, `invalid_session` for anything else
   */
  open(token: string): Promise<Session>;
}

/** Settings of `createSessions()`. */
export interface SessionsOptions {
  /** The first one encrypts, all decrypt. */
  readonly sealingKeys: readonly [CryptoKey, ...CryptoKey[]];
  /** Sessions of another path are refused. */
  readonly basePath: string;
  readonly now: () => number;
}

const MAX_TOKEN_LENGTH = 2_048;

/** Creates sessions that a list of keys encrypts. */
export function createSessions({ sealingKeys, basePath, now }: SessionsOptions): Sessions {
  const audience = `session ${basePath}`;
  const tokensOf = (key: CryptoKey, keyIndex: number) =>
    createSealedTokens({ key, now, parse: (claims, expiresAt) => parseSession(claims, expiresAt, keyIndex) });
  const [firstKey, ...otherKeys] = sealingKeys;
  const first = tokensOf(firstKey, 0);
  const all = [first, ...otherKeys.map((key, index) => tokensOf(key, index + 1))];
  return {
    issue: ({ customer: { enKashCardId, pseudonym, reference }, pages, revocation, expiresAt }) => {
      const claims = {
        jti: crypto.randomUUID(),
        sub: enKashCardId.reveal(),
        pseudonym,
        reference,
        revocation,
        ...pages,
      };
      return first.encrypt({ audience, claims, expiresAt });
    },

    open: async (token) => {
      if (token.length > MAX_TOKEN_LENGTH) throw new VkycHttpError('invalid_session');
      for (const tokens of all) {
        const decrypted = await tokens.decrypt(audience, token);
        if (decrypted.kind === 'valid') return decrypted.value;
        if (decrypted.kind === 'expired') throw new VkycHttpError('session_expired');
      }
      throw new VkycHttpError('invalid_session');
    },
  };
}

function parseSession(claims: JsonObject, expiresAt: number, keyIndex: number): Session | null {
  const [id, enKashCardId, pseudonym] = ['jti', 'sub', 'pseudonym'].map((claim) => getOwn(claims, claim));
  if (typeof id !== 'string' || typeof enKashCardId !== 'string' || typeof pseudonym !== 'string')
    return null;
  const [reference, revocation] = ['reference', 'revocation'].map((claim) => getOwn(claims, claim));
  return {
    id,
    customer: {
      enKashCardId: new Secret(enKashCardId),
      pseudonym,
      reference: typeof reference === 'string' ? reference : null,
    },
    pages: readPages(claims),
    revocation: typeof revocation === 'string' ? revocation : null,
    expiresAt: new Date(expiresAt).toISOString(),
    keyIndex,
  };
}
