import { deriveKeys, pseudonymOf, type Tenant } from './keys.js';
import type { Secret } from './secret.js';

/** The keys of all secrets in use. The first secret is the current one; the others are still accepted. */
export interface Keyring {
  readonly sealingKeys: readonly [CryptoKey, ...CryptoKey[]];
  /** The pseudonyms of a customer by each secret, that by the current one first. */
  pseudonymsOf(enKashCardId: Secret): Promise<[string, ...string[]]>;
}

/** Derives the keys of a list of secrets. */
export async function createKeyring(
  [current, ...others]: readonly [Secret, ...Secret[]],
  tenant: Tenant,
): Promise<Keyring> {
  const first = await deriveKeys(current, tenant);
  const rest = await Promise.all(others.map((secret) => deriveKeys(secret, tenant)));
  return {
    sealingKeys: [first.sealing, ...rest.map(({ sealing }) => sealing)],
    pseudonymsOf: async (enKashCardId) => [
      await pseudonymOf(enKashCardId, first.pseudonym),
      ...(await Promise.all(rest.map(({ pseudonym }) => pseudonymOf(enKashCardId, pseudonym)))),
    ],
  };
}
