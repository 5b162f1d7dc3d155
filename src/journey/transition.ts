import type { VkycError } from '../errors/vkyc-error.js';
import type { CallMode, Downgrade } from '../launch/call-mode.js';
import type { CloseReason } from '../launch/page-calls.js';
import {
  differs,
  isAnswered,
  isAskingSafe,
  isSettled,
  mayContinueUnseen,
  newJourney,
  NO_STATUS,
  type CustomerStatus,
  type AttemptOutcome,
  type Hours,
  type Journey,
  type JourneyAction,
} from './journey.js';

/** The only way a journey changes. Pure; an action that has no effect in a state returns the same object. */
export function transition(journey: Journey, action: JourneyAction): Journey {
  switch (action.type) {
    case 'endpoint-set':
      return { ...newJourney(journey.availability, journey.lastCall), state: 'loading' };
    case 'schedule-set':
    case 'hours-changed':
      return applyHours(journey, action);
    case 'status-phases-set':
      return remapStatus(journey, action.customer);
    case 'refresh-requested':
      return journey.state === 'error' ? { ...factsOf(journey), state: 'loading' } : journey;
    case 'page-restored':
      return wasInThisTab(journey) ? { ...factsOf(journey), state: 'loading' } : journey;
    case 'status-received':
      return applyStatus({ ...journey, mayMint: action.mayMint }, action.customer);
    case 'link-received':
      return journey.state === 'ready'
        ? { ...journey, prefetchedStatus: action.customer }
        : applyStatus(journey, action.customer);
    case 'status-failed':
      return statusFailed(journey, action.failure, action.userInitiated);
    case 'call-started': {
      const current = applyPrefetched(journey);
      return current.state === 'done'
        ? current
        : { ...factsOf(current), state: 'opening', mode: action.mode };
    }
    case 'call-blocked':
      return journey.state === 'opening' || journey.state === 'checking'
        ? waitForCustomer(journey, outcomeOf(action.downgrade))
        : journey;
    case 'call-opened':
      // The status before the call but after its link was minted, since minting may change it.
      return journey.state === 'opening'
        ? { ...journey, state: 'open', lastAttempt: null, statusAtOpen: journey.customer }
        : journey;
    case 'call-found':
      return callFound(journey, action.mode, action.origin);
    case 'call-remembered':
      return journey.state === 'loading'
        ? { ...journey, lastAttempt: action.place === 'window' ? 'severed' : 'handed-off' }
        : journey;
    case 'second-call-requested':
      if (journey.lastAttempt !== 'severed') return journey;
      return journey.state === 'checking'
        ? { ...journey, lastAttempt: 'warned' }
        : waitForCustomer(journey, 'warned');
    case 'call-unseen':
      return journey.state === 'open' && !journey.unseen ? { ...journey, unseen: true } : journey;
    case 'start-failed':
      return journey.state === 'opening' ? startFailed(journey, action.failure) : journey;
    case 'call-ended':
      return callEnded(journey, action.reason);
    case 'check-timed-out':
      return journey.state === 'checking' ? checkTimedOut(journey) : journey;
    case 'handed-off': {
      const current = applyPrefetched(journey);
      return isWaiting(current) && current.lastAttempt !== 'handed-off'
        ? waitForCustomer(current, 'handed-off')
        : current;
    }
    case 'handoff-failed':
    case 'closed-by-server':
      return journey;
  }
}

/** Whether the call took the place of the page in this tab, so that seeing the page again means to have come back. */
function wasInThisTab(journey: Journey): boolean {
  return (journey.state === 'opening' || journey.state === 'open') && journey.mode === 'redirect';
}

/** `changed`: whether EnKash reported another status before. */
function applyStatus(
  before: Journey,
  customer: CustomerStatus,
  changed = differs(customer, before.customer),
): Journey {
  const journey = { ...before, customer, prefetchedStatus: null };
  // Verified is the end, whatever the button was doing.
  if (customer.phase === 'verified' && journey.state !== 'idle') return waitForCustomer(journey, null);
  switch (journey.state) {
    case 'idle':
    case 'opening':
      return journey;
    case 'loading':
    case 'ready':
    case 'closed':
    case 'done':
      return waitForCustomer(journey, changed && isSettled(customer) ? null : journey.lastAttempt);
    case 'error':
      // What could not be loaded is there now; why a call did not start stays on screen.
      return journey.retry === 'refresh' ? waitForCustomer(journey, journey.lastAttempt) : journey;
    case 'open':
      // Of a call that was found, the first answer is the earliest known status.
      return journey.statusAtOpen === NO_STATUS ? { ...journey, statusAtOpen: customer } : journey;
    case 'checking':
      return differs(customer, journey.statusAtOpen)
        ? waitForCustomer(journey, isSettled(customer) ? null : journey.lastAttempt)
        : journey;
  }
}

