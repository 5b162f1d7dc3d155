import { ANSWER_LIMIT_BYTES, ANSWER_TIMEOUT_MS } from '../protocol/limits.js';
import { JSON_MEDIA_TYPE } from '../protocol/media-type.js';
import { readBody, type Bytes } from '../protocol/read-body.js';
import { decodeUtf8, parseJson } from '../protocol/read-json.js';
import { VKYC_HEADER, VKYC_HEADER_VALUE } from '../protocol/request-header.js';

/** The purpose of a probe: the element's own two requests, and those that a backend must refuse. */
export type Purpose =
  | 'status'
  | 'click'
  /** Without the header that a page of another site cannot send. */
  | 'bare'
  | 'cross-site'
  | 'preflight'
  /** With a card id chosen by the browser. */
  | 'other-card'
  /** With a session that was never issued. */
  | 'tampered'
  /** With a JSONP callback, or another method in a header. */
  | 'callback'
  | 'override'
  | 'method'
  | 'content-type'
  | 'large-body'
  | 'broken-body';

/** A request, as far as it differs from the element's own. */
export interface Probe {
  readonly purpose: Purpose;
  /** The name of the request in the report. */
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'OPTIONS';
  readonly url?: string;
  /** Null removes a header. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** A request and its answer. */
export interface Exchange extends Probe {
  /** Null when there was no complete answer. */
  readonly answer: Answer | null;
  /** The reason: `timeout`, or the network's own code such as `ECONNREFUSED`; null when there was an answer. */
  readonly failure: string | null;
  /** From the request to the last byte, or to the failure. */
  readonly durationMs: number;
}

/** An answer, read to its end or to the limit. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty when the body is too large or not UTF-8. */
  readonly text: string;
  /** Whether the body has more bytes than the element reads. */
  readonly isTooLarge: boolean;
  /** The body as JSON; undefined when it is not JSON. */
  readonly json: unknown;
}

/** How to call the endpoint. */
export interface Caller {
  readonly endpoint: string;
  /** Sent with every request, for example a cookie. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof globalThis.fetch;
  /** The current time in epoch milliseconds. */
  readonly now: () => number;
}

/** Sends a probe, follows no redirect, and never rejects. */
export async function exchange(probe: Probe, { endpoint, headers, fetch, now }: Caller): Promise<Exchange> {
  const startedAt = now();
  try {
    const response = await fetch(probe.url ?? endpoint, {
      method: probe.method,
      headers: headersOf(probe, headers),
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      ...(sendsBody(probe) && { body: probe.body ?? '{}' }),
    });
    const answer = await readAnswer(response);
    return { ...probe, answer, failure: null, durationMs: now() - startedAt };
  } catch (error) {
    return { ...probe, answer: null, failure: failureReason(error), durationMs: now() - startedAt };
  }
}

const sendsBody = ({ method }: Probe) => method === 'POST' || method === 'PATCH';

function headersOf(probe: Probe, given: Readonly<Record<string, string>>): Headers {
  const headers = new Headers({
    Accept: JSON_MEDIA_TYPE,
    [VKYC_HEADER]: VKYC_HEADER_VALUE,
    'Sec-Fetch-Site': 'same-origin',
    ...(sendsBody(probe) && { 'Content-Type': JSON_MEDIA_TYPE }),
  });
  for (const [name, value] of [...Object.entries(given), ...Object.entries(probe.headers ?? {})])
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  return headers;
}

async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const bytes = await readBody(response, ANSWER_LIMIT_BYTES);
  const json = bytes ? parseJson(bytes) : undefined;
  return { status, headers, text: textOf(bytes), isTooLarge: bytes === null, json };
}

function textOf(bytes: Bytes | null): string {
  try {
    return bytes ? decodeUtf8(bytes) : '';
  } catch {
    return '';
  }
}

/** The network's own code only: messages may contain URLs. */
function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return 'no connection';
  if (error.name === 'TimeoutError') return 'timeout';
  const code = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';
  return /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : 'no connection';
}
