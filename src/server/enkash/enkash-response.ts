import { getOwn, isObject, omit, type JsonObject } from '../../protocol/json-object.js';
import { parseRetryAfter, RETRY_AFTER_HEADER } from '../../protocol/retry-after.js';
import { Secret } from '../crypto/secret.js';
import { VkycHttpError, type RefusalDetails } from '../errors.js';

/** EnKash's answer about one customer, checked. */
export interface EnkashAnswer {
  /** The members around the payload, unchanged, without those that we add ourselves. */
  readonly envelope: JsonObject;
  /** The payload, unchanged, without the card id and the link. */
  readonly payload: JsonObject;
  /** `kycLink`, unchanged and unchecked; null when there is none. */
  readonly link: Secret | 'not-text' | null;
}

/** EnKash spells the card id one way in the request and another way in its answer. */
const CARD_ID_SPELLINGS = ['enKashCardId', 'enkashCardId'];

/** Deepest nesting that is accepted, as more could exhaust the stack when it is serialised; EnKash's answers have 3 levels. */
const MAX_DEPTH = 16;

/** Time to wait when EnKash answers 429 without a usable `Retry-After`. */
const DEFAULT_RETRY_SECONDS = 30;

/**
 * Checks the JSON of a 200: `code` is the number 0, `payload` an object, and the answer is about the requested card.
 * @throws VkycHttpError `invalid_upstream_response`, or `wrong_customer` when it is about another card
 */
export function readEnkashAnswer(value: unknown, enKashCardId: Secret): EnkashAnswer {
  const requestedId = enKashCardId.reveal();
  const payload = isObject(value) ? getOwn(value, 'payload') : undefined;
  if (!isObject(value) || getOwn(value, 'code') !== 0 || !isObject(payload) || isDeeper(value, MAX_DEPTH))
    throw new VkycHttpError('invalid_upstream_response', { upstreamStatus: 200 });
  if (CARD_ID_SPELLINGS.some((key) => (getOwn(payload, key) ?? requestedId) !== requestedId))
    throw new VkycHttpError('wrong_customer', { upstreamStatus: 200 });
  return {
    envelope: omit(value, ...CARD_ID_SPELLINGS, 'payload', 'session'),
    payload: omit(payload, ...CARD_ID_SPELLINGS, 'kycLink'),
    link: readLink(getOwn(payload, 'kycLink')),
  };
}

/** The error for a status of EnKash other than 200. Its 401 concerns our token, never the customer. */
export function errorOfUpstream({ status, headers }: Response, now: number): VkycHttpError {
  const error = (code: VkycHttpError['code'], details?: RefusalDetails) =>
    new VkycHttpError(code, { ...details, upstreamStatus: status });
  if (status === 401 || status === 403) return error('upstream_auth');
  if (status === 404 || status === 422) return error('not_eligible');
  if (status === 429) {
    const retryAfter = parseRetryAfter(headers.get(RETRY_AFTER_HEADER), now) ?? DEFAULT_RETRY_SECONDS;
    return error('rate_limited', { retryAfter });
  }
  return error(status >= 500 ? 'upstream_down' : 'invalid_upstream_response');
}

function readLink(link: unknown): EnkashAnswer['link'] {
  if (link === undefined || link === null || link === '') return null;
  return typeof link === 'string' ? new Secret(link) : 'not-text';
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
