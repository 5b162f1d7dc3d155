import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { createExpiringMap } from './expiring-map.js';
import type { Fields } from './fields.js';

/** What opening a sealed text gives. Only a text of ours can be `'expired'`; all others are `'forged'`. */
export type Opened =
  | { readonly kind: 'genuine'; readonly fields: Fields; readonly expiresAt: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' };

/** Seals what leaves this process, for a time and an audience: a text sealed for one does not open for another. */
export interface Vault {
  /** A JWE (`dir`, A256GCM), valid until `expiresAt` (epoch milliseconds, rounded down to a whole second). */
  seal(audience: string, fields: Fields, expiresAt: number): Promise<string>;
  /** Never rejects. */
  open(audience: string, text: string): Promise<Opened>;
}

/** Longer than any text sealed here is; what is longer is not decrypted at all. */
const MAX_LENGTH = 262_144;

/** A page asks many times with one token, and decrypting it costs more than the rest of an answer. */
const REMEMBERED = 10_000;

/** Makes a vault with one AES-256-GCM key. The clock is in epoch milliseconds. */
export function createVault(key: CryptoKey, now: () => number): Vault {
  const remembered = createExpiringMap<{ readonly audience: string; readonly opened: Opened }>(
    REMEMBERED,
    now,
  );

  async function decrypt(audience: string, text: string): Promise<Opened> {
    try {
      const { payload } = await jwtDecrypt(text, key, {
        audience,
        requiredClaims: ['exp'],
        currentDate: new Date(now()),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return { kind: 'genuine', fields: payload, expiresAt: Number(payload.exp) * 1000 };
    } catch (error) {
      return { kind: error instanceof errors.JWTExpired ? 'expired' : 'forged' };
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
      if (text.length > MAX_LENGTH) return { kind: 'forged' };
      const known = remembered.get(text)?.value;
      if (known?.audience === audience) return known.opened;
      const opened = await decrypt(audience, text);
      if (opened.kind === 'genuine') remembered.set(text, { audience, opened }, opened.expiresAt);
      return opened;
    },
  };
}
