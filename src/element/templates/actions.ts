import { mayContinueUnseen, type AttemptOutcome, type Journey } from '../../journey/journey.js';
import type { ActionName } from '../../locales/messages.js';

/** What the one button is for now. Where it can do nothing, it names what it will do. */
export function primaryAction(journey: Journey): ActionName {
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
      return 'resume';
    case 'done':
      return 'done';
    case 'error':
      return journey.retry === 'start' && !journey.failure.retryable ? 'check' : 'retry';
    case 'ready':
      if (journey.customer.action) return 'terms';
      if (journey.lastAttempt) return AFTER[journey.lastAttempt];
      if (journey.customer.phase === 'under-review') return 'check';
      return journey.customer.phase === 'in-progress' ? 'resume' : 'start';
  }
}

const AFTER: Readonly<Record<AttemptOutcome, ActionName>> = {
  closed: 'resume',
  severed: 'resume',
  blocked: 'open',
  'frame-failed': 'open',
  'no-window': 'same-tab',
  'handed-off': 'resume',
};

/** Whether a call is, or will be, the next thing for this customer. */
export function leadsToCall({ state, customer: { phase } }: Journey): boolean {
  return state !== 'done' && phase !== 'under-review';
}

/** The lesser action beside the button, where the customer may want another way on. */
export function secondaryAction(journey: Journey): ActionName | null {
  if (journey.state === 'open') return 'check';
  if (journey.state === 'closed') return journey.availability.opensAt === null ? 'check' : 'remind';
  if (journey.state !== 'ready') return null;
  if (journey.lastAttempt === 'blocked') return 'same-tab';
  return mayContinueUnseen(journey.lastAttempt) ? 'check' : null;
}
