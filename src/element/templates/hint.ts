import type { Journey } from '../../journey/journey.js';
import type { HintName, Messages } from '../../locales/messages.js';
import { errorSentence } from './error-sentence.js';
import { openingSentence, type OpeningTime } from './opening-time.js';

/** The sentence below the button: what is going on, why, and what comes next. `inWindow`: a call would open in a window of its own. */
export function hintOf(
  journey: Journey,
  messages: Messages,
  opening: OpeningTime | null,
  closing: OpeningTime | null,
  inWindow: boolean,
): string {
  if (journey.state === 'error') return errorSentence(messages, journey.failure.code);
  if (journey.state === 'closed') {
    const why = messages.closed[journey.availability.reason ?? 'server'];
    return opening ? `${why} ${openingSentence('opensAt', messages, opening)}` : why;
  }
  const name = hintName(journey);
  if (name !== 'intro') return messages.hints[name];
  if (closing) return openingSentence('closesAt', messages, closing);
  return messages.hints[inWindow ? 'intro-window' : 'intro'];
}

function hintName(journey: Exclude<Journey, { state: 'error' | 'closed' }>): HintName {
  switch (journey.state) {
    case 'ready':
      return journey.customer.action ? 'terms' : (journey.lastAttempt ?? standingHint(journey));
    case 'open':
      if (journey.mode === 'redirect') return 'opening';
      return journey.mode === 'popup' ? 'open' : 'open-here';
    case 'checking':
      return journey.lastAttempt === 'severed' ? 'severed' : 'checking';
    case 'done':
      return 'verified';
    case 'idle':
    case 'loading':
    case 'opening':
      return journey.state;
  }
}

function standingHint({ customer: { phase } }: Journey): HintName {
  return phase === 'unknown' || phase === 'not-started' || phase === 'in-progress' ? 'intro' : phase;
}
