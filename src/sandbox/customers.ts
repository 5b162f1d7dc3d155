import { LINK_LIFETIME_MS, type KycLinks } from './kyc-links.js';
import { SAMPLE_STATUSES, type SampleStatus, type SampleStatusName } from './sample-status.js';

/** The events that the call's page reports to its own origin. After any of the last three its link is used. */
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

/** Why a link does not lead to a call: the status of the link, or a customer whose KYC is finished. */
export type LinkRefusal = 'replaced' | 'used' | 'expired' | 'unknown' | 'finished';

interface Customer {
  status: SampleStatus;
  lastEvent: CallEvent | null;
  auditAt: number | null;
  linkExpiresAt: number | null;
}

/** One customer in a snapshot, without link and token. */
export interface CustomerView extends SampleStatus {
  readonly enKashCardId: string;
  /** The last event of the call's page. */
  readonly lastEvent: CallEvent | null;
  /** When the audit verifies the customer, in epoch milliseconds; null when none is pending. */
  readonly auditAt: number | null;
}

/** The status of each customer, and how calls change it. */
export interface Customers {
  /** Sets a customer's status; an unknown card id becomes a customer. */
  set(enKashCardId: string, status: SampleStatus): void;
  status(enKashCardId: string): SampleStatus | undefined;
  views(): readonly CustomerView[];
  /**
   * Mints a link for a customer. EnKash's link call answers `VKYC_IN_PROGRESS`, so it starts the journey; any other status
   * is kept, since a backend without a status call reads it from the same answer.
   */
  mintLink(enKashCardId: string): string;
  /** Why the link with this token does not lead to a call; null when it does. */
  refusal(token: string): LinkRefusal | null;
  /** Applies an event of the call's page to the customer's status. Returns why the link is refused, or null. */
  record(token: string, event: CallEvent): LinkRefusal | null;
}

/** Settings of `createCustomers()`. */
export interface CustomersOptions {
  readonly links: KycLinks;
  readonly now: () => number;
  /** Milliseconds from the agent's approval to `verified`; null leaves the customer under review. */
  readonly auditDelayMs: () => number | null;
}

/** Creates an empty set of customers. */
export function createCustomers({ links, now, auditDelayMs }: CustomersOptions): Customers {
  const customers = new Map<string, Customer>();

  /** The customer, after the changes that are due at the current time. */
  function current(enKashCardId: string): Customer | undefined {
    const customer = customers.get(enKashCardId);
    if (customer === undefined) return undefined;
    if (customer.auditAt !== null && now() >= customer.auditAt) {
      customer.status = SAMPLE_STATUSES.verified;
      customer.auditAt = null;
    }
    if (customer.linkExpiresAt !== null && now() >= customer.linkExpiresAt) {
      if (hasStatus(customer, 'in-progress')) customer.status = SAMPLE_STATUSES.expired;
      customer.linkExpiresAt = null;
    }
    return customer;
  }

  function ownerOf(token: string): Customer | undefined {
    const enKashCardId = links.owner(token);
    return enKashCardId === undefined ? undefined : current(enKashCardId);
  }

  function refusal(token: string): LinkRefusal | null {
    const customer = ownerOf(token);
    if (customer === undefined) return 'unknown';
    if (hasStatus(customer, 'under-review', 'verified')) return 'finished';
    const linkStatus = links.status(token);
    return linkStatus === 'live' ? null : linkStatus;
  }

  return {
    set: (enKashCardId, status) => {
      customers.set(enKashCardId, { status, lastEvent: null, auditAt: null, linkExpiresAt: null });
    },

    status: (enKashCardId) => current(enKashCardId)?.status,

    views: () =>
      [...customers.keys()].flatMap((enKashCardId) => {
        const customer = current(enKashCardId);
        if (customer === undefined) return [];
        const { status, lastEvent, auditAt } = customer;
        return [{ enKashCardId, ...status, lastEvent, auditAt }];
      }),

    mintLink: (enKashCardId) => {
      const customer = current(enKashCardId);
      if (customer !== undefined) {
        customer.linkExpiresAt = now() + LINK_LIFETIME_MS;
        if (hasStatus(customer, 'not-started', 'expired')) customer.status = SAMPLE_STATUSES['in-progress'];
      }
      return links.mint(enKashCardId);
    },

    refusal,

    record: (token, event) => {
      const refused = refusal(token);
      const customer = ownerOf(token);
      if (refused !== null || customer === undefined) return refused ?? 'unknown';
      customer.lastEvent = event;
      switch (event) {
        case 'opened':
        case 'closed':
          return null;
        case 'queued':
        case 'joined':
          customer.status = SAMPLE_STATUSES['in-progress'];
          return null;
        case 'dropped':
          customer.status = SAMPLE_STATUSES['in-progress'];
          break;
        case 'rejected':
          customer.status = SAMPLE_STATUSES.rejected;
          break;
        case 'approved': {
          const delayMs = auditDelayMs();
          customer.status = SAMPLE_STATUSES['under-review'];
          customer.auditAt = delayMs === null ? null : now() + delayMs;
        }
      }
      links.markUsed(token);
      return null;
    },
  };
}

const hasStatus = (customer: Customer, ...names: SampleStatusName[]) =>
  names.some((name) => customer.status === SAMPLE_STATUSES[name]);
