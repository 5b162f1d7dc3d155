import { getOwn, isObject, type JsonObject } from '../../protocol/json-object.js';
import { Secret } from '../crypto/secret.js';
import type { EnkashResult } from '../enkash/enkash-client.js';
import { isRefusalCode, VkycHttpError } from '../errors.js';

/** A result of the link call as the store keeps it; times in epoch milliseconds. */
export interface MintedResult extends EnkashResult {
  /** When its link was first sent to the customer; null before. */
  readonly deliveredAt: number | null;
  /** When it was minted. */
  readonly mintedAt: number;
  /** Whether the customer had got a link before, so that this answer may be the outcome of a call. */
  readonly isAfterCall: boolean;
  readonly expiresAt: number;
}

/** The outcome of the link call. */
export type MintOutcome = MintedResult | VkycHttpError;

/** An outcome as claims of an encrypted token. */
export function outcomeToClaims(outcome: MintOutcome): JsonObject {
  return outcome instanceof VkycHttpError
    ? { code: outcome.code, ...outcome.details }
    : { ...outcome, link: outcome.link?.reveal() ?? null };
}

/** The outcome in claims; null when they are unusable, for example from another version. */
export function claimsToOutcome(claims: JsonObject): MintOutcome | null {
  const code = getOwn(claims, 'code');
  return isRefusalCode(code) ? claimsToError(code, claims) : claimsToResult(claims);
}

function claimsToError(code: VkycHttpError['code'], claims: JsonObject): VkycHttpError {
  const [retryAfter, upstreamStatus] = [getOwn(claims, 'retryAfter'), getOwn(claims, 'upstreamStatus')];
  return new VkycHttpError(code, {
    retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
    upstreamStatus: typeof upstreamStatus === 'number' ? upstreamStatus : undefined,
  });
}

function claimsToResult(claims: JsonObject): MintedResult | null {
  const [payload, link] = [getOwn(claims, 'payload'), getOwn(claims, 'link')];
  const [deliveredAt, mintedAt, expiresAt] = ['deliveredAt', 'mintedAt', 'expiresAt'].map((key) =>
    getOwn(claims, key),
  );
  if (!isObject(payload) || (typeof link !== 'string' && link !== null)) return null;
  if (typeof mintedAt !== 'number' || typeof expiresAt !== 'number') return null;
  if (typeof deliveredAt !== 'number' && deliveredAt !== null) return null;
  return {
    payload,
    link: link === null ? null : new Secret(link),
    deliveredAt,
    mintedAt,
    isAfterCall: getOwn(claims, 'isAfterCall') === true,
    expiresAt,
  };
}
