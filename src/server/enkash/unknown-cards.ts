import type { VkycHttpError } from '../errors.js';
import { wrongUrlError } from './enkash-response.js';

/** Different cards that EnKash must not know before the URL is blamed. */
const CARDS_TO_BLAME_URL = 3;

/** Time after which a 404 says nothing more about the URL. */
const REMEMBERED_MS = 600_000;

/** Tells a card that EnKash does not know from a URL that it does not know. */
export interface UnknownCards {
  /** The error itself; `wrong-url` instead of a 404 that several cards met with nothing else in between. */
  judge(customer: string, error: VkycHttpError): VkycHttpError;
  /** Notes that EnKash has answered a call. */
  clear(): void;
  /** Whether EnKash seems to know no card at all. */
  readonly areAll: boolean;
}

/** Creates a memory of at most three cards. */
export function createUnknownCards(now: () => number): UnknownCards {
  const cards = new Map<string, number>();
  const forgetOld = () => {
    for (const [card, at] of cards) if (at + REMEMBERED_MS < now()) cards.delete(card);
  };
  return {
    judge: (customer, error) => {
      const { code, details } = error;
      if (details.upstreamStatus === 422 || code === 'wrong_customer' || code === 'invalid_link')
        cards.clear();
      if (code !== 'not_eligible' || details.upstreamStatus !== 404) return error;
      forgetOld();
      if (cards.size < CARDS_TO_BLAME_URL || cards.has(customer)) cards.set(customer, now());
      return cards.size < CARDS_TO_BLAME_URL ? error : wrongUrlError(404);
    },
    clear: () => cards.clear(),
    get areAll() {
      forgetOld();
      return cards.size >= CARDS_TO_BLAME_URL;
    },
  };
}
