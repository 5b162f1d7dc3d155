/** Lifetime of a sandbox token in seconds: the five minutes of EnKash's documentation. */
export const TOKEN_LIFETIME_SECONDS = 300;

/** The bearer tokens that the sandbox has issued. */
export interface AccessTokens {
  issue(): string;
  /** Whether a token was issued here and has not expired. */
  accepts(token: string): boolean;
  /** Revokes all tokens, as a change of the password would. */
  revoke(): void;
}

/** Creates an empty set of tokens. `now` is in epoch milliseconds. */
export function createAccessTokens(now: () => number): AccessTokens {
  const expiries = new Map<string, number>();
  return {
    issue: () => {
      const token = randomHex(16);
      expiries.set(token, now() + TOKEN_LIFETIME_SECONDS * 1_000);
      return token;
    },
    accepts: (token) => now() < (expiries.get(token) ?? 0),
    revoke: () => expiries.clear(),
  };
}

/** Random bytes in lower-case hexadecimal digits. */
export function randomHex(byteCount: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(byteCount)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
