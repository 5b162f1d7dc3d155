import { VkycError } from '../errors/vkyc-error.js';
import { ClosedHours, httpFailure } from './http-failure.js';
import { readBody } from '../protocol/read-body.js';
import { resolveEndpoint } from './session-endpoint.js';
import {
  isObject,
  ownFields,
  readInstant,
  readSessionAnswer,
  type SessionAnswer,
} from '../protocol/session-answer.js';

/** Milliseconds after which an unanswered request is given up. */
export const ANSWER_TIMEOUT_MS = 15_000;
/** Bytes an answer may have, counted after decompression. */
export const ANSWER_LIMIT_BYTES = 65_536;

/** One answer with what the clock needs to know of its journey: monotonic milliseconds, and the `Date` header if shown. */
export interface Reply {
  readonly answer: SessionAnswer;
  readonly sentAt: number;
  readonly receivedAt: number;
  /** The `Date` header in epoch milliseconds, of whole-second resolution; null when absent or hidden by CORS. */
  readonly date: number | null;
}

/** Asks one session endpoint. Every failure is a `VkycError`, `ClosedHours`, or the caller's own abort. */
export interface SessionClient {
  /** Where the customer stands; null when the endpoint answers only `POST`. */
  fetchStatus(signal: AbortSignal): Promise<Reply | null>;
  /** A fresh link, in `answer.link`: by `POST`, or by `GET` where the endpoint knows no `POST`. */
  mint(signal: AbortSignal): Promise<Reply>;
}

/** `endpoint` is as the page wrote it. */
export function createSessionClient(endpoint: string, credentials: RequestCredentials): SessionClient {
  async function request(method: 'GET' | 'POST', caller: AbortSignal): Promise<Reply> {
    caller.throwIfAborted();
    const stop = new AbortController();
    const giveUp = () => stop.abort();
    const timer = setTimeout(giveUp, ANSWER_TIMEOUT_MS);
    caller.addEventListener('abort', giveUp);
    try {
      const sentAt = performance.now();
      const response = await fetch(resolveEndpoint(endpoint, location.href), {
        method,
        signal: stop.signal,
        credentials,
        cache: 'no-store',
        redirect: 'error',
        headers: {
          Accept: 'application/json',
          'X-Enkash-Vkyc': '1',
          ...(method === 'POST' && { 'Content-Type': 'application/json' }),
        },
        body: method === 'POST' ? '{}' : null,
      });
      const receivedAt = performance.now();
      const date = readInstant(response.headers.get('date'));
      return { answer: await readAnswer(response), sentAt, receivedAt, date };
    } catch (error) {
      if (error instanceof VkycError || error instanceof ClosedHours) throw error;
      caller.throwIfAborted();
      throw new VkycError(stop.signal.aborted ? 'timeout' : navigator.onLine ? 'network' : 'offline');
    } finally {
      clearTimeout(timer);
      caller.removeEventListener('abort', giveUp);
    }
  }

  return {
    fetchStatus: (signal) => request('GET', signal).catch(ifNotOffered(() => null)),
    mint: (signal) => request('POST', signal).catch(ifNotOffered(() => request('GET', signal))),
  };
}

/** Some backends have only one of the two methods. */
function ifNotOffered<T>(otherwise: () => T) {
  return (error: unknown): T => {
    if (error instanceof VkycError && error.code === 'not_found') return otherwise();
    throw error;
  };
}

async function readAnswer(response: Response): Promise<SessionAnswer> {
  const bytes = await readBody(response.body, ANSWER_LIMIT_BYTES);
  const json = bytes && parseJson(bytes);
  const { error } = ownFields(json);
  if (!response.ok || isObject(error)) throw httpFailure(response, error);
  if (!bytes) throw new VkycError('too_large');
  if (json === undefined) throw new VkycError('not_json');
  const answer = readSessionAnswer(json);
  if (typeof answer === 'string') throw new VkycError(answer);
  return answer;
}

/** Undefined for what is not UTF-8, or not JSON. */
function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
