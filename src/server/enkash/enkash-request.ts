import { readEnkashAnswer, refusalFor, type EnkashAnswer } from './enkash-response.js';
import { isHeaderSafe } from '../options/header-safe.js';
import { readJson } from '../http/read-json.js';
import { VkycHttpError } from '../errors.js';
import { Secret } from '../crypto/secret.js';
import type { TokenSource } from './token-source.js';
import { discard, saysJson, upstreamRequest, UPSTREAM_LIMIT } from '../http/fetch-upstream.js';

/** What every request to EnKash needs. */
export interface EnkashRequestSettings {
  readonly partnerId: string;
  readonly token: TokenSource;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/** Asks one of EnKash's calls about one card. Rejects with `Refused`, or with whatever the network fails with. */
export type EnkashRequest = (url: string, enKashCardId: Secret, signal: AbortSignal) => Promise<EnkashAnswer>;

/** Makes authorised requests. A token EnKash refuses is replaced once and the request sent once more. */
export function createEnkashRequest({ partnerId, token, fetch, now }: EnkashRequestSettings): EnkashRequest {
  async function bearer(refused?: Secret): Promise<Secret> {
    try {
      const value: unknown = await token(refused?.reveal());
      if (isHeaderSafe(value)) return new Secret(value);
    } catch {
      // Its message may hold what it sent.
    }
    throw new VkycHttpError('upstream_auth');
  }

  return async (url, enKashCardId, signal) => {
    const target = new URL(url);
    target.searchParams.set('enKashCardId', enKashCardId.reveal());
    const send = (value: Secret) => {
      const headers = { Accept: 'application/json', Authorization: `Bearer ${value.reveal()}`, partnerId };
      return upstreamRequest(fetch, target.href, { headers }, signal);
    };
    const first = await bearer();
    let response = await send(first);
    if (response.status === 401 || response.status === 403) {
      discard(response);
      response = await send(await bearer(first));
    }
    const body =
      response.status === 200 && saysJson(response) && (await readJson(response.body, UPSTREAM_LIMIT));
    if (!body) discard(response);
    if (response.status !== 200) throw refusalFor(response, now());
    if (!body || body.kind !== 'json')
      throw new VkycHttpError('invalid_upstream_response', { upstreamStatus: 200 });
    return readEnkashAnswer(body.value, enKashCardId);
  };
}
