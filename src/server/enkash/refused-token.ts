import { createExpiringMap } from '../stores/expiring-map.js';

/** Different cards that EnKash must answer 403 for before the token is blamed. */
const CARDS_TO_BLAME_TOKEN = 3;

const MAX_CARDS = 1_000;
const REMEMBERED_MS = 600_000;

/** Decides whether EnKash's refusal concerns the token, and so all customers, or one card. */
export interface RefusedToken {
  /** Notes the status of an answer. Returns whether the token has to be replaced. */
  isBlamed(status: number, customer: string): boolean;
}

/** Creates the decision: 401 always concerns the token; 403 when three cards in a row met it. */
export function createRefusedToken(now: () => number): RefusedToken {
  const create = () => createExpiringMap<true>({ maxEntries: MAX_CARDS, now });
  let forbidden = create();
  let count = 0;
  return {
    isBlamed: (status, customer) => {
      if (status === 401) return true;
      if (status !== 403) {
        if (count > 0) forbidden = create();
        count = 0;
        return false;
      }
      if (!forbidden.get(customer)) count += 1;
      forbidden.set(customer, true, now() + REMEMBERED_MS);
      if (count < CARDS_TO_BLAME_TOKEN) return false;
      // The next token starts with no refusals.
      forbidden = create();
      count = 0;
      return true;
    },
  };
}
