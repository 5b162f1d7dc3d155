import { isFields, own, readSessionAnswer, type SessionAnswer } from '../session/session-answer.js';
import type { Exchange } from './exchange.js';

/** Whether an exchange was granted; one that got no answer was not. */
export const granted = ({ answer }: Exchange): boolean =>
  answer !== null && answer.status >= 200 && answer.status < 300;

/** What the element makes of a granted answer; null when it can make nothing of it, or was not granted any. */
export function understood(exchange: Exchange): SessionAnswer | null {
  const read = granted(exchange) ? readSessionAnswer(exchange.answer?.json) : null;
  return read === 'refused' ? null : read;
}

/** The status of an answer, for comparing; null when there was none. */
export const statusOf = (exchange: Exchange | undefined): number | null => exchange?.answer?.status ?? null;

/** What came, in words. */
export const outcomeOf = (exchange: Exchange): string =>
  exchange.answer ? `Status ${exchange.answer.status}` : `No answer, ${exchange.failure}`;

/** The card id an answer tells, under either of EnKash's spellings. */
export const cardIdOf = (exchange: Exchange): string | null =>
  payloadText(exchange, 'enkashCardId') ?? payloadText(exchange, 'enKashCardId');

/** The link in an answer. */
export const linkOf = (exchange: Exchange): string | null => payloadText(exchange, 'kycLink');

/** The `session` of an answer; null when it has none. */
export function sessionOf({ answer }: Exchange): Record<string, unknown> | null {
  const body = answer?.json;
  const session = isFields(body) ? own(body, 'session') : undefined;
  return isFields(session) ? session : null;
}

/** A text of an answer's `payload`, or of the answer itself where it is a bare payload. */
function payloadText({ answer }: Exchange, name: string): string | null {
  const body = answer?.json;
  if (!isFields(body)) return null;
  const payload = own(body, 'payload');
  const value = own(isFields(payload) ? payload : body, name);
  return typeof value === 'string' && value !== '' ? value : null;
}
