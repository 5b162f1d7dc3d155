import { LINK_LIFE_MS, type KycLinks } from './kyc-links.js';
import { STANDINGS, type SampleStatus, type StandingName } from './sample-status.js';

/** What the call's page reports to its own origin. After any of the last three the link is spent. */
export const CALL_EVENTS = [
  'opened',
  'queued',
  'joined',
  'closed',
  'approved',
  'rejected',
  'dropped',
] as const;
export type CallEvent = (typeof CALL_EVENTS)[number];

/** Why a link leads to no call: its own fate, or a customer with nothing left to do. */
export type Refusal = 'replaced' | 'spent' | 'expired' | 'unknown' | 'finished';

interface Customer {
  standing: SampleStatus;
  lastEvent: CallEvent | null;
  auditAt: number | null;
  linkExpiresAt: number | null;
}

/** One customer as the world shows it: no link, no token. */
export interface CustomerView extends SampleStatus {
  readonly enKashCardId: string;
  /** What the call's page reported last. */
  readonly lastEvent: CallEvent | null;
  /** When the audit will have verified the customer, in milliseconds since 1970. */
  readonly auditAt: number | null;
}

/** Where every customer stands, and how a call changes it. */
export class Customers {
  readonly #customers = new Map<string, Customer>();

  constructor(
    readonly links: KycLinks,
    readonly now: () => number,
    readonly auditDelayMs: () => number | null,
  ) {}

  /** Puts a customer at a standing; a card id not seen before becomes a customer. */
  set(enKashCardId: string, standing: SampleStatus): void {
    this.#customers.set(enKashCardId, { standing, lastEvent: null, auditAt: null, linkExpiresAt: null });
  }

  standing(enKashCardId: string): SampleStatus | undefined {
    return this.#settled(enKashCardId)?.standing;
  }

  views(): readonly CustomerView[] {
    return [...this.#customers.keys()].flatMap((enKashCardId) => {
      const customer = this.#settled(enKashCardId);
      if (customer === undefined) return [];
      return [
        { enKashCardId, ...customer.standing, lastEvent: customer.lastEvent, auditAt: customer.auditAt },
      ];
    });
  }

  /**
   * A fresh link for a customer. EnKash's own link call answers `VKYC_IN_PROGRESS`, so asking begins the journey; any
   * other standing is left as it is, since a backend without a status call reads it from the same answer.
   */
  mintLink(enKashCardId: string): string {
    const customer = this.#settled(enKashCardId);
    if (customer !== undefined) {
      customer.linkExpiresAt = this.now() + LINK_LIFE_MS;
      if (isAt(customer, 'not-started', 'expired')) customer.standing = STANDINGS['in-progress'];
    }
    return this.links.mint(enKashCardId);
  }

  /** Why this link leads to no call; null when it does lead to one. */
  refusal(token: string): Refusal | null {
    const customer = this.#owner(token);
    if (customer === undefined) return 'unknown';
    if (isAt(customer, 'under-review', 'verified')) return 'finished';
    const fate = this.links.fate(token);
    return fate === 'live' ? null : fate;
  }

  /** The call's page reports; the customer's standing follows. Returns the refusal when the link is no longer good. */
  record(token: string, event: CallEvent): Refusal | null {
    const refusal = this.refusal(token);
    const customer = this.#owner(token);
    if (refusal !== null || customer === undefined) return refusal ?? 'unknown';
    customer.lastEvent = event;
    switch (event) {
      case 'opened':
      case 'closed':
        return null;
      case 'queued':
      case 'joined':
        customer.standing = STANDINGS['in-progress'];
        return null;
      case 'dropped':
        customer.standing = STANDINGS['in-progress'];
        break;
      case 'rejected':
        customer.standing = STANDINGS.rejected;
        break;
      case 'approved': {
        const delay = this.auditDelayMs();
        customer.standing = STANDINGS['under-review'];
        customer.auditAt = delay === null ? null : this.now() + delay;
      }
    }
    this.links.spend(token);
    return null;
  }

  #owner(token: string): Customer | undefined {
    const enKashCardId = this.links.owner(token);
    return enKashCardId === undefined ? undefined : this.#settled(enKashCardId);
  }

  /** The customer, brought up to what time alone has changed. */
  #settled(enKashCardId: string): Customer | undefined {
    const customer = this.#customers.get(enKashCardId);
    if (customer === undefined) return undefined;
    if (customer.auditAt !== null && this.now() >= customer.auditAt) {
      customer.standing = STANDINGS.verified;
      customer.auditAt = null;
    }
    if (customer.linkExpiresAt !== null && this.now() >= customer.linkExpiresAt) {
      if (isAt(customer, 'in-progress')) customer.standing = STANDINGS.expired;
      customer.linkExpiresAt = null;
    }
    return customer;
  }
}

const isAt = (customer: Customer, ...names: StandingName[]): boolean =>
  names.some((name) => customer.standing === STANDINGS[name]);
