import { VkycError } from '../errors/vkyc-error.js';
import { createSessionClient, type Reply, type SessionClient } from './session-client.js';

/** Where a fresh endpoint comes from: the page's `renewSession` function, or a listener of the page's events. */
export type RenewalWay = 'function' | 'event';

/** Requests a fresh endpoint; null when the page offers none in this way. The promise may reject. */
export type Renew = (way: RenewalWay) => Promise<string> | null;

/** An endpoint with less than this left, in milliseconds, is renewed before a call is opened with it. */
const MIN_REMAINING_MS = 60_000;

/** Time that a page may take to give a fresh endpoint, in milliseconds; after it the session counts as expired. */
export const RENEWAL_TIMEOUT_MS = 15_000;

/** One customer's session: its current endpoint, renewed after it has expired, once in each way per request. */
export type Session = SessionClient;

/** Settings of `createSession()`. */
export interface SessionOptions {
  /** The `session-endpoint` setting, unresolved. */
  readonly endpoint: string;
  readonly credentials: RequestCredentials;
  readonly renew: Renew;
  /** The current time in epoch milliseconds. */
  readonly now: () => number;
}

/** Creates a session that starts with `endpoint`. */
export function createSession({ endpoint, credentials, renew, now }: SessionOptions): Session {
  let client = createSessionClient(endpoint, credentials);
  let expiresAt = Infinity;

  /** Whether there is a fresh endpoint. */
  async function renewEndpoint(way: RenewalWay): Promise<boolean> {
    try {
      const fresh: unknown = await withTimeout(renew(way));
      if (typeof fresh !== 'string' || fresh.trim() === '') return false;
      client = createSessionClient(fresh, credentials);
      expiresAt = Infinity;
      return true;
    } catch {
      // The page failed to renew it: the error that is reported is the expiry itself.
      return false;
    }
  }

  function withRenewal<R extends Reply | null>(request: () => Promise<R>): Promise<R> {
    const requestAndRememberExpiry = async () => {
      const reply = await request();
      if (reply) expiresAt = reply.answer.expiresAt ?? Infinity;
      return reply;
    };
    const retryAfterRenewal = (way: RenewalWay) => async (error: unknown) => {
      const isExpired = error instanceof VkycError && error.code === 'session_expired';
      if (!isExpired || !(await renewEndpoint(way))) throw error;
      return requestAndRememberExpiry();
    };
    return requestAndRememberExpiry().catch(retryAfterRenewal('function')).catch(retryAfterRenewal('event'));
  }

  return {
    fetchStatus: (signal) => withRenewal(() => client.fetchStatus(signal)),
    async mint(signal) {
      if (expiresAt - now() < MIN_REMAINING_MS) await renewEndpoint('function');
      return withRenewal(() => client.mint(signal));
    },
  };
}

/** The outcome of the promise; undefined when it takes too long. */
async function withTimeout(promise: Promise<unknown> | null): Promise<unknown> {
  let timer;
  const timeout = new Promise((resolve) => (timer = setTimeout(resolve, RENEWAL_TIMEOUT_MS)));
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
