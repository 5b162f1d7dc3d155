import type { CallMode, Downgrade } from '../launch/call-mode.js';
import type { KycStatus, Phase } from '../status/phase.js';
import type { CloseReason, JourneyAction } from './journey-action.js';
import type { Journey } from './journey.js';
import type { CurrentAvailability } from './opening-hours.js';
import { differs, NO_STATUS } from './customer-status.js';

/** What happens on the way, for the page to hear of: the element turns each into its event. */
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

/** What the page hears of a change; null where it made the change itself, or has an event of its own for it. */
export function publicEventFor(before: Journey, event: JourneyAction, after: Journey): PublicEvent | null {
  switch (event.type) {
    case 'opened':
      return after.state === 'open' ? { type: 'open', detail: { mode: after.mode } } : null;
    case 'gone':
      return before.state === 'open'
        ? { type: 'close', detail: { mode: before.mode, reason: event.reason } }
        : null;
    case 'blocked':
      return { type: 'downgrade', detail: event.downgrade };
    case 'hours-changed': {
      const { availability, clock } = event;
      // What the first answer says of the hours is how things are, not that they flip.
      const first = before.state === 'loading' && availability.reason !== 'server';
      const { open, reason } = before.availability;
      return first || (open === availability.open && reason === availability.reason)
        ? null
        : { type: 'availability-change', detail: { ...availability, clock } };
    }
    case 'answered':
    case 'minted':
    case 'started':
    case 'handed-off': {
      const { standing } = after;
      // The first standing is a change from none, whatever it is.
      const news =
        before.standing === NO_STATUS ? standing !== NO_STATUS : differs(standing, before.standing);
      const { phase, status } = standing;
      return news
        ? { type: 'status-change', detail: { ...status, phase, previousPhase: before.standing.phase } }
        : null;
    }
    case 'endpoint-given':
    case 'asked-again':
    case 'returned':
    case 'unanswered':
    case 'configured':
    case 'start-failed':
    case 'patience-ended':
      return null;
  }
}
