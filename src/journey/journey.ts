import type { VkycError } from '../errors/vkyc-error.js';
import type { Availability } from '../hours/availability.js';
import type { CallMode } from '../launch/call-mode.js';
import { differs, isSettled, NO_STANDING, type Standing } from './standing.js';

/** Why the call's window is gone. It says nothing about the outcome; see `vkyc-close`. */
export type CloseReason = 'user' | 'severed' | 'page' | 'replaced';

/** What the last attempt left behind, while its outcome is not known. */
export type Aftermath =
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

interface Known {
  readonly standing: Standing;
  readonly availability: Availability;
  /** The moment after which no call can start any more, in epoch milliseconds, while that is near; else null. */
  readonly lastCall: number | null;
}

/** Everything that is true of one customer's way through the button. `state` says what the button can do now. */
export type Journey = Known &
  (
    | { readonly state: 'idle' }
    | { readonly state: 'loading' }
    | { readonly state: 'ready'; readonly after: Aftermath | null }
    | { readonly state: 'closed'; readonly after: Aftermath | null }
    | { readonly state: 'opening'; readonly mode: CallMode }
    | { readonly state: 'open'; readonly mode: CallMode; readonly before: Standing }
    | { readonly state: 'checking'; readonly after: 'closed' | 'severed'; readonly before: Standing }
    | { readonly state: 'done' }
    | { readonly state: 'error'; readonly failure: VkycError; readonly again: 'ask' | 'start' }
  );

export type State = Journey['state'];

/** What can happen to a journey. */
export type JourneyEvent =
  | { readonly type: 'endpoint-given' }
  | { readonly type: 'asked-again' }
  | { readonly type: 'returned' }
  | { readonly type: 'answered'; readonly standing: Standing }
  | { readonly type: 'not-offered' }
  /** `wished`: the customer waits for this answer. */
  | { readonly type: 'ask-failed'; readonly failure: VkycError; readonly wished: boolean }
  /** The page reads the same words of EnKash in another way now. */
  | { readonly type: 'read-anew'; readonly standing: Standing }
  | { readonly type: 'hours-changed'; readonly availability: Availability; readonly lastCall: number | null }
  | { readonly type: 'started'; readonly mode: CallMode }
  | { readonly type: 'blocked'; readonly after: Aftermath }
  | { readonly type: 'opened' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'start-failed'; readonly failure: VkycError }
  | { readonly type: 'handed-off' }
  | { readonly type: 'gone'; readonly reason: CloseReason }
  | { readonly type: 'patience-ended' };

/** A journey before anything is known. */
export function newJourney(availability: Availability, lastCall: number | null = null): Journey {
  return {
    state: 'idle',
    standing: NO_STANDING,
    availability,
    lastCall,
  };
}

/** The one way a journey changes. Pure; an event that means nothing in a state leaves the journey as it is. */
export function transition(journey: Journey, event: JourneyEvent): Journey {
  switch (event.type) {
    case 'endpoint-given':
      return { ...newJourney(journey.availability, journey.lastCall), state: 'loading' };
    case 'asked-again':
      return journey.state === 'error' ? { ...known(journey), state: 'loading' } : journey;
    case 'returned':
      return left(journey) ? { ...known(journey), state: 'loading' } : journey;
    case 'answered':
      return answered({ ...journey, standing: event.standing }, differs(event.standing, journey.standing));
    case 'not-offered':
      return journey.state === 'loading' ? resting(journey, null) : journey;
    case 'ask-failed':
      return journey.state === 'idle' || journey.state === 'loading' || (event.wished && isResting(journey))
        ? { ...known(journey), state: 'error', failure: event.failure, again: 'ask' }
        : journey;
    case 'read-anew':
      // While loading, the answer to come will be read in the new way.
      return journey.state === 'idle' || journey.state === 'loading'
        ? journey
        : answered({ ...journey, standing: event.standing }, false);
    case 'hours-changed':
      return hoursChanged({ ...journey, availability: event.availability, lastCall: event.lastCall });
    case 'started':
      return journey.state === 'done' ? journey : { ...known(journey), state: 'opening', mode: event.mode };
    case 'blocked':
      return journey.state === 'opening' || journey.state === 'open'
        ? resting(journey, event.after)
        : journey;
    case 'opened':
      // The standing of before the call, but after its link was made: making one may change it.
      return journey.state === 'opening' ? { ...journey, state: 'open', before: journey.standing } : journey;
    case 'cancelled':
      return journey.state === 'opening' ? resting(journey, null) : journey;
    case 'start-failed':
      return journey.state === 'opening' ? startFailed(journey, event.failure) : journey;
    case 'handed-off':
      return isResting(journey) && journey.after !== 'handed-off' ? resting(journey, 'handed-off') : journey;
    case 'gone':
      return gone(journey, event.reason);
    case 'patience-ended':
      return journey.state === 'checking' ? resting(journey, journey.after) : journey;
  }
}

/** Whether a call may have gone on, or go on, where we do not see it. */
export function goesOnUnseen(after: Aftermath | null): boolean {
  return after === 'closed' || after === 'severed' || after === 'handed-off';
}

/** Whether the journey went on in this very tab, so that to be here again means to have come back. */
function left(journey: Journey): boolean {
  return (journey.state === 'opening' || journey.state === 'open') && journey.mode === 'redirect';
}

/** `news`: EnKash said something else before. */
function answered(journey: Journey, news: boolean): Journey {
  const { standing } = journey;
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

function startFailed(journey: Journey, failure: VkycError): Journey {
  // Outside hours there is nothing to try again: the next opening is what the customer needs to know.
  return journey.availability.open
    ? { ...known(journey), state: 'error', failure, again: 'start' }
    : resting(journey, null);
}

function hoursChanged(journey: Journey): Journey {
  if (journey.state === 'error' && journey.again === 'start') return startFailed(journey, journey.failure);
  return isResting(journey) ? resting(journey, journey.after) : journey;
}

function gone(journey: Journey, reason: CloseReason): Journey {
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
function resting(journey: Journey, after: Aftermath | null): Journey {
  if (journey.standing.phase === 'verified') return { ...known(journey), state: 'done' };
  const open = journey.availability.open || journey.standing.phase === 'under-review';
  return { ...known(journey), state: open ? 'ready' : 'closed', after };
}

function known({ standing, availability, lastCall }: Journey): Known {
  return { standing, availability, lastCall };
}
