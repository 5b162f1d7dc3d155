import { isFields, own, without, type Fields } from '../json-object.js';
import { VkycHttpError, type RefusalDetails } from '../errors.js';
import { Secret } from '../crypto/secret.js';

/** EnKash's answer about one customer, checked. */
export interface EnkashAnswer {
  /** What surrounds the payload, as it came, less what we add ourselves. */
  readonly envelope: Fields;
  /** The payload as it came, less the card id and the link. */
  readonly payload: Fields;
  /** `kycLink` as it came, still unchecked; null when there is none. */
  readonly link: Secret | 'not-text' | null;
}

/** The request spells it one way and the answer another (EnKash's own sample). */
const CARD_ID_SPELLINGS = ['enKashCardId', 'enkashCardId'];

/** EnKash nests three deep; nesting without end would exhaust the stack when it is written out again. */
const MAX_DEPTH = 16;

/**
 * Checks the JSON of a 200 answer: `code` is the number 0, `payload` an object, and the customer the one asked about.
 * @throws Refused `invalid_upstream_response`, or `wrong_customer` when the answer is about another card
 */
export function readEnkashAnswer(value: unknown, enKashCardId: Secret): EnkashAnswer {
  const asked = enKashCardId.reveal();
  const payload = isFields(value) ? own(value, 'payload') : undefined;
  if (!isFields(value) || own(value, 'code') !== 0 || !isFields(payload) || isDeeper(value, MAX_DEPTH))
    throw new VkycHttpError('invalid_upstream_response', { upstreamStatus: 200 });
  if (CARD_ID_SPELLINGS.some((key) => (own(payload, key) ?? asked) !== asked))
    throw new VkycHttpError('wrong_customer', { upstreamStatus: 200 });
  return {
    envelope: without(value, ...CARD_ID_SPELLINGS, 'payload', 'session'),
    payload: without(payload, ...CARD_ID_SPELLINGS, 'kycLink'),
    link: readLink(own(payload, 'kycLink')),
  };
}

/** What an HTTP status other than 200 means for the browser. EnKash's 401 is never the customer's. */
export function refusalFor(response: Response, now: number): VkycHttpError {
  const { status: upstreamStatus } = response;
  const refused = (code: VkycHttpError['code'], details?: RefusalDetails) =>
    new VkycHttpError(code, { ...details, upstreamStatus });
  if (upstreamStatus === 401 || upstreamStatus === 403) return refused('upstream_auth');
  if (upstreamStatus === 404 || upstreamStatus === 422) return refused('not_eligible');
  if (upstreamStatus === 429)
    return refused('rate_limited', { retryAfter: readRetryAfter(response.headers.get('retry-after'), now) });
  return refused(upstreamStatus >= 500 ? 'upstream_down' : 'invalid_upstream_response');
}

/** Seconds from 1 to 300, of a number of seconds or an HTTP date; 30 for anything else. */
function readRetryAfter(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000);
  return Number.isNaN(seconds) || /^-/.test(text) ? 30 : Math.min(Math.max(seconds, 1), 300);
}

function readLink(link: unknown): EnkashAnswer['link'] {
  if (link === undefined || link === null || link === '') return null;
  return typeof link === 'string' ? new Secret(link) : 'not-text';
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
