import { VkycError } from '../errors/vkyc-error.js';
import { endpointText } from './endpoint-text.js';
import { createRequestHold } from './request-hold.js';
import { createSessionClient, type Reply, type SessionClient } from './session-client.js';

/** Where a fresh endpoint comes from: the page's `renewSession` function, or a listener of the page's events. */
export type RenewalWay = 'function' | 'event';

/** Requests a fresh endpoint; null when the page offers none in this way. The promise may reject. */
export type Renew = (way: RenewalWay) => Promise<string> | null;

/** An endpoint with less than this left, in milliseconds, is renewed before a call is opened with it. */
const MIN_REMAINING_MS = 60_000;

/** Time that a page may take to give a fresh endpoint, in milliseconds; after it the session counts as expired. */
export const RENEWAL_TIMEOUT_MS = 15_000;

/**
 * One customer's session: its current endpoint, renewed after it has expired, once in each way per request. A fresh
 * endpoint counts from its first good answer on; until then the one before it serves, as long as it lives. No request is
 * sent before the time that the backend named with `Retry-After`: until then all of them reject with that failure.
 */
export interface Session extends SessionClient {
  /** Milliseconds until the backend accepts a request; 0 when it does. */
  readonly waitMs: number;
}

/** Settings of `createSession()`. */
export interface SessionOptions {
  /** The `session-endpoint` setting, unresolved. */
  readonly endpoint: string;
  readonly credentials: RequestCredentials;
  readonly renew: Renew;
  /** The current time in epoch milliseconds. */
  readonly now: () => number;
  /** The current time in monotonic milliseconds. */
  readonly monotonic: () => number;
}

/** One request, at the endpoint of a client. */
type RequestTo<R> = (client: SessionClient) => Promise<R>;

/** Creates a session that starts with `endpoint`. */
export function createSession({ endpoint, credentials, renew, now, monotonic }: SessionOptions): Session {
  const hold = createRequestHold(endpoint, monotonic);
  let current = createSessionClient(endpoint, credentials);
  let expiresAt = Infinity;

  /** A client of a fresh endpoint; null when the page provides none. */
  async function renewed(way: RenewalWay): Promise<SessionClient | null> {
    try {
      const fresh = endpointText(await withTimeout(renew(way)))?.trim();
      return fresh ? createSessionClient(fresh, credentials) : null;
    } catch {
      // The page failed to renew it: the error that is reported is the expiry itself.
      return null;
    }
  }

  /** Sends a request, and keeps the endpoint that answers it well. */
  async function send<R extends Reply | null>(request: RequestTo<R>, client: SessionClient): Promise<R> {
    const reply = await request(client);
    current = client;
    if (reply) expiresAt = reply.answer.expiresAt ?? Infinity;
    return reply;
  }

  /** Sends a request; after the endpoint has expired once more to a fresh one, renewed in each of the ways. */
  async function sendWithRenewal<R extends Reply | null>(
    request: RequestTo<R>,
    ways: readonly RenewalWay[] = ['function', 'event'],
  ): Promise<R> {
    let failure: unknown;
    try {
      return await send(request, current);
    } catch (error) {
      failure = error;
    }
    for (const way of ways) {
      const isExpired = failure instanceof VkycError && failure.code === 'session_expired';
      const fresh = isExpired ? await renewed(way) : null;
      if (fresh)
        try {
          return await send(request, fresh);
        } catch (error) {
          failure = error;
        }
    }
    throw failure;
  }

  /** Whether the endpoint that was to be renewed early can serve in place of a fresh one that failed. */
  function canServeStill(failure: unknown): boolean {
    const isAnswer = failure instanceof VkycError && failure.code !== 'timeout' && failure.code !== 'offline';
    return isAnswer && failure.retryAfter === undefined && now() < expiresAt;
  }

  async function mint(signal: AbortSignal): Promise<Reply> {
    const request: RequestTo<Reply> = (client) => client.mint(signal);
    if (expiresAt - now() >= MIN_REMAINING_MS) return sendWithRenewal(request);
    const fresh = await renewed('function');
    if (fresh)
      try {
        return await send(request, fresh);
      } catch (error) {
        if (!canServeStill(error)) throw error;
      }
    return sendWithRenewal(request, ['event']);
  }

  return {
    get waitMs() {
      return hold.waitMs;
    },
    fetchStatus: (signal) => hold.run(() => sendWithRenewal((client) => client.fetchStatus(signal))),
    mint: (signal) => hold.run(() => mint(signal)),
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
