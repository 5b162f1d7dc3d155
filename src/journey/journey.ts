import type { VkycError } from '../errors/vkyc-error.js';
import type { Availability } from '../hours/availability.js';
import type { TimeSource } from '../hours/server-clock.js';
import type { CallMode, Downgrade } from '../launch/call-mode.js';
import type { CloseReason } from '../launch/page-calls.js';
import type { RememberedPlace } from '../launch/remembered-call.js';
import type { SessionAction, SessionAnswer } from '../protocol/session-answer.js';
import { phaseOf, type KycStatus, type Phase, type StatusPhases } from '../status/phase.js';

/** The customer's KYC status, as EnKash last reported it. */
export interface CustomerStatus {
  readonly phase: Phase;
  readonly status: KycStatus;
  /** Something the customer must do elsewhere before a call can start. */
  readonly action: SessionAction | null;
}

/** Before the first answer. */
export const NO_STATUS: CustomerStatus = {
  phase: 'unknown',
  status: { kycStatus: null, kycSubStatus: null },
  action: null,
};

/** How the last attempt ended, while its outcome is not known. */
export type AttemptOutcome =
  /** The window was closed. */
  | 'closed'
  /** The customer chose to end the call. */
  | 'ended'
  /** The window is no longer observed; the call may continue in it. */
  | 'severed'
  /** As `severed`, and a press has said so: the next one opens another window. */
  | 'warned'
  /** The browser blocked the window; another click may succeed. */
  | 'blocked'
  /** The browser blocks every window; only this tab is left. */
  | 'no-window'
  /** The page could not show the call; a window can. */
  | 'frame-failed'
  /** The customer continues on the phone. */
  | 'handed-off';

/** When a call can start. */
export interface Hours {
  readonly availability: Availability;
  /** The moment after which no call can start, in epoch milliseconds, from 15 minutes before; else null. */
  readonly lastCall: number | null;
}

interface Facts extends Hours {
  readonly customer: CustomerStatus;
  /** The status that came with a prefetched link. Applied on click only, so that hovering never relabels the button. */
  readonly prefetchedStatus: CustomerStatus | null;
  /** How the last attempt ended, while its outcome is not known. */
  readonly lastAttempt: AttemptOutcome | null;
  /** Whether asking for the status may mint a link, as the last answer tells. */
  readonly mayMint: boolean;
}

/** One customer's way through the button. `state` is what the button can do now; its fields exist only in that state. */
export type Journey = Facts &
  (
    | { readonly state: 'idle' }
    | { readonly state: 'loading' }
    | { readonly state: 'ready' }
    | { readonly state: 'closed' }
    | { readonly state: 'opening'; readonly mode: CallMode }
    | {
        readonly state: 'open';
        readonly mode: CallMode;
        readonly statusAtOpen: CustomerStatus;
        /** Whether the customer probably does not see the call. */
        readonly unseen?: boolean;
      }
    | {
        readonly state: 'checking';
        readonly lastAttempt: 'closed' | 'severed' | 'warned';
        readonly statusAtOpen: CustomerStatus;
      }
    | { readonly state: 'done' }
    | { readonly state: 'error'; readonly failure: VkycError; readonly retry: 'refresh' | 'start' }
  );

export type State = Journey['state'];

/** Everything that can change a journey, or that its subscribers must know of. */
export type JourneyAction =
  | { readonly type: 'endpoint-set' }
  | ({ readonly type: 'schedule-set' } & Hours)
  /** The page maps EnKash's names to phases in another way now. */
  | { readonly type: 'status-phases-set'; readonly customer: CustomerStatus }
  /** `backendHoursExpired`: what the backend said about its hours has just run out. */
  | ({
      readonly type: 'hours-changed';
      readonly clock: TimeSource;
      readonly backendHoursExpired: boolean;
    } & Hours)
  /** The backend refused because EnKash is closed. The opening hours follow with `hours-changed`. */
  | { readonly type: 'closed-by-server'; readonly opensAt: string | null }
  | { readonly type: 'refresh-requested' }
  /** The page was restored from the back-forward cache. */
  | { readonly type: 'page-restored' }
  | { readonly type: 'status-received'; readonly customer: CustomerStatus; readonly mayMint: boolean }
  /** Without a failure, the endpoint answers only clicks, or EnKash is closed. */
  | { readonly type: 'status-failed'; readonly failure: VkycError | null; readonly userInitiated: boolean }
  /** A link was minted; this is the status in the same answer. */
  | { readonly type: 'link-received'; readonly customer: CustomerStatus }
  | { readonly type: 'call-started'; readonly mode: CallMode }
  /** There is no call on screen, and the customer must press again. */
  | { readonly type: 'call-blocked'; readonly downgrade: Downgrade }
  | { readonly type: 'call-opened' }
  /** The page shows a call that another journey opened. `origin` is that journey as it was then; null if not known. */
  | { readonly type: 'call-found'; readonly mode: CallMode; readonly origin: Journey | null }
  /** A call of this tab may be alive, which was opened before the page was loaded again, or by another journey. */
  | { readonly type: 'call-remembered'; readonly place: RememberedPlace }
  /** The customer has pressed the button although a call may be open in a window that is not observed. */
  | { readonly type: 'second-call-requested' }
  /** Nothing suggests that the customer sees the call. */
  | { readonly type: 'call-unseen' }
  /** Without a failure, EnKash is only closed. */
  | { readonly type: 'start-failed'; readonly failure: VkycError | null }
  /**
   * The call's window is gone, or its placeholder before there was a call. `reportAs` is the mode for `vkyc-close`; null
   * for a placeholder, and where the elements of another journey fire it.
   */
  | { readonly type: 'call-ended'; readonly reason: CloseReason; readonly reportAs: CallMode | null }
  | { readonly type: 'check-timed-out' }
  | { readonly type: 'handed-off' }
  | { readonly type: 'handoff-failed'; readonly failure: VkycError };

