import type { Inquiry } from './inquiry.js';
import { goesOnUnseen, type Journey } from './journey.js';
import type { PollPace } from './poller.js';
import type { Timers } from './timers.js';

/** Milliseconds the button says "checking" before it hands itself back to the customer. */
const CHECKING_PATIENCE = 60_000;

/** What runs beside a journey: the polling, and the patience while its outcome is awaited. */
export function createActivities(
  inquiry: Pick<Inquiry, 'run' | 'askAnew'>,
  patienceEnded: () => void,
  timers: Timers,
) {
  let stopWaiting: (() => void) | null = null;

  function stop(): void {
    stopWaiting?.();
    stopWaiting = null;
  }

  return {
    stop,
    /** Starts and stops it all to match where the journey stands. */
    keepUp(journey: Journey): void {
      inquiry.run(paceOf(journey));
      if (journey.state !== 'checking') stop();
      else if (!stopWaiting) {
        stopWaiting = timers.after(CHECKING_PATIENCE, patienceEnded);
        void inquiry.askAnew();
      }
    },
  };
}

/** How eagerly to ask, as a function of where the journey stands; null where nothing will be learnt. */
function paceOf(journey: Journey): PollPace | null {
  switch (journey.state) {
    case 'open':
    case 'checking':
      return 'brisk';
    case 'ready':
    case 'closed':
      return journey.standing.phase === 'under-review' || goesOnUnseen(journey.after) ? 'slow' : null;
    case 'idle':
    case 'loading':
    case 'opening':
    case 'done':
    case 'error':
      return null;
  }
}
