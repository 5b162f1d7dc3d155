import { VkycError } from '../../src/errors/vkyc-error.js';
import type { Availability } from '../../src/hours/availability.js';
import type { AttemptOutcome, CustomerStatus, Journey, State } from '../../src/journey/journey.js';
import type { CallMode } from '../../src/launch/call-mode.js';
import type { EnumModel } from '../../src/status/parse-enum-model.js';
import { phaseOf } from '../../src/status/phase.js';

export const OPEN: Availability = {
  open: true,
  reason: null,
  opensAt: null,
  closesAt: '2026-11-23T12:30:00.000Z',
};
export const SHUT: Availability = {
  open: false,
  reason: 'after-hours',
  opensAt: '2026-11-24T04:30:00.000Z',
  closesAt: null,
};

/** The status that EnKash's two names mean. */
export function statusWith(kycStatus: string | null, kycSubStatus: string | null = null): CustomerStatus {
  const model = (name: string | null): EnumModel | null =>
    name === null ? null : { name, label: null, description: null };
  const status = { kycStatus: model(kycStatus), kycSubStatus: model(kycSubStatus) };
  return { phase: phaseOf(status), status, action: null };
}

export const UNKNOWN = statusWith(null);
export const NOT_STARTED = statusWith('MIN_KYC_VERIFIED');
export const IN_PROGRESS = statusWith('MIN_KYC_VERIFIED', 'VKYC_IN_PROGRESS');
export const UNDER_REVIEW = statusWith('MIN_KYC_VERIFIED', 'VKYC_COMPLETED');
export const REJECTED = statusWith('MIN_KYC_VERIFIED', 'VKYC_REJECTED');
export const EXPIRED = statusWith('MIN_KYC_VERIFIED', 'VKYC_EXPIRED');
export const VERIFIED = statusWith('FULL_KYC_VERIFIED');

export const FAILURE = new VkycError('timeout');

/** The fields that a test may set, as far as the state has them. */
interface JourneyFields {
  readonly customer?: CustomerStatus;
  readonly availability?: Availability;
  readonly lastCall?: number | null;
  readonly lastAttempt?: AttemptOutcome | null;
  readonly mayMint?: boolean;
  readonly mode?: CallMode;
  readonly failure?: VkycError;
  readonly retry?: 'refresh' | 'start';
}

/** A journey in a state, of a customer in progress while EnKash is open unless `change` says otherwise. */
export function journeyIn(state: State, change: JourneyFields = {}): Journey {
  const facts = {
    customer: IN_PROGRESS,
    availability: OPEN,
    lastCall: null,
    prefetchedStatus: null,
    lastAttempt: null,
    mayMint: false,
  };
  const journeys: Record<State, Journey> = {
    idle: { ...facts, customer: UNKNOWN, state: 'idle' },
    loading: { ...facts, customer: UNKNOWN, state: 'loading' },
    ready: { ...facts, state: 'ready' },
    closed: { ...facts, availability: SHUT, state: 'closed' },
    opening: { ...facts, state: 'opening', mode: 'popup' },
    open: { ...facts, state: 'open', mode: 'popup', statusAtOpen: IN_PROGRESS },
    checking: { ...facts, state: 'checking', lastAttempt: 'closed', statusAtOpen: IN_PROGRESS },
    done: { ...facts, customer: VERIFIED, state: 'done' },
    error: { ...facts, state: 'error', failure: FAILURE, retry: 'refresh' },
  };
  return { ...journeys[state], ...change } as Journey;
}

export const STATES: readonly State[] = [
  'idle',
  'loading',
  'ready',
  'closed',
  'opening',
  'open',
  'checking',
  'done',
  'error',
];
