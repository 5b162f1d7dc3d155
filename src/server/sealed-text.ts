import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { Fields } from './fields.js';

/** What opening a sealed text gives. Only a text of ours can be `'expired'`; all others are `'forged'`. */
export type Opened =
  | { readonly kind: 'genuine'; readonly fields: Fields; readonly expiresAt: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' };

/** Longer than any text sealed here is; what is longer is not decrypted at all. */
const MAX_LENGTH = 262_144;

/**
 * Encrypts fields as a JWE (`dir`, A256GCM) for one audience, valid until `expiresAt` (epoch milliseconds, rounded down
 * to a whole second). A text sealed for one audience does not open for another.
 */
export function seal(key: CryptoKey, audience: string, fields: Fields, expiresAt: number): Promise<string> {
  return new EncryptJWT({ ...fields })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(audience)
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .encrypt(key);
}

/** Opens what `seal` made, at the instant `now` in epoch milliseconds. Never throws. */
export async function open(key: CryptoKey, audience: string, text: string, now: number): Promise<Opened> {
  if (text.length > MAX_LENGTH) return { kind: 'forged' };
  try {
    const { payload } = await jwtDecrypt(text, key, {
      audience,
      requiredClaims: ['exp'],
      currentDate: new Date(now),
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return { kind: 'genuine', fields: payload, expiresAt: Number(payload.exp) * 1000 };
  } catch (error) {
    return { kind: error instanceof errors.JWTExpired ? 'expired' : 'forged' };
  }
}
