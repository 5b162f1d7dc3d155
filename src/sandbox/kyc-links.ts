import { randomHex } from './access-tokens.js';

/** The host in EnKash's documented reply; used until the sandbox has a Signzy origin of its own. */
export const DOCUMENTED_SIGNZY_ORIGIN = 'https://investor-onboarding-preproduction.signzy.tech';

/** The customer in EnKash's documented request and reply. */
export const SEED_CARD_ID = 'EKCHUZJWZW';

/** Lifetime of a link in days: `kycExpiryDays` of the documented reply. */
export const LINK_LIFETIME_DAYS = 1;
export const LINK_LIFETIME_MS = LINK_LIFETIME_DAYS * 86_400_000;

const NAMESPACE = 'encash_preprod';
const CLIENT = '6811e8e00e53e2001c75059b';
const DOCUMENTED_TOKEN = '1b66af3a5ac0663e0ce927a63c0aad382da284599b18e8ebd78f3fd2a97f45de1154d88c232c98fe';

/** The status of a link. Only a `live` one leads to a call; `used`: its call has ended. */
export type LinkStatus = 'live' | 'replaced' | 'used' | 'expired' | 'unknown';

interface MintedLink {
  readonly enKashCardId: string;
  readonly mintedAt: number;
  status: 'live' | 'replaced' | 'used';
}

/** The links that the sandbox has minted. A customer has at most one live link. */
export interface KycLinks {
  /** Mints a link for a customer; the previous one is `replaced`. */
  mint(enKashCardId: string): string;
  /** The status of the link with this token. */
  status(token: string): LinkStatus;
  /** The customer of a link. */
  owner(token: string): string | undefined;
  /** Marks a link whose call has ended. */
  markUsed(token: string): void;
}

/** Creates links on a Signzy origin. `now` is in epoch milliseconds. */
export function createKycLinks(origin: string, now: () => number): KycLinks {
  const links = new Map<string, MintedLink>();
  const latest = new Map<string, MintedLink>();
  return {
    mint: (enKashCardId) => {
      const isDocumented = enKashCardId === SEED_CARD_ID && origin === DOCUMENTED_SIGNZY_ORIGIN;
      const token = isDocumented ? DOCUMENTED_TOKEN : randomHex(40);
      const previous = latest.get(enKashCardId);
      if (previous?.status === 'live') previous.status = 'replaced';
      const link: MintedLink = { enKashCardId, mintedAt: now(), status: 'live' };
      links.set(token, link);
      latest.set(enKashCardId, link);
      return `${origin}/${NAMESPACE}/${CLIENT}/${token}/eMain?ns=${NAMESPACE}`;
    },
    status: (token) => {
      const link = links.get(token);
      if (link === undefined) return 'unknown';
      return link.status === 'live' && now() - link.mintedAt >= LINK_LIFETIME_MS ? 'expired' : link.status;
    },
    owner: (token) => links.get(token)?.enKashCardId,
    markUsed: (token) => {
      const link = links.get(token);
      if (link !== undefined) link.status = 'used';
    },
  };
}

/**
 * The token and the last segment of a link's path, `/<namespace>/<client>/<token>/<leaf>`; null for any other path.
 * The leaf of the call's page is `eMain`; its reports go to the leaf `events`.
 */
export function readLinkPath(pathname: string): { readonly token: string; readonly leaf: string } | null {
  const [before, namespace, client, token, leaf, ...more] = pathname.split('/');
  const matches = before === '' && namespace === NAMESPACE && client === CLIENT && more.length === 0;
  return matches && token !== undefined && leaf !== undefined ? { token, leaf } : null;
}
