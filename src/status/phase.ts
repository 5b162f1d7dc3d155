import type { EnumModel } from './parse-enum-model.js';

/** Every phase, in the order a customer meets them. */
export const PHASES = [
  'unknown',
  'not-started',
  'in-progress',
  'under-review',
  'verified',
  'rejected',
  'expired',
] as const;

/** Where the customer's KYC stands. */
export type Phase = (typeof PHASES)[number];

/** The two fields EnKash tells the standing in; null where one is missing or cannot be read. */
export interface KycStatus {
  readonly kycStatus: EnumModel | null;
  readonly kycSubStatus: EnumModel | null;
}

/** The partner's own reading of EnKash's names, of either field. */
export type StatusPhases = Readonly<Record<string, Phase>>;

/**
 * The names known by default. EnKash's public page of the VKYC link call holds the two documented ones; its list of
 * statuses is not public, so the others are presumed, and `statusPhases` is where a partner puts what EnKash told them.
 */
export const STATUS_TABLE: Readonly<
  Record<'documented' | 'presumed', Readonly<Record<keyof KycStatus, StatusPhases>>>
> = {
  documented: {
    kycStatus: { MIN_KYC_VERIFIED: 'not-started' },
    kycSubStatus: { VKYC_IN_PROGRESS: 'in-progress' },
  },
  presumed: {
    kycStatus: {
      MIN_KYC_PENDING: 'not-started',
      FULL_KYC_IN_PROGRESS: 'in-progress',
      FULL_KYC_UNDER_REVIEW: 'under-review',
      FULL_KYC_VERIFIED: 'verified',
      FULL_KYC_REJECTED: 'rejected',
      FULL_KYC_EXPIRED: 'expired',
    },
    kycSubStatus: {
      VKYC_NOT_STARTED: 'not-started',
      VKYC_PENDING: 'not-started',
      VKYC_INITIATED: 'in-progress',
      // A finished call is audited before it counts, so no sub-status is ever `verified`.
      VKYC_COMPLETED: 'under-review',
      VKYC_SUBMITTED: 'under-review',
      VKYC_UNDER_REVIEW: 'under-review',
      VKYC_APPROVED: 'under-review',
      VKYC_VERIFIED: 'under-review',
      FULL_KYC_VERIFIED: 'under-review',
      VKYC_REJECTED: 'rejected',
      VKYC_FAILED: 'rejected',
      VKYC_EXPIRED: 'expired',
    },
  },
};

/**
 * Where the customer stands. `verified` comes from `kycStatus` alone; a rejected or expired `kycStatus` gives way only
 * to a call in progress; otherwise the sub-status, being the finer one, speaks. Names are matched whole, never in part.
 *
 * @param statusPhases read before the default table. A value that is not a phase is passed over, and `verified` for a
 *   sub-status counts as `under-review`.
 * @returns `unknown` if nothing is said, or if a sub-status not listed stands where the call has not begun
 */
export function phaseOf(status: KycStatus, statusPhases?: StatusPhases | null): Phase {
  const whole = listed('kycStatus', status.kycStatus, statusPhases) ?? 'unknown';
  const finer = listed('kycSubStatus', status.kycSubStatus, statusPhases);
  if (whole === 'verified') return whole;
  if (whole === 'rejected' || whole === 'expired') return finer === 'in-progress' ? finer : whole;
  if (finer) return finer === 'verified' ? 'under-review' : finer;
  return status.kycSubStatus && whole === 'not-started' ? 'unknown' : whole;
}

function listed(
  field: keyof KycStatus,
  model: EnumModel | null,
  statusPhases: StatusPhases | null | undefined,
): Phase | undefined {
  if (!model) return undefined;
  const { name } = model;
  const tables = [statusPhases, STATUS_TABLE.documented[field], STATUS_TABLE.presumed[field]];
  return tables
    .map((phases) => (phases && Object.hasOwn(phases, name) ? phases[name] : undefined))
    .find((phase) => phase && PHASES.includes(phase));
}
