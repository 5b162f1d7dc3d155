import { readBody } from '../protocol/read-body.js';
import { ANSWER_LIMIT_BYTES, ANSWER_TIMEOUT_MS } from '../session/session-client.js';

/** What a request is for: the element's own two, and those of everybody else. */
export type Purpose =
  | 'ask'
  | 'click'
  /** Without the header that a page of another site cannot send. */
  | 'bare'
  | 'cross-site'
  | 'preflight'
  /** With a card id of the browser's own choosing. */
  | 'other-card'
  /** With a session that nobody was given. */
  | 'forged'
  | 'method'
  | 'content-type'
  | 'large-body'
  | 'broken-body';

/** A request, as far as it differs from the element's own. */
export interface Probe {
  readonly purpose: Purpose;
  /** What is sent, in words, for the report. */
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'OPTIONS';
  readonly url?: string;
  /** Null leaves a header out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** A request and what came back. */
export interface Exchange extends Probe {
  /** Null when there was no whole answer. */
  readonly answer: Answer | null;
  /** Why there was none: `timeout`, or the network's own code such as `ECONNREFUSED`; null when there was one. */
  readonly failure: string | null;
  /** From the request to the last byte, or to the failure. */
  readonly durationMs: number;
}

/** An answer, read to its end or to the limit. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty when the body is too large or no UTF-8. */
  readonly text: string;
  /** More than the element reads. */
  readonly isTooLarge: boolean;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** How to call the endpoint. */
export interface Caller {
  readonly endpoint: string;
  /** Sent with every request, for example a cookie. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof globalThis.fetch;
  /** The clock in epoch milliseconds. */
  readonly now: () => number;
}

/** Sends one request, follows no redirect, and never rejects. */
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
    const answer = await read(response);
    return { ...probe, answer, failure: null, durationMs: now() - startedAt };
  } catch (error) {
    return { ...probe, answer: null, failure: failureOf(error), durationMs: now() - startedAt };
  }
}

const sendsBody = ({ method }: Probe) => method === 'POST' || method === 'PATCH';

function headersOf(probe: Probe, given: Readonly<Record<string, string>>): Headers {
  const headers = new Headers({
    Accept: 'application/json',
    'X-Enkash-Vkyc': '1',
    'Sec-Fetch-Site': 'same-origin',
    ...(sendsBody(probe) && { 'Content-Type': 'application/json' }),
  });
  for (const [name, value] of [...Object.entries(given), ...Object.entries(probe.headers ?? {})])
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  return headers;
}

async function read(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const body = await readBody(response.body, ANSWER_LIMIT_BYTES);
  const text = body ? decoded(body) : '';
  return { status, headers, text, isTooLarge: body === null, json: parsed(text) };
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The network's own code and nothing else: messages hold addresses. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no connection';
  if (error.name === 'TimeoutError') return 'timeout';
  const code = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';
  return /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : 'no connection';
}
