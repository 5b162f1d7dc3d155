import type { ErrorCode } from '../errors/error-catalogue.js';
import { VkycError } from '../errors/vkyc-error.js';
import { parseInstant } from '../protocol/instant.js';
import { isObject, ownFields } from '../protocol/json-object.js';
import { ANSWER_LIMIT_BYTES, ANSWER_TIMEOUT_MS } from '../protocol/limits.js';
import { JSON_MEDIA_TYPE } from '../protocol/media-type.js';
import { readHeader } from '../protocol/read-header.js';
import { readJson, type JsonBody, type JsonSource } from '../protocol/read-json.js';
import { VKYC_HEADER, VKYC_HEADER_VALUE } from '../protocol/request-header.js';
import { readSessionAnswer, type SessionAnswer } from '../protocol/session-answer.js';
import { httpFailure, type FailedResponse } from './http-failure.js';
import { pageUrl } from './page-url.js';
import { resolveEndpoint } from './partner-urls.js';

/** One answer with the times that a server clock needs. */
export interface Reply {
  readonly answer: SessionAnswer;
  /** Monotonic milliseconds, as `performance.now()`. */
  readonly sentAt: number;
  /** Monotonic milliseconds, as `performance.now()`. */
  readonly receivedAt: number;
  /** The `Date` header in epoch milliseconds, exact to a second; null when it is absent or hidden by CORS. */
  readonly date: number | null;
}

/** A response of `fetch`, of a polyfill or of a request mock, which may lack any of these. */
interface AnyResponse extends JsonSource, FailedResponse {
  readonly ok?: boolean;
}

/**
 * Requests to one session endpoint. Every failure is a `VkycError`, a `ClosedHours`, the caller's own abort, or a fault of
 * ours that nobody foresaw.
 */
export interface SessionClient {
  /** The customer's status; null when the endpoint answers only `POST`. */
  fetchStatus(signal: AbortSignal): Promise<Reply | null>;
  /** A fresh link, in `answer.link`: by `POST`, or by `GET` where the endpoint does not offer `POST`. */
  mint(signal: AbortSignal): Promise<Reply>;
}

/**
 * Creates a client of a session endpoint.
 * @param endpoint the `session-endpoint` setting, unresolved
 */
export function createSessionClient(endpoint: string, credentials: RequestCredentials): SessionClient {
  async function request(method: 'GET' | 'POST', callerSignal: AbortSignal): Promise<Reply> {
    callerSignal.throwIfAborted();
    // Merged by hand: AbortSignal.any() needs Firefox 124, and 120 is the oldest that we support.
    const controller = new AbortController();
    const abort = () => controller.abort();
    const timer = setTimeout(abort, ANSWER_TIMEOUT_MS);
    callerSignal.addEventListener('abort', abort);

    /** Waits for the connection. Whatever else fails in a request is not the customer's network. */
    async function connected<T>(run: () => Promise<T>): Promise<T> {
      try {
        return await run();
      } catch {
        callerSignal.throwIfAborted();
        throw new VkycError(controller.signal.aborted ? 'timeout' : navigator.onLine ? 'network' : 'offline');
      }
    }

    try {
      const url = resolveEndpoint(endpoint, pageUrl());
      const sentAt = performance.now();
      const response: AnyResponse = await connected(() =>
        fetch(url, {
          method,
          signal: controller.signal,
          credentials,
          cache: 'no-store',
          redirect: 'error',
          headers: {
            Accept: JSON_MEDIA_TYPE,
            [VKYC_HEADER]: VKYC_HEADER_VALUE,
            ...(method === 'POST' && { 'Content-Type': JSON_MEDIA_TYPE }),
          },
          body: method === 'POST' ? '{}' : null,
        }),
      );
      const receivedAt = performance.now();
      const date = parseInstant(readHeader(response.headers, 'date'));
      const body = await connected(() => readJson(response, ANSWER_LIMIT_BYTES));
      return { answer: readAnswer(response, body), sentAt, receivedAt, date };
    } finally {
      clearTimeout(timer);
      callerSignal.removeEventListener('abort', abort);
    }
  }

  return {
    fetchStatus: (signal) =>
      request('GET', signal)
        .catch(ifCode('network', () => request('GET', signal)))
        .catch(ifCode('not_found', () => null)),
    mint: (signal) => request('POST', signal).catch(ifCode('not_found', () => request('GET', signal))),
  };
}

/**
 * Handles a failure that has a way out: `not_found`, since some backends offer only one of the two methods, and `network`,
 * since a connection may die that was kept alive too long. Only a question that changes nothing is sent again for that.
 * Nothing is sent before the time that the backend named.
 */
function ifCode<T>(code: ErrorCode, otherwise: () => T) {
  return (error: unknown): T => {
    if (error instanceof VkycError && error.code === code && error.retryAfter === undefined)
      return otherwise();
    throw error;
  };
}

function readAnswer(response: AnyResponse, body: JsonBody): SessionAnswer {
  const json = body.kind === 'json' ? body.value : undefined;
  const { error } = ownFields(json);
  if (!isOk(response) || isObject(error)) throw httpFailure(response, error);
  if (body.kind === 'too-large') throw new VkycError('too_large');
  if (json === undefined) throw new VkycError('not_json');
  const answer = readSessionAnswer(json);
  if (typeof answer === 'string') throw new VkycError(answer);
  return answer;
}

function isOk({ ok, status = 200 }: AnyResponse): boolean {
  return ok ?? (status >= 200 && status < 300);
}
