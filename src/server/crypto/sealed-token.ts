import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { createExpiringMap } from '../stores/expiring-map.js';
import type { Fields } from '../json-object.js';

/** What opening a sealed text gives. Only a text of ours can be `'expired'`; all others are `'forged'`. */
export type Opened<T> =
  | { readonly kind: 'genuine'; readonly value: T }
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' };

/** Seals what leaves this process, for a time and an audience: a text sealed for one does not open for another. */
export interface SealedTokens<T> {
  /** A JWE (`dir`, A256GCM), valid until `expiresAt` (epoch milliseconds, rounded down to a whole second). */
  seal(audience: string, fields: Fields, expiresAt: number): Promise<string>;
  /** Never rejects. A text that was opened before gives the same value again. */
  open(audience: string, text: string): Promise<Opened<T>>;
}

/** Longer than any text sealed here is; what is longer is not decrypted at all. */
const MAX_LENGTH = 262_144;

/** A page asks many times with one token, and decrypting it costs more than the rest of an answer. */
const REMEMBERED = 10_000;

const FORGED = { kind: 'forged' } as const;

/**
 * Makes a vault with one AES-256-GCM key. The clock is in epoch milliseconds.
 *
 * @param read what was sealed, and when it expires, as a value; null when it is none, which then counts as forged
 */
export function createVault<T>(
  key: CryptoKey,
  now: () => number,
  read: (fields: Fields, expiresAt: number) => T | null,
): SealedTokens<T> {
  const remembered = createExpiringMap<{ readonly audience: string; readonly opened: Opened<T> }>(
    REMEMBERED,
    now,
  );

  async function open(audience: string, text: string): Promise<Opened<T>> {
    try {
      const { payload } = await jwtDecrypt(text, key, {
        audience,
        requiredClaims: ['exp'],
        currentDate: new Date(now()),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      const expiresAt = Number(payload.exp) * 1000;
      const value = read(payload, expiresAt);
      if (value === null) return FORGED;
      const opened: Opened<T> = { kind: 'genuine', value };
      remembered.set(text, { audience, opened }, expiresAt);
      return opened;
    } catch (error) {
      return error instanceof errors.JWTExpired ? { kind: 'expired' } : FORGED;
    }
  }

  return {
    seal: (audience, fields, expiresAt) =>
      new EncryptJWT({ ...fields })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(audience)
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .encrypt(key),

    open: async (audience, text) => {
      if (text.length > MAX_LENGTH) return FORGED;
      const known = remembered.get(text)?.value;
      return known?.audience === audience ? known.opened : open(audience, text);
    },
  };
}