/** What subscribers of a journey receive. `after === before` if the action has no effect in that state. */
export interface JourneyChange {
  readonly before: Journey;
  readonly action: JourneyAction;
  readonly after: Journey;
}

/** How long the button shows "checking" before the customer can use it again. */
export const CHECK_TIMEOUT_MS = 60_000;

const UNKNOWN_AVAILABILITY: Availability = { open: false, reason: null, opensAt: null, closesAt: null };

/** A journey without an endpoint. */
export function newJourney(
  availability: Availability = UNKNOWN_AVAILABILITY,
  lastCall: number | null = null,
): Journey {
  return {
    state: 'idle',
    customer: NO_STATUS,
    prefetchedStatus: null,
    lastAttempt: null,
    mayMint: false,
    availability,
    lastCall,
  };
}

/** Whether a call may continue where this page cannot observe it. */
export function mayContinueUnseen(lastAttempt: AttemptOutcome | null): boolean {
  return lastAttempt === 'closed' || lastAttempt === 'ended' || mayBeAlive(lastAttempt);
}

/** Whether the outcome of the call is known while the call is still on screen. */
export function isAnswered(journey: Journey): boolean {
  if (journey.state === 'done') return true;
  const { customer } = journey;
  return journey.state === 'open' && isSettled(customer) && differs(customer, journey.statusAtOpen);
}

/** Whether nobody has seen the end of the call. */
function mayBeAlive(lastAttempt: AttemptOutcome | null): boolean {
  return lastAttempt === 'severed' || lastAttempt === 'warned' || lastAttempt === 'handed-off';
}

/** Whether nobody has to fear for a call when the status is asked for: a link that is minted may end the one before it. */
export function isAskingSafe({ state, lastAttempt, mayMint }: Journey): boolean {
  return !mayMint || !(state === 'opening' || state === 'open' || mayBeAlive(lastAttempt));
}

/** Whether an answer can bring anything new to a customer who comes back, or whose call has just ended. */
export function isAskingUseful(journey: Journey): boolean {
  const { state } = journey;
  return state !== 'idle' && state !== 'opening' && state !== 'done' && isAskingSafe(journey);
}

/** Whether a link may be minted on the customer's mere intent: there is a use for it, and no call that it could end. */
export function mayPrefetch({ state, customer, lastAttempt, mayMint }: Journey): boolean {
  // Under review the button only refreshes, and before the terms are accepted it leads there.
  if (state !== 'ready' || customer.phase === 'under-review' || customer.action) return false;
  return mayMint
    ? customer.phase !== 'in-progress' && !mayContinueUnseen(lastAttempt)
    : !mayBeAlive(lastAttempt);
}

/** Reads the customer's status from an answer. `phases` are the page's own additions to the default table. */
export function customerStatusOf(
  { status, action }: Pick<SessionAnswer, 'status' | 'action'>,
  phases: StatusPhases | undefined,
): CustomerStatus {
  return { status, action, phase: phaseOf(status, phases) };
}

/** Whether the phase is the outcome of a call, or its audit: waiting longer brings no other soon. */
export function isSettled({ phase }: CustomerStatus): boolean {
  return phase === 'verified' || phase === 'under-review' || phase === 'rejected' || phase === 'expired';
}

/** Whether two statuses differ in phase, names or required action. Labels and descriptions do not count. */
export function differs(a: CustomerStatus, b: CustomerStatus): boolean {
  return (
    a.phase !== b.phase ||
    a.action?.url !== b.action?.url ||
    a.status.kycStatus?.name !== b.status.kycStatus?.name ||
    a.status.kycSubStatus?.name !== b.status.kycSubStatus?.name
  );
}
