import { checkPages, type SessionPages } from '../sessions/session-links.js';
import type { SessionRequest } from '../vkyc-backend.js';
import { isCardId, requireOption, requireOptions } from './checks.js';

const MEMBERS = [
  'enKashCardId',
  'reference',
  'handoffUrl',
  'action',
] as const satisfies readonly (keyof SessionRequest)[];

/** Printable, since it ends up in logs, and short enough for a token in a URL. */
const REFERENCE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,64}$/u;

/** A checked request for a session. */
export interface CheckedSessionRequest {
  readonly enKashCardId: string;
  readonly reference: string | null;
  readonly pages: SessionPages;
}

/**
 * Checks what a partner gives to `createSession()`.
 * @throws TypeError that names the member and what was expected, and contains no value
 */
export function checkSessionRequest(request: SessionRequest): CheckedSessionRequest {
  requireOptions(request, '', MEMBERS);
  const { enKashCardId, reference, handoffUrl, action } = request;
  requireOption(
    reference === undefined || (typeof reference === 'string' && REFERENCE.test(reference)),
    'reference',
    'your own id for the customer or the case: 1 to 64 characters on one line',
    reference,
  );
  return {
    enKashCardId: checkCardId(enKashCardId),
    reference: reference ?? null,
    pages: checkPages({ handoffUrl, action }),
  };
}

/**
 * Checks a card id.
 * @throws TypeError that does not contain it
 */
export function checkCardId(enKashCardId: unknown): string {
  requireOption(
    isCardId(enKashCardId),
    'enKashCardId',
    "the customer's card id from EnKash: 1 to 64 letters, digits, _ or -",
    enKashCardId,
  );
  return enKashCardId;
}
