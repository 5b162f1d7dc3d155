import type { VkycError } from '../errors/vkyc-error.js';
import type { Availability } from '../hours/availability.js';
import type { CallMode, Downgrade } from '../launch/call-mode.js';
import type { CloseReason, JourneyAction } from './journey-action.js';
import type { Hours } from './opening-hours.js';
import { differs, isSettled, NO_STATUS, type CustomerStatus } from './customer-status.js';

/** What the last attempt left behind, while its outcome is not known. */
export type AttemptOutcome =
  /** The window is closed. */
  | 'closed'
  /** We lost sight of the window; the call may live on in it. */
  | 'severed'
  /** The browser opened no window; one more click may. */
  | 'blocked'
  /** The browser opens no window at all; only this tab is left. */
  | 'no-window'
  /** The page could not show the call; a window can. */
  | 'frame-failed'
  /** The customer goes on with the call on the phone. */
  | 'handed-off';

interface Known extends Hours {
  readonly standing: CustomerStatus;
  /**
   * What came with a link that was fetched ahead. Making one puts a new customer in progress, and that must not change
   * the words under a hand which only came near: it counts from the click on.
   */
  readonly ahead: CustomerStatus | null;
}

/** Everything that is true of one customer's way through the button. `state` says what the button can do now. */
export type Journey = Known &
  (
    | { readonly state: 'idle' }
    | { readonly state: 'loading' }
    | { readonly state: 'ready'; readonly after: AttemptOutcome | null }
    | { readonly state: 'closed'; readonly after: AttemptOutcome | null }
    | { readonly state: 'opening'; readonly mode: CallMode }
    | { readonly state: 'open'; readonly mode: CallMode; readonly before: CustomerStatus }
    | { readonly state: 'checking'; readonly after: 'closed' | 'severed'; readonly before: CustomerStatus }
    | { readonly state: 'done' }
    | { readonly state: 'error'; readonly failure: VkycError; readonly again: 'ask' | 'start' }
  );

export type State = Journey['state'];

/** A journey before anything is known. */
export function newJourney(availability: Availability, lastCall: number | null = null): Journey {
  return { state: 'idle', standing: NO_STATUS, ahead: null, availability, lastCall };
}

/** The one way a journey changes. Pure; an event that means nothing in a state leaves the journey as it is. */
export function transition(journey: Journey, event: JourneyAction): Journey {
  switch (event.type) {
    case 'endpoint-given':
      return { ...newJourney(journey.availability, journey.lastCall), state: 'loading' };
    case 'asked-again':
      return journey.state === 'error' ? { ...known(journey), state: 'loading' } : journey;
    case 'returned':
      return left(journey) ? { ...known(journey), state: 'loading' } : journey;
    case 'answered':
      return answered(journey, event.standing);
    case 'minted':
      return journey.state === 'ready'
        ? { ...journey, ahead: event.standing }
        : answered(journey, event.standing);
    case 'unanswered':
      return unanswered(journey, event.failure, event.wished);
    case 'configured':
      return readAnew(hoursChanged(journey, event), event.standing);
    case 'hours-changed':
      return hoursChanged(journey, event);
    case 'started': {
      const heeded = heedAhead(journey);
      return heeded.state === 'done' ? heeded : { ...known(heeded), state: 'opening', mode: event.mode };
    }
    case 'blocked':
      return journey.state === 'opening' || journey.state === 'open'
        ? resting(journey, aftermathOf(event.downgrade))
        : journey;
    case 'opened':
      // The standing of before the call, but after its link was made: making one may change it.
      return journey.state === 'opening' ? { ...journey, state: 'open', before: journey.standing } : journey;
    case 'start-failed':
      return journey.state === 'opening' ? startFailed(journey, event.failure) : journey;
    case 'handed-off': {
      const heeded = heedAhead(journey);
      return isResting(heeded) && heeded.after !== 'handed-off' ? resting(heeded, 'handed-off') : heeded;
    }
    case 'gone':
      return gone(journey, event.reason);
    case 'patience-ended':
      return journey.state === 'checking' ? resting(journey, journey.after) : journey;
  }
}