/** The customer uses the link that was prefetched. */
function applyPrefetched(journey: Journey): Journey {
  return journey.prefetchedStatus ? applyStatus(journey, journey.prefetchedStatus) : journey;
}

function remapStatus(journey: Journey, customer: CustomerStatus): Journey {
  // While loading, the answer to come will be mapped in the new way.
  const hasNoAnswer = journey.state === 'idle' || journey.state === 'loading';
  if (hasNoAnswer || !differs(customer, journey.customer)) return journey;
  return { ...applyStatus(journey, customer, false), prefetchedStatus: journey.prefetchedStatus };
}

function statusFailed(journey: Journey, failure: VkycError | null, userInitiated: boolean): Journey {
  if (!failure) return journey.state === 'loading' ? waitForCustomer(journey, journey.lastAttempt) : journey;
  // During a call or a check one failed poll is not reported: the next one may succeed.
  return journey.state === 'idle' || journey.state === 'loading' || (userInitiated && isWaiting(journey))
    ? { ...factsOf(journey), state: 'error', failure, retry: 'refresh' }
    : journey;
}

function startFailed(journey: Journey, failure: VkycError | null): Journey {
  const lastAttempt = unseenAttempt(journey);
  // Outside hours there is nothing to retry: the customer needs to know the next opening.
  return failure && journey.availability.open
    ? { ...factsOf(journey), state: 'error', lastAttempt, failure, retry: 'start' }
    : waitForCustomer(journey, lastAttempt);
}

function applyHours(before: Journey, { availability, lastCall }: Hours): Journey {
  if (availability === before.availability && lastCall === before.lastCall) return before;
  const journey = { ...before, availability, lastCall };
  if (journey.state === 'error' && journey.retry === 'start') return startFailed(journey, journey.failure);
  return isWaiting(journey) ? waitForCustomer(journey, journey.lastAttempt) : journey;
}

function outcomeOf({ from, to }: Downgrade): AttemptOutcome {
  if (from === 'iframe') return 'frame-failed';
  return to === 'popup' ? 'blocked' : 'no-window';
}

function callFound(journey: Journey, mode: CallMode, origin: Journey | null): Journey {
  const { state } = journey;
  if (state === 'idle' || state === 'opening' || state === 'open' || state === 'done') return journey;
  return {
    ...factsOf(journey),
    state: 'open',
    mode,
    lastAttempt: null,
    // The same backend, most likely: until it answers, what is known of the other endpoint counts.
    mayMint: journey.mayMint || origin?.mayMint === true,
    statusAtOpen: origin?.customer ?? NO_STATUS,
  };
}

function callEnded(journey: Journey, reason: CloseReason): Journey {
  if (journey.state === 'opening') return waitForCustomer(journey, unseenAttempt(journey));
  if (journey.state !== 'open') return journey;
  // The page was not left for the call: there is no outcome to wait for, unless an app took the call over.
  if (journey.mode === 'redirect') return waitForCustomer(journey, reason === 'severed' ? 'severed' : null);
  if (isAnswered(journey)) return waitForCustomer(journey, null);
  // A dialog closes only by the customer's own decision: there is no need to wait and see.
  if (journey.mode === 'iframe' && reason === 'user') return waitForCustomer(journey, 'ended');
  // The page can give up a window, but not close it.
  const isUnseen = reason === 'severed' || (reason === 'page' && journey.mode === 'popup');
  return {
    ...factsOf(journey),
    state: 'checking',
    lastAttempt: isUnseen ? 'severed' : 'closed',
    statusAtOpen: journey.statusAtOpen,
  };
}

/** Without any answer yet, the next one decides, also if it is a failure. */
function checkTimedOut(journey: Journey): Journey {
  return journey.customer === NO_STATUS && isAskingSafe(journey)
    ? { ...factsOf(journey), state: 'loading' }
    : waitForCustomer(journey, journey.lastAttempt);
}

/** The last attempt, if it may continue although another one did not come about. */
function unseenAttempt({ lastAttempt }: Journey): AttemptOutcome | null {
  return mayContinueUnseen(lastAttempt) ? lastAttempt : null;
}

function isWaiting(journey: Journey): journey is Journey & { readonly state: 'ready' | 'closed' } {
  return journey.state === 'ready' || journey.state === 'closed';
}

/** The state in which the button waits for the customer. A review needs no call, so hours do not matter there. */
function waitForCustomer(journey: Journey, lastAttempt: AttemptOutcome | null): Journey {
  if (journey.customer.phase === 'verified') return { ...factsOf(journey), state: 'done', lastAttempt: null };
  const open = journey.availability.open || journey.customer.phase === 'under-review';
  return { ...factsOf(journey), state: open ? 'ready' : 'closed', lastAttempt };
}

function factsOf({ customer, prefetchedStatus, availability, lastCall, lastAttempt, mayMint }: Journey) {
  return { customer, prefetchedStatus, availability, lastCall, lastAttempt, mayMint };
}
