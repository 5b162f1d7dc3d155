import { ANSWER_LIMIT_BYTES } from '../../protocol/limits.js';
import { isJsonType, JSON_MEDIA_TYPE } from '../../protocol/media-type.js';
import { readJson } from '../../protocol/read-json.js';
import type { Secret } from '../crypto/secret.js';
import { VkycHttpError } from '../errors.js';
import { discard, fetchUpstream } from '../http/fetch-upstream.js';
import type { Customer } from './customer.js';
import { errorOfUpstream, readEnkashAnswer, type EnkashAnswer } from './enkash-response.js';
import { createRefusedToken } from './refused-token.js';
import { createTokenReader, type TokenReaderSettings } from './token-reader.js';

/** Settings of every request to EnKash. */
export interface EnkashRequestSettings extends TokenReaderSettings {
  readonly partnerId: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/** One call to EnKash about one card. */
export interface EnkashCall {
  readonly url: string;
  readonly customer: Customer;
  /** Whether the call changes nothing. */
  readonly isSafe: boolean;
  readonly signal: AbortSignal;
}

/** Sends a call. Rejects with a `VkycHttpError`, or with the network's own error. */
export type EnkashRequest = (call: EnkashCall) => Promise<EnkashAnswer>;

/** Creates authorised requests. A token that EnKash refuses is replaced once, and the request sent again. */
export function createEnkashRequest(settings: EnkashRequestSettings): EnkashRequest {
  const { partnerId, fetch, now } = settings;
  const bearer = createTokenReader(settings);
  const refusedToken = createRefusedToken(now);

  return async ({ url, customer: { enKashCardId, pseudonym }, isSafe, signal }) => {
    const target = new URL(url);
    target.searchParams.set('enKashCardId', enKashCardId.reveal());
    const send = (token: Secret) => {
      const headers = { Accept: JSON_MEDIA_TYPE, Authorization: `Bearer ${token.reveal()}`, partnerId };
      return fetchUpstream({ fetch, url: target.href, init: { headers }, signal, isSafe });
    };
    const first = await bearer();
    let response = await send(first);
    if (refusedToken.isBlamed(response.status, pseudonym)) {
      discard(response);
      response = await send(await bearer(first));
    }
    const body =
      response.status === 200 &&
      isJsonType(response.headers) &&
      (await readJson(response, ANSWER_LIMIT_BYTES));
    if (!body) discard(response);
    if (response.status !== 200) throw errorOfUpstream(response, now());
    if (!body || body.kind !== 'json')
      throw new VkycHttpError('invalid_upstream_response', { upstreamStatus: 200, cause: 'not-json' });
    return readEnkashAnswer(body.value, enKashCardId);
  };
}
