import { VkycError } from '../errors/vkyc-error.js';
import { readBody } from './read-body.js';
import { resolveEndpoint } from './session-endpoint.js';
import { isFields, own, readInstant, readSessionAnswer, type SessionAnswer } from './session-answer.js';

/** Milliseconds after which an unanswered request is given up. */
export const ANSWER_TIMEOUT = 15_000;
/** Bytes an answer may have, counted after decompression. */
export const ANSWER_LIMIT = 65_536;

/** One answer with what the clock needs to know of its journey: monotonic milliseconds, and the `Date` header if shown. */
export interface Reply {
  readonly answer: SessionAnswer;
  readonly sentAt: number;
  readonly receivedAt: number;
  /** The `Date` header in epoch milliseconds, of whole-second resolution; null when absent or hidden by CORS. */
  readonly date: number | null;
}

/** The backend says that EnKash is closed now. Not a failure: the button turns to `closed`. */
export class ClosedHours extends Error {
  constructor(readonly opensAt: string | null) {
    super('The backend says that EnKash is closed now.');
  }
}

/** The endpoint offers no answer to this method (404, 405 or 501): some backends have only one of the two. */
class MethodNotOffered extends VkycError {}

/** Asks one session endpoint, given as the page wrote it. Every failure is a `VkycError`, `ClosedHours`, or the caller's own abort. */
export class SessionClient {
  readonly #endpoint: string;
  readonly #credentials: RequestCredentials;

  constructor(endpoint: string, credentials: RequestCredentials) {
    this.#endpoint = endpoint;
    this.#credentials = credentials;
  }

  /** Where the customer stands; null when the endpoint answers only `POST`. */
  async ask(signal: AbortSignal): Promise<Reply | null> {
    try {
      return await this.#request('GET', signal);
    } catch (error) {
      if (error instanceof MethodNotOffered) return null;
      throw error;
    }
  }

  /** A fresh link, in `answer.link`: by `POST`, or by `GET` where the endpoint knows no `POST`. */
  async mint(signal: AbortSignal): Promise<Reply> {
    try {
      return await this.#request('POST', signal);
    } catch (error) {
      if (error instanceof MethodNotOffered) return this.#request('GET', signal);
      throw error;
    }
  }

  async #request(method: 'GET' | 'POST', caller: AbortSignal): Promise<Reply> {
    caller.throwIfAborted();
    const stop = new AbortController();
    const giveUp = () => stop.abort();
    const timer = setTimeout(giveUp, ANSWER_TIMEOUT);
    caller.addEventListener('abort', giveUp);
    try {
      const sentAt = performance.now();
      const response = await fetch(resolveEndpoint(this.#endpoint, location.href), {
        method,
        signal: stop.signal,
        credentials: this.#credentials,
        cache: 'no-store',
        redirect: 'error',
        headers: {
          Accept: 'application/json',
          'X-Enkash-Vkyc': '1',
          ...(method === 'POST' && { 'Content-Type': 'application/json' }),
        },
        ...(method === 'POST' && { body: '{}' }),
      });
      const receivedAt = performance.now();
      const answer = await this.#read(response);
      return { answer, sentAt, receivedAt, date: readInstant(response.headers.get('date')) };
    } catch (error) {
      if (error instanceof VkycError || error instanceof ClosedHours) throw error;
      caller.throwIfAborted();
      if (stop.signal.aborted)
        throw new VkycError('timeout', 'The session endpoint did not answer within 15 seconds.');
      if (!navigator.onLine) throw new VkycError('offline', 'The browser is offline.');
      throw new VkycError(
        'network',
        'The session endpoint could not be reached: expected a direct answer (no redirect) that CORS lets this page read.',
      );
    } finally {
      clearTimeout(timer);
      caller.removeEventListener('abort', giveUp);
    }
  }

  async #read(response: Response): Promise<SessionAnswer> {
    const body = await readBody(response.body, ANSWER_LIMIT);
    const json = body && body !== 'too-large' ? parseJson(body.text) : undefined;
    const refusal = isFields(json) ? own(json, 'error') : undefined;
    if (!response.ok || isFields(refusal)) throw httpFailure(response, isFields(refusal) ? refusal : {});
    if (body === 'too-large')
      throw new VkycError(
        'too_large',
        'The session endpoint sent more than 64 KiB; expected a small JSON answer.',
      );
    if (json === undefined)
      throw new VkycError(
        'not_json',
        'The session endpoint sent no JSON; expected application/json. Is it a login or error page?',
      );
    const answer = readSessionAnswer(json);
    if (answer === 'refused')
      throw new VkycError('refused', 'EnKash refused: the answer has a "code" other than 0.');
    if (!answer)
      throw new VkycError(
        'bad_shape',
        "The session endpoint sent JSON of another shape; expected EnKash's envelope { code, payload: { kycStatus, kycSubStatus … } } or its payload.",
      );
    return answer;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function httpFailure(response: Response, refusal: Record<string, unknown>): VkycError | ClosedHours {
  const { status } = response;
  const named = own(refusal, 'code');
  if (named === 'closed_hours') {
    const opensAt = readInstant(own(refusal, 'opensAt'));
    return new ClosedHours(opensAt === null ? null : new Date(opensAt).toISOString());
  }
  const retryAfter = readRetryAfter(own(refusal, 'retryAfter') ?? response.headers.get('retry-after'));
  const fail = (code: VkycError['code'], message: string) =>
    new VkycError(code, `The session endpoint answered ${status}: ${message}`, { retryAfter });
  if (named === 'not_eligible') return fail('not_eligible', 'EnKash offers this customer no video KYC now.');
  switch (status) {
    case 401:
    case 403:
    case 410:
      return fail(
        'session_expired',
        'the session has expired or is refused. Give the element a fresh endpoint.',
      );
    case 404:
    case 405:
    case 501:
      return new MethodNotOffered(
        'not_found',
        `The session endpoint answered ${status} to both GET and POST. Check its path.`,
      );
    case 409:
      return fail('conflict', 'the customer cannot start now.');
    case 422:
      return fail('not_eligible', 'EnKash offers this customer no video KYC now.');
    case 429:
      return fail('rate_limited', 'too many requests.');
    default:
      return status >= 500
        ? fail('server_error', 'the backend, or EnKash behind it, failed.')
        : fail('http_error', 'expected 200 with JSON.');
  }
}

/** Seconds to wait, from 1 to 600: a number of seconds or an HTTP date; undefined for anything else. */
function readRetryAfter(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return seconds > 0 ? Math.min(Math.max(Math.ceil(seconds), 1), 600) : undefined;
}
