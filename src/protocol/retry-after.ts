/** The header that says when a request may be repeated. */
export const RETRY_AFTER_HEADER = 'Retry-After';

/** Longest wait that is observed, in seconds; a longer one is cut to it. */
const MAX_WAIT_SECONDS = 600;

/**
 * Reads `Retry-After` in either form of RFC 9110, a number of seconds or an HTTP date, or `retryAfter` of an error body,
 * which may be a number.
 *
 * @param now the sender's time in epoch milliseconds, which a date is compared with
 * @returns whole seconds from 1 to 600, rounded up; undefined for a wait that is not positive and for anything unreadable
 */
export function parseRetryAfter(value: unknown, now: number): number | undefined {
  const seconds = typeof value === 'string' ? secondsUntil(value.trim(), now) : value;
  return typeof seconds === 'number' && seconds > 0
    ? Math.min(Math.ceil(seconds), MAX_WAIT_SECONDS)
    : undefined;
}

function secondsUntil(text: string, now: number): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // A negative number would be read as a year by Date.parse().
  return text.startsWith('-') ? NaN : (Date.parse(text) - now) / 1000;
}
