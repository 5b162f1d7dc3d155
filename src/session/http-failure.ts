import type { ErrorCode } from '../errors/error-catalogue.js';
import { VkycError } from '../errors/vkyc-error.js';
import { ownFields, readInstant, readTime } from '../protocol/session-answer.js';

/** The backend says that EnKash is closed now. Not a failure: the button turns to `closed`. */
export class ClosedHours extends Error {
  /** `opensAt` is an ISO 8601 instant; null when the backend did not say. */
  constructor(readonly opensAt: string | null) {
    super('EnKash is closed now.');
  }
}

const CODES: Readonly<Partial<Record<number, ErrorCode>>> = {
  401: 'session_expired',
  403: 'session_expired',
  404: 'not_found',
  405: 'not_found',
  409: 'conflict',
  410: 'session_expired',
  422: 'not_eligible',
  429: 'rate_limited',
  501: 'not_found',
};

/** What an answer other than 200, or with an `error` in it, means. `refusal` is that `error`, if there is one. */
export function httpFailure({ status, headers }: Response, refusal: unknown): VkycError | ClosedHours {
  const { code: named, opensAt, retryAfter } = ownFields(refusal);
  if (named === 'closed_hours') return new ClosedHours(readTime(opensAt));
  const code =
    named === 'not_eligible' ? named : (CODES[status] ?? (status >= 500 ? 'server_error' : 'http_error'));
  const now = readInstant(headers.get('date')) ?? Date.now();
  return new VkycError(code, {
    status,
    retryAfter: readRetryAfter(retryAfter, now) ?? readRetryAfter(headers.get('retry-after'), now),
  });
}

/** Seconds to wait, from 1 to 600: a number of seconds or an HTTP date; undefined for anything else. */
function readRetryAfter(value: unknown, now: number): number | undefined {
  const seconds = typeof value === 'string' ? secondsUntil(value.trim(), now) : value;
  return typeof seconds === 'number' && seconds > 0 ? Math.min(Math.ceil(seconds), 600) : undefined;
}

function secondsUntil(text: string, now: number): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
}
