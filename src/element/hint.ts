import type { Aftermath, Journey, State } from '../journey/journey.js';
import type { HintName, OpeningTime, Words } from '../locales/words.js';
import type { Phase } from '../status/phase.js';

const BY_STATE: Readonly<Record<Exclude<State, 'ready' | 'closed' | 'error'>, HintName>> = {
  idle: 'idle',
  loading: 'loading',
  opening: 'opening',
  open: 'open',
  checking: 'checking',
  done: 'verified',
};

const BY_AFTERMATH: Readonly<Record<Aftermath, HintName>> = {
  closed: 'call-closed',
  severed: 'severed',
  blocked: 'blocked',
  'no-window': 'no-window',
  'frame-failed': 'frame-failed',
  'handed-off': 'handed-off',
};

const BY_PHASE: Readonly<Record<Phase, HintName>> = {
  unknown: 'intro',
  'not-started': 'intro',
  'in-progress': 'intro',
  'under-review': 'under-review',
  verified: 'verified',
  rejected: 'rejected',
  expired: 'expired',
};

/** The sentence below the button: what is going on, why, and what comes next. `inWindow`: a call would open in a window of its own. */
export function hintOf(
  journey: Journey,
  words: Words,
  opening: OpeningTime | null,
  closing: OpeningTime | null,
  inWindow: boolean,
): string {
  if (journey.state === 'error') return words.errors[journey.failure.code];
  if (journey.state === 'closed') {
    const why = words.closed[journey.availability.reason ?? 'server'];
    return opening ? `${why} ${words.opensAt(opening)}` : why;
  }
  const name = hintName(journey);
  if (name !== 'intro') return words.hints[name];
  if (closing) return words.closesAt(closing);
  return words.hints[inWindow ? 'intro-window' : 'intro'];
}

function hintName(journey: Exclude<Journey, { state: 'error' | 'closed' }>): HintName {
  if (journey.state === 'ready' && journey.standing.action) return 'terms';
  if (journey.state === 'ready')
    return journey.after ? BY_AFTERMATH[journey.after] : BY_PHASE[journey.standing.phase];
  if (journey.state === 'checking' && journey.after === 'severed') return 'severed';
  if (journey.state === 'open' && journey.mode === 'redirect') return 'opening';
  if (journey.state === 'open' && journey.mode !== 'popup') return 'open-here';
  return BY_STATE[journey.state];
}
