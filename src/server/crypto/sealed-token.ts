import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { JsonObject } from '../../protocol/json-object.js';
import { isCanonicalJwe } from './canonical-jwe.js';
import { createExpiringMap } from '../stores/expiring-map.js';

/** The outcome of decrypting a token. Only a token of ours can be `'expired'`; all others are `'invalid'`. */
export type Decrypted<T> =
  { readonly kind: 'valid'; readonly value: T } | { readonly kind: 'expired' } | { readonly kind: 'invalid' };

/** The content of a token. */
export interface TokenContent {
  readonly audience: string;
  readonly claims: JsonObject;
  /** Epoch milliseconds, rounded down to a second. */
  readonly expiresAt: number;
}

/** Encrypted, expiring tokens. A token for one audience is invalid for another. */
export interface SealedTokens<T> {
  /** A JWE (`dir`, A256GCM). */
  encrypt(content: TokenContent): Promise<string>;
  /** Never rejects. The same token gives the same value again. */
  decrypt(audience: string, token: string): Promise<Decrypted<T>>;
}

/** Settings of `createSealedTokens()`. */
export interface SealedTokensOptions<T> {
  /** An AES-256-GCM key. */
  readonly key: CryptoKey;
  readonly now: () => number;
  /** The value that claims stand for; null when they are unusable, which makes the token invalid. */
  readonly parse: (claims: JsonObject, expiresAt: number) => T | null;
}

/** Characters of the longest token that is decrypted; ours are shorter. */
const MAX_LENGTH = 262_144;

/** Decrypted tokens in the cache: a page polls with one token, and decrypting costs more than the rest of an answer. */
const CACHE_SIZE = 10_000;

/** Bytes of all decrypted tokens in the cache, about. */
const CACHE_BYTES = 33_554_432;

/** A token, the value in it, and the two texts that answers are made of. */
const BYTES_PER_CHARACTER = 4;

const INVALID = { kind: 'invalid' } as const;

/** Creates tokens that one key encrypts and decrypts. */
export function createSealedTokens<T>({ key, now, parse }: SealedTokensOptions<T>): SealedTokens<T> {
  const cache = createExpiringMap<{ readonly audience: string; readonly decrypted: Decrypted<T> }>({
    maxEntries: CACHE_SIZE,
    maxBytes: CACHE_BYTES,
    sizeOf: (_, token) => token.length * BYTES_PER_CHARACTER,
    now,
  });

  async function decrypt(audience: string, token: string): Promise<Decrypted<T>> {
    try {
      const { payload } = await jwtDecrypt(token, key, {
        audience,
        requiredClaims: ['exp'],
        currentDate: new Date(now()),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      const expiresAt = Number(payload.exp) * 1000;
      const value = parse(payload, expiresAt);
      if (value === null) return INVALID;
      const decrypted: Decrypted<T> = { kind: 'valid', value };
      cache.set(token, { audience, decrypted }, expiresAt);
      return decrypted;
    } catch (error) {
      return error instanceof errors.JWTExpired ? { kind: 'expired' } : INVALID;
    }
  }

  return {
    encrypt: ({ audience, claims, expiresAt }) =>
      new EncryptJWT({ ...claims })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(audience)
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .encrypt(key),

    decrypt: async (audience, token) => {
      if (token.length > MAX_LENGTH) return INVALID;
      const cached = cache.get(token)?.value;
      if (cached?.audience === audience) return cached.decrypted;
      return isCanonicalJwe(token) ? decrypt(audience, token) : INVALID;
    },
  };
}
