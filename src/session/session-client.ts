import { VkycError } from '../errors/vkyc-error.js';
import { ClosedHours, httpFailure, MethodNotOffered } from './http-failure.js';
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
      if (stop.signal.aborted) throw new VkycError('timeout');
      if (!navigator.onLine) throw new VkycError('offline');
      throw new VkycError('network');
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
    if (body === 'too-large') throw new VkycError('too_large');
    if (json === undefined) throw new VkycError('not_json');
    const answer = readSessionAnswer(json);
    if (answer === 'refused') throw new VkycError('refused');
    if (!answer) throw new VkycError('bad_shape');
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
