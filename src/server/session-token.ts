import type { Customer } from './enkash-client.js';
import { own } from './fields.js';
import { Refused } from './refused.js';
import { Secret } from './secret.js';
import type { Vault } from './vault.js';

/** One customer's permission to ask and mint, for some minutes. */
export interface Session {
  /** Random; tells two sessions of one customer apart. */
  readonly id: string;
  readonly customer: Customer;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

const AUDIENCE = 'session';
const MAX_TOKEN_LENGTH = 1_024;

/** The token that carries a session: encrypted, so neither the browser nor an access log learns the card id. */
export function issueSession(
  vault: Vault,
  { enKashCardId, name }: Customer,
  expiresAt: number,
): Promise<string> {
  return vault.seal(AUDIENCE, { jti: crypto.randomUUID(), sub: enKashCardId.reveal(), name }, expiresAt);
}

/**
 * The session in a token.
 * @throws Refused `session_expired` when it was ours, `forged_session` for anything else
 */
export async function openSession(vault: Vault, token: string): Promise<Session> {
  if (token.length > MAX_TOKEN_LENGTH) throw new Refused('forged_session');
  const opened = await vault.open(AUDIENCE, token);
  switch (opened.kind) {
    case 'expired':
      throw new Refused('session_expired');
    case 'forged':
      throw new Refused('forged_session');
    case 'genuine': {
      const [id, enKashCardId, name] = ['jti', 'sub', 'name'].map((claim) => own(opened.fields, claim));
      if (typeof id !== 'string' || typeof enKashCardId !== 'string' || typeof name !== 'string')
        throw new Refused('forged_session');
      return { id, customer: { enKashCardId: new Secret(enKashCardId), name }, expiresAt: opened.expiresAt };
    }
  }
}
