import type { VkycError } from '../errors/vkyc-error.js';
import type { Availability } from '../hours/availability.js';
import type { TimeSource } from '../hours/server-clock.js';
import type { CallMode, Downgrade } from '../launch/call-mode.js';
import type { CloseReason } from '../launch/page-calls.js';
import type { KycStatus, Phase } from '../status/phase.js';
import { differs, NO_STATUS, type JourneyChange } from '../journey/journey.js';

/** Whether a call can start now, and whose clock that is based on. */
export interface CurrentAvailability extends Availability {
  /** `device` until the first answer with a time, and from a sleep to the next answer. */
  readonly clock: TimeSource;
}

/** The details of the events that a change of the journey causes; each becomes the `vkyc-…` event of that name. */
export interface PublicEventDetails {
  readonly open: { mode: CallMode };
  readonly close: { mode: CallMode; reason: CloseReason };
  readonly downgrade: Downgrade;
  readonly 'status-change': KycStatus & { phase: Phase; previousPhase: Phase };
  readonly 'availability-change': CurrentAvailability;
}

export type PublicEvent = {
  readonly [Type in keyof PublicEventDetails]: {
    readonly type: Type;
    readonly detail: PublicEventDetails[Type];
  };
}[keyof PublicEventDetails];

/** The event that the page receives for a change; null for what the page did itself, and for failures. */
export function publicEventFor({ before, action, after }: JourneyChange): PublicEvent | null {
  switch (action.type) {
    case 'call-opened':
      return before.state === 'opening' && after.state === 'open'
        ? { type: 'open', detail: { mode: after.mode } }
        : null;
    case 'call-ended':
      return action.reportAs && { type: 'close', detail: { mode: action.reportAs, reason: action.reason } };
    case 'call-blocked':
      return after === before ? null : { type: 'downgrade', detail: action.downgrade };
    case 'hours-changed': {
      const { availability, clock } = action;
      // The first answer reports the hours as they are, which is not a change of them.
      const isFirst = before.state === 'loading' && availability.reason !== 'server';
      const { open, reason } = before.availability;
      return isFirst || (open === availability.open && reason === availability.reason)
        ? null
        : { type: 'availability-change', detail: { ...availability, clock } };
    }
    case 'status-received':
    case 'link-received':
    case 'call-started':
    case 'handed-off': {
      const { customer } = after;
      // The first status is a change from none, whatever it is.
      const changed =
        before.customer === NO_STATUS ? customer !== NO_STATUS : differs(customer, before.customer);
      const { phase, status } = customer;
      return changed
        ? { type: 'status-change', detail: { ...status, phase, previousPhase: before.customer.phase } }
        : null;
    }
    case 'endpoint-set':
    case 'schedule-set':
    case 'status-phases-set':
    case 'closed-by-server':
    case 'refresh-requested':
    case 'page-restored':
    case 'status-failed':
    case 'call-remembered':
    case 'second-call-requested':
    case 'call-unseen':
    case 'start-failed':
    case 'call-found':
    case 'check-timed-out':
    case 'handoff-failed':
      return null;
  }
}

/** Whether every element that shows the journey fires the event, since it is true of each; else only the active one. */
export function isForEveryView({ type }: PublicEvent): boolean {
  return type === 'status-change' || type === 'availability-change';
}

/** The failure to report as `vkyc-error`; null for one that changed nothing, because a retry follows by itself. */
export function failureToReport({ before, action, after }: JourneyChange): VkycError | null {
  if (action.type === 'handoff-failed') return action.failure;
  return 'failure' in action && after !== before ? action.failure : null;
}
