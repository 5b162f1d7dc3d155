import { getOwn, isObject, type JsonObject } from '../../protocol/json-object.js';
import { isJsonType } from '../../protocol/media-type.js';
import { parseRetryAfter, RETRY_AFTER_HEADER } from '../../protocol/retry-after.js';
import { Secret } from '../crypto/secret.js';
import { VkycHttpError } from '../errors.js';
import type { FailureCause } from '../failure-cause.js';
import { neededFields } from './needed-fields.js';

/** EnKash's answer about one customer, checked. */
export interface EnkashAnswer {
  /** The members of the payload that the element needs, without the link. */
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
    throw new VkycHttpError('invalid_upstream_response', { upstreamStatus: 200, cause: 'wrong-shape' });
  if (CARD_ID_SPELLINGS.some((key) => (getOwn(payload, key) ?? requestedId) !== requestedId))
    throw new VkycHttpError('wrong_customer', { upstreamStatus: 200, cause: 'wrong-customer' });
  return {
    payload: neededFields(payload, requestedId),
    link: readLink(getOwn(payload, 'kycLink')),
  };
}

/** The error for a status of EnKash other than 200. Its 401 concerns our token, never the customer. */
export function errorOfUpstream({ status, headers }: Response, now: number): VkycHttpError {
  const retryAfter = parseRetryAfter(headers.get(RETRY_AFTER_HEADER), now);
  const error = (code: VkycHttpError['code'], cause: FailureCause, seconds?: number) =>
    new VkycHttpError(code, { cause, retryAfter: seconds, upstreamStatus: status });
  switch (status) {
    case 401:
      return error('upstream_auth', 'token-rejected');
    case 403:
      return error('upstream_auth', 'forbidden');
    case 404:
      // EnKash itself answers in JSON; a server at a wrong URL shows a page.
      return isJsonType(headers) ? error('not_eligible', 'not-eligible') : wrongUrlError(status);
    case 422:
      return error('not_eligible', 'not-eligible');
    case 429:
      return error('rate_limited', 'rate-limited', retryAfter ?? DEFAULT_RETRY_SECONDS);
    default:
      return status >= 500
        ? error('upstream_down', 'server-error', retryAfter)
        : error('invalid_upstream_response', 'unexpected-status');
  }
}

/** The error for a URL that EnKash does not know. */
export function wrongUrlError(upstreamStatus: number): VkycHttpError {
  return new VkycHttpError('invalid_upstream_response', { upstreamStatus, cause: 'wrong-url' });
}

function readLink(link: unknown): EnkashAnswer['link'] {
  if (link === undefined || link === null || link === '') return null;
  return typeof link === 'string' ? new Secret(link) : 'not-text';
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
