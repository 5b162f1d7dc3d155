import type { SessionPages } from './sessions/session-links.js';

/** The customer for whom a session is created, and the partner's pages for the session. */
export interface SessionRequest extends SessionPages {
  /** The customer's card id from EnKash: 1 to 64 letters, digits, `_` or `-`. */
  readonly enKashCardId: string;
}

/** A created session. */
export interface CreatedSession {
  /** The value of the element's `session-endpoint`. */
  readonly endpoint: string;
  /** When the endpoint stops working, in ISO 8601. */
  readonly expiresAt: string;
}

/** The partner's backend for video KYC. Its methods do not use `this` and can be passed on alone. */
export interface VkycBackend {
  /**
   * Creates a session for a customer whom the partner has authenticated.
   * @throws TypeError when the card id is not 1 to 64 letters, digits, `_` or `-`, or the element would not open the URL of a
   *   page; the message does not contain the value
   */
  readonly createSession: (customer: SessionRequest) => Promise<CreatedSession>;
  /** Answers a request to a session endpoint, and any other path with 404. Never rejects. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The current state of the backend, for the partner's health check. It sends no request. */
  readonly health: () => BackendHealth;
  /** Answers new requests with 503 `shutting_down`. Resolves when all requests in flight are answered. Never rejects. */
  readonly stop: () => Promise<void>;
}

/** The state of the backend, without secrets. */
export interface BackendHealth {
  /** `degraded` while EnKash or the store is down; requests are still answered. `shutting_down` after `stop()`. */
  readonly status: 'ok' | 'degraded' | 'shutting_down';
  /** `down` after 5 failures in a row of one of EnKash's calls, until it succeeds again. */
  readonly enkash: 'up' | 'down';
  /** `down` from a failure of the store until its next success. */
  readonly store: 'up' | 'down';
  /** Number of requests in flight. */
  readonly inFlight: number;
}
