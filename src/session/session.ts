import { VkycError } from '../errors/vkyc-error.js';
import { createSessionClient, type Reply, type SessionClient } from './session-client.js';

/** How a fresh endpoint can be had: from the page's function, unnoticed, or by asking the page with an event. */
export type RenewalWay = 'function' | 'event';
/** Asks for a fresh endpoint; null when there is none to be had in this way. The promise may reject. */
export type Renew = (way: RenewalWay) => Promise<string> | null;

/** An endpoint with less than this to live, in milliseconds, is renewed before a call is opened with it. */
const TOO_SHORT = 60_000;
/** Milliseconds a page may take to give a fresh endpoint; after that the session counts as expired. */
export const RENEWAL_TIMEOUT_MS = 15_000;

/** One customer's session: the endpoint of the moment, renewed when it has expired, once in each way and request. */
export type Session = SessionClient;

/** `now` tells the time in epoch milliseconds. */
export function createSession(
  endpoint: string,
  credentials: RequestCredentials,
  renew: Renew,
  now: () => number,
): Session {
  let client = createSessionClient(endpoint, credentials);
  let expiresAt = Infinity;

  async function renewed(way: RenewalWay): Promise<boolean> {
    try {
      const fresh: unknown = await inTime(renew(way));
      if (typeof fresh !== 'string' || fresh.trim() === '') return false;
      client = createSessionClient(fresh, credentials);
      expiresAt = Infinity;
      return true;
    } catch {
      // The page could not renew it either: the expiry itself is what the customer hears of.
      return false;
    }
  }

  function renewing<R extends Reply | null>(request: () => Promise<R>): Promise<R> {
    const heeding = async () => {
      const reply = await request();
      if (reply) expiresAt = reply.answer.expiresAt ?? Infinity;
      return reply;
    };
    const afterRenewal = (way: RenewalWay) => async (error: unknown) => {
      const expired = error instanceof VkycError && error.code === 'session_expired';
      if (!expired || !(await renewed(way))) throw error;
      return heeding();
    };
    return heeding().catch(afterRenewal('function')).catch(afterRenewal('event'));
  }

  return {
    fetchStatus: (signal) => renewing(() => client.fetchStatus(signal)),
    async mint(signal) {
      if (expiresAt - now() < TOO_SHORT) await renewed('function');
      return renewing(() => client.mint(signal));
    },
  };
}

/** What was promised, or undefined when that takes too long. */
async function inTime(promised: Promise<unknown> | null): Promise<unknown> {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, RENEWAL_TIMEOUT_MS)));
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}
