import { own } from './fields.js';
import { Refused } from './refused.js';
import { open, seal } from './sealed-text.js';

/** One customer's permission to ask and mint, for some minutes. */
export interface Session {
  /** Random; tells two sessions of one customer apart. */
  readonly id: string;
  readonly enKashCardId: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

const AUDIENCE = 'session';
const MAX_TOKEN_LENGTH = 1_024;

/** The token that carries a session: encrypted, so neither the browser nor an access log learns the card id. */
export async function issueSession(
  key: CryptoKey,
  enKashCardId: string,
  expiresAt: number,
): Promise<{ readonly token: string; readonly expiresAt: number }> {
  const wholeSecond = Math.floor(expiresAt / 1000) * 1000;
  const token = await seal(key, AUDIENCE, { jti: crypto.randomUUID(), sub: enKashCardId }, wholeSecond);
  return { token, expiresAt: wholeSecond };
}

/**
 * The session in a token.
 * @throws Refused `session_expired` when it was ours, `forged_session` for anything else
 */
export async function openSession(key: CryptoKey, token: string, now: number): Promise<Session> {
  if (token.length > MAX_TOKEN_LENGTH) throw new Refused('forged_session');
  const opened = await open(key, AUDIENCE, token, now);
  switch (opened.kind) {
    case 'expired':
      throw new Refused('session_expired');
    case 'forged':
      throw new Refused('forged_session');
    case 'genuine': {
      const [id, enKashCardId] = [own(opened.fields, 'jti'), own(opened.fields, 'sub')];
      if (typeof id !== 'string' || typeof enKashCardId !== 'string') throw new Refused('forged_session');
      return { id, enKashCardId, expiresAt: opened.expiresAt };
    }
  }
}
