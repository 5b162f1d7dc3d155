import type { KycStatus, Phase } from '../status/phase.js';
import type { SessionPages } from './sessions/session-links.js';

/** The customer for whom a session is created, and the partner's pages for the session. */
export interface SessionRequest extends SessionPages {
  /** The customer's card id from EnKash: 1 to 64 letters, digits, `_` or `-`. */
  readonly enKashCardId: string;
  /**
   * The partner's own id for the customer or the case, 64 characters at most. It is sealed into the session and reported in
   * events, never to the browser.
   */
  readonly reference?: string | undefined;
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
  /**
   * Ends all sessions that a customer has now, for example at sign-out: they are answered with 410. Sessions that are created
   * afterwards work. Backends of several processes need a shared store for it.
   * @throws TypeError as `createSession()` does
   */
  readonly revokeSessions: (enKashCardId: string) => Promise<void>;
  /**
   * Asks EnKash for the customer's status, for the partner's own server: what it raises limits on. With `enkash.statusUrl` the
   * answer is always fresh. Without it, asking may mint a link, so answers are shared as those of `GET` are: for a minute,
   * until the customer gets the link.
   * @throws TypeError as `createSession()` does; an error whose `code` is one of the backend's codes, such as `upstream_down`,
   *   when EnKash gives no usable answer
   *
   * @example
   * const { phase } = await vkyc.status(customer.cardId);
   * if (phase === 'verified') await raiseLimit(customer);
   */
  readonly status: (enKashCardId: string) => Promise<CustomerStatus>;
  /** Answers a request to a session endpoint, and any other path with 404. Never rejects. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The current state of the backend, for the partner's health check. It sends no request. */
  readonly health: () => BackendHealth;
  /**
   * Answers new requests with 503 `shutting_down`. Resolves when the last byte of every answer has left the process, after
   * 15 s at most; requests that are still in flight after 14 s are answered with 503. Never rejects.
   */
  readonly stop: () => Promise<void>;
}

/** The customer's status, as EnKash says it. */
export interface CustomerStatus extends KycStatus {
  /** The phase that the statuses mean. Only `verified` may raise a limit. */
  readonly phase: Phase;
}

/** The state of the backend, without secrets. */
export interface BackendHealth {
  /** `degraded` while EnKash or the store is down; requests are still answered. `shutting_down` after `stop()`. */
  readonly status: 'ok' | 'degraded' | 'shutting_down';
  /** `down` after failures of three different customers in a row, until a call succeeds or a minute passes without any. */
  readonly enkash: 'up' | 'down';
  /** `down` from a failure of the store until its next success. */
  readonly store: 'up' | 'down';
  /** Number of requests in flight. */
  readonly inFlight: number;
}
