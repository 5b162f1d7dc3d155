import { getOwn, isObject, ownFields, type JsonObject } from '../protocol/json-object.js';
import { readSessionAnswer, type SessionAnswer } from '../protocol/session-answer.js';
import type { Exchange } from './exchange.js';

/** Whether the answer has a 2xx status; false without an answer. */
export const isOk = ({ answer }: Exchange): boolean =>
  answer !== null && answer.status >= 200 && answer.status < 300;

/** A 2xx answer as the element reads it; null when the element cannot read it, and for any other answer. */
export function parsed(exchange: Exchange): SessionAnswer | null {
  const answer = readSessionAnswer(exchange.answer?.json);
  return isOk(exchange) && typeof answer !== 'string' ? answer : null;
}

/** The status of the answer; null without one. */
export const statusOf = (exchange: Exchange | undefined): number | null => exchange?.answer?.status ?? null;

/** The status, or the reason why there was no answer, as text for the report. */
export const outcomeOf = (exchange: Exchange): string =>
  exchange.answer ? `Status ${exchange.answer.status}` : `No answer, ${exchange.failure}`;

/** The card id in the answer, in either of EnKash's spellings. */
export const cardIdOf = (exchange: Exchange): string | null =>
  payloadText(exchange, 'enkashCardId') ?? payloadText(exchange, 'enKashCardId');

/** The link in the answer. */
export const linkOf = (exchange: Exchange): string | null => payloadText(exchange, 'kycLink');

/** The `session` of the answer; null when it has none. */
export function sessionOf({ answer }: Exchange): JsonObject | null {
  const { session } = ownFields(answer?.json);
  return isObject(session) ? session : null;
}

/** A non-empty string in the `payload` of the answer, or in the answer itself if it is a bare payload. */
function payloadText({ answer }: Exchange, name: string): string | null {
  const body = ownFields(answer?.json);
  const { payload } = body;
  const value = getOwn(isObject(payload) ? payload : body, name);
  return typeof value === 'string' && value !== '' ? value : null;
}
