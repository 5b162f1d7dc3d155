import type { Secret } from './secret.js';

/** The keys derived from one secret, each for a single purpose. */
export interface Keys {
  /** AES-256-GCM: encrypts session tokens and the values in the store. */
  readonly sealing: CryptoKey;
  /** HMAC-SHA-256: turns a card id into a pseudonym that cannot be reversed without the secret. */
  readonly pseudonym: CryptoKey;
}

/**
 * Derives the keys of one partner in one environment by HKDF-SHA-256, so that another partner with the same secret shares
 * nothing. The secret is at least 32 random characters, so it needs no password hashing.
 */
export async function deriveKeys(secret: Secret, { partnerId, linkUrl }: Tenant): Promise<Keys> {
  const utf8 = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', utf8.encode(secret.reveal()), 'HKDF', false, [
    'deriveKey',
  ]);
  const derive = (purpose: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      {
        name: 'HKDF',
        hash: 'SHA-256',
        salt: new Uint8Array(),
        info: utf8.encode(JSON.stringify(['enkash-vkyc-button', purpose, partnerId, linkUrl])),
      },
      material,
      algorithm,
      false,
      usages,
    );
  const [sealing, pseudonym] = await Promise.all([
    derive('sealing', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derive('pseudonym', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  ]);
  return { sealing, pseudonym };
}

/** The partner and the environment that keys belong to. */
export interface Tenant {
  readonly partnerId: string;
  /** EnKash's API, which tells a test environment from production. */
  readonly linkUrl: string;
}

/** The pseudonym of a customer in events and store keys: 32 hexadecimal digits of an HMAC of the card id. */
export async function pseudonymOf(enKashCardId: Secret, pseudonym: CryptoKey): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', pseudonym, new TextEncoder().encode(enKashCardId.reveal()));
  return Array.from(new Uint8Array(mac, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
