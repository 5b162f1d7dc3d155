import { isObject, ownFields, readSessionAnswer, type SessionAnswer } from '../protocol/session-answer.js';
import type { Exchange } from './exchange.js';

/** Whether an exchange was granted; one that got no answer was not. */
export const isOk = ({ answer }: Exchange): boolean =>
  answer !== null && answer.status >= 200 && answer.status < 300;

/** What the element makes of a granted answer; null when it can make nothing of it, or was not granted any. */
export function parsed(exchange: Exchange): SessionAnswer | null {
  const read = readSessionAnswer(exchange.answer?.json);
  return isOk(exchange) && typeof read !== 'string' ? read : null;
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
export function sessionOf({ answer }: Exchange): Readonly<Record<string, unknown>> | null {
  const { session } = ownFields(answer?.json);
  return isObject(session) ? ownFields(session) : null;
}

/** A text of an answer's `payload`, or of the answer itself where it is a bare payload. */
function payloadText({ answer }: Exchange, name: string): string | null {
  const body = answer?.json;
  const { payload } = ownFields(body);
  const value = ownFields(isObject(payload) ? payload : body)[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
