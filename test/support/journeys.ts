import { VkycError } from '../../src/errors/vkyc-error.js';
import type { Availability } from '../../src/hours/availability.js';
import type { Journey, State } from '../../src/journey/journey.js';
import type { CustomerStatus } from '../../src/journey/customer-status.js';
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

/** A standing as EnKash's two names make it. */
export function standing(kycStatus: string | null, kycSubStatus: string | null = null): CustomerStatus {
  const model = (name: string | null): EnumModel | null =>
    name === null ? null : { name, label: null, description: null };
  const status = { kycStatus: model(kycStatus), kycSubStatus: model(kycSubStatus) };
  return { phase: phaseOf(status), status, action: null };
}

export const UNKNOWN = standing(null);
export const NOT_STARTED = standing('MIN_KYC_VERIFIED');
export const IN_PROGRESS = standing('MIN_KYC_VERIFIED', 'VKYC_IN_PROGRESS');
export const UNDER_REVIEW = standing('MIN_KYC_VERIFIED', 'VKYC_COMPLETED');
export const REJECTED = standing('MIN_KYC_VERIFIED', 'VKYC_REJECTED');
export const EXPIRED = standing('MIN_KYC_VERIFIED', 'VKYC_EXPIRED');
export const VERIFIED = standing('FULL_KYC_VERIFIED');

export const FAILURE = new VkycError('timeout');

/** A journey in some state, of a customer in progress while EnKash is open unless `change` says otherwise. */
export function journeyIn(state: State, change: object = {}): Journey {
  const common = { standing: IN_PROGRESS, availability: OPEN, lastCall: null, ahead: null };
  const journeys: Record<State, Journey> = {
    idle: { ...common, standing: UNKNOWN, state: 'idle' },
    loading: { ...common, standing: UNKNOWN, state: 'loading' },
    ready: { ...common, state: 'ready', after: null },
    closed: { ...common, availability: SHUT, state: 'closed', after: null },
    opening: { ...common, state: 'opening', mode: 'popup' },
    open: { ...common, state: 'open', mode: 'popup', before: IN_PROGRESS },
    checking: { ...common, state: 'checking', after: 'closed', before: IN_PROGRESS },
    done: { ...common, standing: VERIFIED, state: 'done' },
    error: { ...common, state: 'error', failure: FAILURE, again: 'ask' },
  };
  return { ...journeys[state], ...change };
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
