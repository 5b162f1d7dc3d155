import { randomHex } from './random-hex.js';

/** Seconds a sandbox token lives: EnKash's text speaks of five minutes. */
export const TOKEN_LIFE_SECONDS = 300;

/** The bearer tokens the sandbox has given out. */
export class AccessTokens {
  readonly #expiry = new Map<string, number>();

  constructor(readonly now: () => number) {}

  issue(): string {
    const token = randomHex(16);
    this.#expiry.set(token, this.now() + TOKEN_LIFE_SECONDS * 1_000);
    return token;
  }

  accepts(token: string): boolean {
    return this.now() < (this.#expiry.get(token) ?? 0);
  }

  /** Ends them all at once, as a change of password would. */
  revoke(): void {
    this.#expiry.clear();
  }
}
