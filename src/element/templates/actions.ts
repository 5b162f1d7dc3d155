import type { ErrorCode } from '../../errors/error-catalogue.js';
import { mayContinueUnseen, type AttemptOutcome, type Journey } from '../../journey/journey.js';
import type { PrimaryAction, SecondaryAction } from '../../locales/messages.js';

/** The action of the main button. While the button does nothing, the action that it will have next. */
export function primaryAction(journey: Journey): PrimaryAction {
  switch (journey.state) {
    case 'idle':
    case 'loading':
    case 'closed':
      return 'start';
    case 'opening':
      return journey.customer.phase === 'in-progress' ? 'resume' : 'start';
    case 'open':
      return 'show';
    case 'checking':
      return ACTION_AFTER[journey.lastAttempt];
    case 'done':
      return 'done';
    case 'error':
      return actionAfterError(journey);
    case 'ready':
      if (journey.customer.action) return 'terms';
      if (journey.lastAttempt) return ACTION_AFTER[journey.lastAttempt];
      if (journey.customer.phase === 'under-review') return 'check';
      return journey.customer.phase === 'in-progress' ? 'resume' : 'start';
  }
}

/** Failures of the call alone: the session still works. */
const CALL_FAILURES: readonly ErrorCode[] = ['not_eligible', 'invalid_link', 'no_camera'];

/** No button sends a request again that will end the same. */
function actionAfterError({ failure, retry }: Extract<Journey, { state: 'error' }>): PrimaryAction {
  if (failure.retryable) return 'retry';
  return retry === 'start' && CALL_FAILURES.includes(failure.code) ? 'check' : 'reload';
}

const ACTION_AFTER: Readonly<Record<AttemptOutcome, PrimaryAction>> = {
  closed: 'resume',
  ended: 'start',
  severed: 'resume',
  warned: 'open',
  blocked: 'open',
  'frame-failed': 'open',
  'no-window': 'same-tab',
  'handed-off': 'resume',
};

/** Whether a call is, or will be, the customer's next step. */
export function isCallNext({ state, customer: { phase } }: Journey): boolean {
  return state !== 'done' && phase !== 'under-review';
}

/** The action of the secondary button; null if there is none. */
export function secondaryAction(journey: Journey): SecondaryAction | null {
  if (journey.state === 'open') return journey.unseen ? 'same-tab' : 'check';
  if (journey.state === 'closed') return journey.availability.opensAt === null ? 'check' : 'remind';
  if (journey.state !== 'ready') return null;
  if (journey.lastAttempt === 'blocked') return 'same-tab';
  return mayContinueUnseen(journey.lastAttempt) ? 'check' : null;
}
