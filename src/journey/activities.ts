import { goesOnUnseen, type Journey } from './journey.js';

/** How eagerly the endpoint is asked: `brisk` while an outcome is awaited, `slow` while one may still come. */
export type PollPace = 'brisk' | 'slow';

/** What runs beside a journey, as a function of where it stands; the controller starts and stops to match. */
export interface Activities {
  readonly poll: PollPace | null;
  /** A waiting for the outcome that ends after `CHECKING_PATIENCE`. */
  readonly patience: boolean;
}

/** Milliseconds the button says "checking" before it hands itself back to the customer. */
export const CHECKING_PATIENCE = 60_000;

export function activitiesOf(journey: Journey): Activities {
  switch (journey.state) {
    case 'open':
      return { poll: 'brisk', patience: false };
    case 'checking':
      return { poll: 'brisk', patience: true };
    case 'ready':
    case 'closed':
      return { poll: awaitsNews(journey) ? 'slow' : null, patience: false };
    case 'idle':
    case 'loading':
    case 'opening':
    case 'done':
    case 'error':
      return { poll: null, patience: false };
  }
}

function awaitsNews({ standing, after }: Journey & { readonly state: 'ready' | 'closed' }): boolean {
  return standing.phase === 'under-review' || goesOnUnseen(after);
}
