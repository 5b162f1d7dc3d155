import type { ErrorCode } from '../../errors/error-catalogue.js';
import { istInstant } from '../../hours/civil-date.js';

/**
 * What a customer can quote to the support, and the support can find in a log: the code of a failure and its time in
 * India, such as `not_eligible · 2026-11-29 10:05 IST`. It is the same in all languages.
 *
 * @param failedAt epoch milliseconds
 */
export function errorReference(code: ErrorCode, failedAt: number): string {
  const [date, time] = new Date(failedAt - istInstant(0, 0)).toISOString().split('T');
  return `${code} · ${date} ${time?.slice(0, 5)} IST`;
}
