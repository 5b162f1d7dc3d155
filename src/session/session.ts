import { VkycError } from '../errors/vkyc-error.js';
import { SessionClient, type Reply } from './session-client.js';

/** How a fresh endpoint can be had: from the page's function, unnoticed, or by asking the page with an event. */
export type RenewalWay = 'function' | 'event';
/** Asks for a fresh endpoint; null when there is none to be had in this way. The promise may reject. */
export type Renew = (way: RenewalWay) => Promise<string> | null;

/** An endpoint with less than this to live, in milliseconds, is renewed before a call is opened with it. */
const TOO_SHORT = 60_000;
/** Milliseconds a page may take to give a fresh endpoint; after that the session counts as expired. */
export const RENEWAL_PATIENCE = 15_000;

/** One customer's session: the endpoint of the moment, renewed when it has expired, once in each way and request. */
export class Session {
  readonly #credentials: RequestCredentials;
  readonly #renew: Renew;
  readonly #now: () => number;
  #client: SessionClient;
  #expiresAt = Infinity;

  /** `now` tells the time in epoch milliseconds. */
  constructor(endpoint: string, credentials: RequestCredentials, renew: Renew, now: () => number) {
    this.#credentials = credentials;
    this.#renew = renew;
    this.#now = now;
    this.#client = new SessionClient(endpoint, credentials);
  }

  /** Where the customer stands; null when the endpoint answers only `POST`. Rejects as `SessionClient` does. */
  ask(signal: AbortSignal): Promise<Reply | null> {
    return this.#renewing((client) => client.ask(signal));
  }

  /** A fresh link, in `answer.link`. Rejects as `SessionClient` does. */
  async mint(signal: AbortSignal): Promise<Reply> {
    if (this.#expiresAt - this.#now() < TOO_SHORT) await this.#renewIn('function');
    return this.#renewing((client) => client.mint(signal));
  }

  async #renewing<R extends Reply | null>(request: (client: SessionClient) => Promise<R>): Promise<R> {
    try {
      return await this.#heeding(request);
    } catch (error) {
      return await this.#again(request, error, ['function', 'event']);
    }
  }

  async #again<R extends Reply | null>(
    request: (client: SessionClient) => Promise<R>,
    error: unknown,
    [way, ...others]: readonly RenewalWay[],
  ): Promise<R> {
    if (!way || !(error instanceof VkycError) || error.code !== 'session_expired') throw error;
    if (!(await this.#renewIn(way))) return this.#again(request, error, others);
    try {
      return await this.#heeding(request);
    } catch (next) {
      return this.#again(request, next, others);
    }
  }

  async #heeding<R extends Reply | null>(request: (client: SessionClient) => Promise<R>): Promise<R> {
    const reply = await request(this.#client);
    if (reply) this.#expiresAt = reply.answer.expiresAt ?? Infinity;
    return reply;
  }

  async #renewIn(way: RenewalWay): Promise<boolean> {
    try {
      const endpoint: unknown = await inTime(this.#renew(way));
      if (typeof endpoint !== 'string' || endpoint.trim() === '') return false;
      this.#client = new SessionClient(endpoint, this.#credentials);
      this.#expiresAt = Infinity;
      return true;
    } catch {
      // The page could not renew it either: the expiry itself is what the customer hears of.
      return false;
    }
  }
}

/** What was promised, or undefined when that takes too long. */
async function inTime(promised: Promise<unknown> | null): Promise<unknown> {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, RENEWAL_PATIENCE)));
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}
