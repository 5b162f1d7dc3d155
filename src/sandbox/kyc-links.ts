import { randomHex } from './random-hex.js';

/** The host in EnKash's documented reply; used until the sandbox has a Signzy origin of its own. */
export const DOCUMENTED_SIGNZY_ORIGIN = 'https://investor-onboarding-preproduction.signzy.tech';

/** The customer in EnKash's documented request and reply. */
export const SEED_CARD_ID = 'EKCHUZJWZW';

/** A link's life in days: the `kycExpiryDays` of the documented reply. */
export const LINK_LIFE_DAYS = 1;
export const LINK_LIFE_MS = LINK_LIFE_DAYS * 86_400_000;

const NAMESPACE = 'encash_preprod';
const CLIENT = '6811e8e00e53e2001c75059b';
const DOCUMENTED_TOKEN = '1b66af3a5ac0663e0ce927a63c0aad382da284599b18e8ebd78f3fd2a97f45de1154d88c232c98fe';

/** What has become of a link. Only a `live` one leads to a call. */
export type LinkStatus = 'live' | 'replaced' | 'spent' | 'expired' | 'unknown';

interface MintedLink {
  readonly enKashCardId: string;
  readonly mintedAt: number;
  fate: 'live' | 'replaced' | 'spent';
}

/** Every link the sandbox has given out. One customer has at most one live link. */
export class KycLinks {
  readonly #links = new Map<string, MintedLink>();
  readonly #latest = new Map<string, MintedLink>();

  constructor(
    readonly origin: string,
    readonly now: () => number,
  ) {}

  /** A fresh link for this customer; the one before it is `replaced`. */
  mint(enKashCardId: string): string {
    const documented = enKashCardId === SEED_CARD_ID && this.origin === DOCUMENTED_SIGNZY_ORIGIN;
    const token = documented ? DOCUMENTED_TOKEN : randomHex(40);
    const former = this.#latest.get(enKashCardId);
    if (former?.fate === 'live') former.fate = 'replaced';
    const link: MintedLink = { enKashCardId, mintedAt: this.now(), fate: 'live' };
    this.#links.set(token, link);
    this.#latest.set(enKashCardId, link);
    return `${this.origin}/${NAMESPACE}/${CLIENT}/${token}/eMain?ns=${NAMESPACE}`;
  }

  fate(token: string): LinkStatus {
    const link = this.#links.get(token);
    if (link === undefined) return 'unknown';
    return link.fate === 'live' && this.now() - link.mintedAt >= LINK_LIFE_MS ? 'expired' : link.fate;
  }

  /** Whose link this is. */
  owner(token: string): string | undefined {
    return this.#links.get(token)?.enKashCardId;
  }

  /** The link has served its call. */
  spend(token: string): void {
    const link = this.#links.get(token);
    if (link !== undefined) link.fate = 'spent';
  }
}

/**
 * The token and the last segment of a link's path, `/<namespace>/<client>/<token>/<leaf>`; null for any other path.
 * The call's page is the leaf `eMain`, what the page reports goes to `events` beside it.
 */
export function readLinkPath(pathname: string): { readonly token: string; readonly leaf: string } | null {
  const [before, namespace, client, token, leaf, ...more] = pathname.split('/');
  const fits = before === '' && namespace === NAMESPACE && client === CLIENT && more.length === 0;
  return fits && token !== undefined && leaf !== undefined ? { token, leaf } : null;
}
