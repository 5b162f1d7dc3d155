import type { SessionPages } from './sessions/session-links.js';

/** The partner's side of video KYC. Its methods need no `this`, so they can be passed on alone. */
export interface VkycBackend {
  /**
   * Opens a session for one customer, whom the partner has already signed in. Give `endpoint` to the element; it works
   * until `expiresAt` (ISO 8601). What you say of your own pages holds as long.
   * @throws TypeError when the card id is not 1 to 64 letters, digits, `_` or `-`, or a page has no address that the element
   *   would go to; the message does not hold what was given
   */
  readonly createSession: (
    customer: { readonly enKashCardId: string } & SessionPages,
  ) => Promise<{ readonly endpoint: string; readonly expiresAt: string }>;
  /** Answers a request to a session endpoint, and 404 to any other path. Never rejects. */
  readonly handle: (request: Request) => Promise<Response>;
  /** How the backend is now, for the partner's own health page. It asks nobody. */
  readonly health: () => BackendHealth;
  /** Answers 503 `stopping` from now on, and resolves when what is under way has been answered. Never rejects. */
  readonly stop: () => Promise<void>;
}

/** How the backend is; nothing in it is secret. */
export interface BackendHealth {
  /** `degraded` while EnKash or the store is out; customers are still answered. `stopping` after `stop()`. */
  readonly status: 'ok' | 'degraded' | 'shutting_down';
  /** `out` after 5 failures in a row of one of EnKash's calls, until it answers again. */
  readonly enkash: 'up' | 'down';
  /** `out` from a failure of the store until its next success. */
  readonly store: 'up' | 'down';
  /** Requests under way. */
  readonly inFlight: number;
}
