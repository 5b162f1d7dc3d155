import type { Secret } from '../crypto/secret.js';

/** The customer that a session belongs to. */
export interface Customer {
  readonly enKashCardId: Secret;
  /** Replaces the card id wherever it must not appear. */
  readonly pseudonym: string;
  /** The partner's own id for the customer or the case, for events; null when the partner gave none. */
  readonly reference: string | null;
}
