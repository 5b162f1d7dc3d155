import type { ErrorCode } from '../../errors/error-catalogue.js';
import { isAnswered, type AttemptOutcome, type Journey } from '../../journey/journey.js';
import type { HintName, Messages } from '../../locales/messages.js';
import { openingSentence, type OpeningTime } from './opening-time.js';

/** What the hint below the button depends on. */
export interface HintModel {
  readonly journey: Journey;
  readonly messages: Messages;
  /** The next opening; null if it is not known. */
  readonly opening: OpeningTime | null;
  /** The last moment to start a call, in the 15 minutes before it; else null. */
  readonly closing: OpeningTime | null;
  /** Whether a call would open in its own window. */
  readonly opensWindow: boolean;
  /** Whether the page has disabled the button. */
  readonly disabled: boolean;
}

/**
 * The sentence below the button: what is happening, why, and what comes next. Empty while the page has disabled the
 * button, since only the page knows why.
 */
export function hintText({ journey, messages, opening, closing, opensWindow, disabled }: HintModel): string {
  if (disabled) return '';
  if (journey.state === 'error') return errorSentence(messages, journey.failure.code);
  if (journey.state === 'closed') {
    const reason = messages.closed[journey.availability.reason ?? 'server'];
    return opening ? `${reason} ${openingSentence('opensAt', messages, opening)}` : reason;
  }
  const name = hintName(journey);
  if (name !== 'intro') return messages.hints[name];
  if (closing) return openingSentence('closesAt', messages, closing);
  return introduction(messages, opensWindow);
}

/** What the customer is about to do, and the page's own estimate of how long it takes. */
export function introduction({ hints, estimates }: Messages, opensWindow: boolean): string {
  return [estimates?.duration, hints[opensWindow ? 'intro-window' : 'intro']].filter(Boolean).join(' ');
}

/** The customer's message for a failure: its own if the language has one, else that of its group or of the device check. */
export function errorSentence({ errors, findings }: Messages, code: ErrorCode): string {
  const isNotSetUp = code === 'invalid_endpoint' || code === 'not_found';
  const ofGroup =
    code === 'no_camera' ? findings['no-camera'] : errors[isNotSetUp ? 'no_endpoint' : 'server_error'];
  return errors[code] ?? ofGroup;
}

function hintName(journey: Exclude<Journey, { state: 'error' | 'closed' }>): HintName {
  switch (journey.state) {
    case 'ready':
      if (journey.customer.action) return 'terms';
      return journey.lastAttempt ? attemptHint(journey.lastAttempt) : phaseHint(journey);
    case 'open':
      if (isAnswered(journey)) return phaseHint(journey);
      if (journey.mode === 'redirect') return 'opening';
      return journey.mode === 'popup' ? 'open' : 'open-here';
    case 'checking':
      return journey.lastAttempt === 'closed' ? 'checking' : attemptHint(journey.lastAttempt);
    case 'done':
      return 'verified';
    case 'idle':
    case 'loading':
    case 'opening':
      return journey.state;
  }
}

function attemptHint(lastAttempt: AttemptOutcome): HintName {
  return lastAttempt === 'warned' ? 'severed' : lastAttempt;
}

function phaseHint({ customer: { phase } }: Journey): HintName {
  return phase === 'unknown' || phase === 'not-started' || phase === 'in-progress' ? 'intro' : phase;
}
