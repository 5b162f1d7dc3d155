import type { Journey } from '../journey/journey.js';

/** What the one button does now. */
export type PrimaryAction =
  /** Opens a new call. */
  | 'start'
  /** Opens a call after one that may have ended early, or that EnKash has on its books. */
  | 'resume'
  /** Opens the call that did not open the first time. */
  | 'open-call'
  /** Opens the call in this tab, since no window opens. */
  | 'same-tab'
  /** Brings the call's window to the front. */
  | 'show-call'
  /** Asks again where the customer stands. */
  | 'check-status'
  /** Tries again what failed. */
  | 'retry'
  /** Says again why nothing can be done now. */
  | 'explain';

export function primaryAction(journey: Journey): PrimaryAction {
  switch (journey.state) {
    case 'idle':
      return 'start';
    case 'loading':
    case 'opening':
    case 'closed':
    case 'done':
      return 'explain';
    case 'open':
      return 'show-call';
    case 'checking':
      return 'resume';
    case 'error':
      return 'retry';
    case 'ready':
      if (journey.after === 'blocked' || journey.after === 'frame-failed') return 'open-call';
      if (journey.after === 'no-window') return 'same-tab';
      if (journey.standing.phase === 'under-review') return 'check-status';
      return journey.after !== null || journey.standing.phase === 'in-progress' ? 'resume' : 'start';
  }
}

/** The lesser action beside the button, where the customer may want another way on. */
export type SecondaryAction = 'check-status' | 'same-tab';

export function secondaryAction(journey: Journey): SecondaryAction | null {
  switch (journey.state) {
    case 'open':
      return 'check-status';
    case 'ready':
    case 'closed':
      if (journey.after === 'blocked') return 'same-tab';
      return journey.after === 'closed' || journey.after === 'severed' ? 'check-status' : null;
    case 'idle':
    case 'loading':
    case 'opening':
    case 'checking':
    case 'done':
    case 'error':
      return null;
  }
}