/** Whether a call may have gone on, or go on, where we do not see it. */
export function goesOnUnseen(after: AttemptOutcome | null): boolean {
  return after === 'closed' || after === 'severed' || after === 'handed-off';
}

/** Whether the journey went on in this very tab, so that to be here again means to have come back. */
function left(journey: Journey): boolean {
  return (journey.state === 'opening' || journey.state === 'open') && journey.mode === 'redirect';
}

/** `news`: EnKash said something else before. */
function answered(
  before: Journey,
  standing: CustomerStatus,
  news = differs(standing, before.standing),
): Journey {
  const journey = { ...before, standing, ahead: null };
  switch (journey.state) {
    case 'idle':
      return journey;
    case 'loading':
    case 'done':
      return resting(journey, null);
    case 'ready':
    case 'closed':
      return resting(journey, news && isSettled(standing) ? null : journey.after);
    case 'opening':
    case 'open':
    case 'error':
      return standing.phase === 'verified' ? resting(journey, null) : journey;
    case 'checking':
      return differs(standing, journey.before)
        ? resting(journey, isSettled(standing) ? null : journey.after)
        : journey;
  }
}

/** The customer uses the link that was fetched ahead. */
function heedAhead(journey: Journey): Journey {
  return journey.ahead ? answered(journey, journey.ahead) : journey;
}

function readAnew(journey: Journey, standing: CustomerStatus): Journey {
  // While loading, the answer to come will be read in the new way.
  const waits = journey.state === 'idle' || journey.state === 'loading';
  if (waits || !differs(standing, journey.standing)) return journey;
  return { ...answered(journey, standing, false), ahead: journey.ahead };
}

function unanswered(journey: Journey, failure: VkycError | null, wished: boolean): Journey {
  if (!failure) return journey.state === 'loading' ? resting(journey, null) : journey;
  // While a call is up or an outcome is awaited, one unanswered question is no news: the next one may succeed.
  return journey.state === 'idle' || journey.state === 'loading' || (wished && isResting(journey))
    ? { ...known(journey), state: 'error', failure, again: 'ask' }
    : journey;
}

function startFailed(journey: Journey, failure: VkycError | null): Journey {
  // Outside hours there is nothing to try again: the next opening is what the customer needs to know.
  return failure && journey.availability.open
    ? { ...known(journey), state: 'error', failure, again: 'start' }
    : resting(journey, null);
}

function hoursChanged(before: Journey, { availability, lastCall }: Hours): Journey {
  if (availability === before.availability && lastCall === before.lastCall) return before;
  const journey = { ...before, availability, lastCall };
  if (journey.state === 'error' && journey.again === 'start') return startFailed(journey, journey.failure);
  return isResting(journey) ? resting(journey, journey.after) : journey;
}

function aftermathOf({ from, to }: Downgrade): AttemptOutcome {
  if (from === 'iframe') return 'frame-failed';
  return to === 'popup' ? 'blocked' : 'no-window';
}

function gone(journey: Journey, reason: CloseReason): Journey {
  if (journey.state === 'opening') return resting(journey, null);
  if (journey.state !== 'open') return journey;
  return {
    ...known(journey),
    state: 'checking',
    after: reason === 'severed' ? 'severed' : 'closed',
    before: journey.before,
  };
}

function isResting(journey: Journey): journey is Journey & { readonly state: 'ready' | 'closed' } {
  return journey.state === 'ready' || journey.state === 'closed';
}

/** The state in which the button waits for the customer. Under review needs no call, so hours do not matter there. */
function resting(journey: Journey, after: AttemptOutcome | null): Journey {
  if (journey.standing.phase === 'verified') return { ...known(journey), state: 'done' };
  const open = journey.availability.open || journey.standing.phase === 'under-review';
  return { ...known(journey), state: open ? 'ready' : 'closed', after };
}

function known({ standing, ahead, availability, lastCall }: Journey): Known {
  return { standing, ahead, availability, lastCall };
}
