import type { Secret } from '../crypto/secret.js';

/** Enough that a password cannot be found by trying from an id that leaks; some 30 ms, once per process. */
const ITERATIONS = 100_000;

const ids = new WeakMap<Secret, Promise<string>>();

/** The id of credentials in a shared store: 32 hexadecimal digits, which do not lead back to them. */
export function credentialsId(credentials: Secret): Promise<string> {
  let id = ids.get(credentials);
  if (!id) ids.set(credentials, (id = derive(credentials)));
  return id;
}

async function derive(credentials: Secret): Promise<string> {
  const utf8 = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', utf8.encode(credentials.reveal()), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const salt = utf8.encode('enkash-vkyc-button credentials');
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS },
    material,
    128,
  );
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
