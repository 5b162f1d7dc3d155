import { ANSWER_LIMIT_BYTES } from '../../protocol/limits.js';
import { isJsonType, JSON_MEDIA_TYPE } from '../../protocol/media-type.js';
import { readJson } from '../../protocol/read-json.js';
import { Secret } from '../crypto/secret.js';
import { VkycHttpError } from '../errors.js';
import { discard, fetchUpstream } from '../http/fetch-upstream.js';
import type { TokenSource } from '../options/backend-options.js';
import { isHeaderSafe } from '../options/checks.js';
import { errorOfUpstream, readEnkashAnswer, type EnkashAnswer } from './enkash-response.js';

/** Settings of every request to EnKash. */
export interface EnkashRequestSettings {
  readonly partnerId: string;
  readonly token: TokenSource;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/** One call to EnKash about one card. */
export interface EnkashCall {
  readonly url: string;
  readonly enKashCardId: Secret;
  readonly signal: AbortSignal;
}

/** Sends a call. Rejects with a `VkycHttpError`, or with the network's own error. */
export type EnkashRequest = (call: EnkashCall) => Promise<EnkashAnswer>;

/** Creates authorised requests. A token that EnKash refuses is replaced once, and the request sent again. */
export function createEnkashRequest({ partnerId, token, fetch, now }: EnkashRequestSettings): EnkashRequest {
  async function bearer(refused?: Secret): Promise<Secret> {
    try {
      const value: unknown = await token(refused?.reveal());
      if (isHeaderSafe(value)) return new Secret(value);
    } catch {
      // The message of the error may contain a credential.
    }
    throw new VkycHttpError('upstream_auth');
  }

  return async ({ url, enKashCardId, signal }) => {
    const target = new URL(url);
    target.searchParams.set('enKashCardId', enKashCardId.reveal());
    const send = (value: Secret) => {
      const headers = { Accept: JSON_MEDIA_TYPE, Authorization: `Bearer ${value.reveal()}`, partnerId };
      return fetchUpstream({ fetch, url: target.href, init: { headers }, signal });
    };
    const first = await bearer();
    let response = await send(first);
    if (response.status === 401 || response.status === 403) {
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
      throw new VkycHttpError('invalid_upstream_response', { upstreamStatus: 200 });
    return readEnkashAnswer(body.value, enKashCardId);
  };
}
