import type { Journey } from '../journey/journey.js';
import type { OpeningTime, Words } from '../locales/words.js';

/** The sentence below the button: what is going on, why, and what comes next. */
export function hintOf(journey: Journey, words: Words, opening: OpeningTime | null): string {
  switch (journey.state) {
    case 'idle':
      return words.idle;
    case 'loading':
      return words.loading;
    case 'opening':
      return words.opening;
    case 'open':
      return journey.mode === 'redirect' ? words.opening : words.open;
    case 'checking':
      return journey.after === 'severed' ? words.windowSevered : words.checking;
    case 'done':
      return words.verified;
    case 'error':
      return words.errors[journey.failure.code];
    case 'closed': {
      const why = words.closed[journey.availability.reason ?? 'server'];
      return opening ? `${why} ${words.opensAt(opening)}` : why;
    }
    case 'ready':
      return readyHint(journey, words);
  }
}

function readyHint({ after, standing }: Journey & { readonly state: 'ready' }, words: Words): string {
  switch (after) {
    case 'blocked':
      return words.windowBlocked;
    case 'no-window':
      return words.noWindow;
    case 'frame-failed':
      return words.frameFailed;
    case 'severed':
      return words.windowSevered;
    case 'closed':
      return words.windowClosed;
    case null:
      break;
  }
  switch (standing.phase) {
    case 'under-review':
      return words.underReview;
    case 'rejected':
      return words.rejected;
    case 'expired':
      return words.expired;
    case 'unknown':
    case 'not-started':
    case 'in-progress':
    case 'verified':
      return words.opensInNewWindow;
  }
}
