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

/** One name EnKash uses, or is presumed to use, and what it means. */
export type StatusRow = readonly [
  field: keyof KycStatus,
  name: string,
  phase: Phase,
  source: 'documented' | 'presumed',
];

/**
 * The names known by default. EnKash's public page of the VKYC link call holds the two documented ones; its list of
 * statuses is not public, so the others are presumed, and `statusPhases` is where a partner puts what EnKash told them.
 */
export const STATUS_TABLE: readonly StatusRow[] = [
  ['kycStatus', 'MIN_KYC_VERIFIED', 'not-started', 'documented'],
  ['kycStatus', 'MIN_KYC_PENDING', 'not-started', 'presumed'],
  ['kycStatus', 'FULL_KYC_IN_PROGRESS', 'in-progress', 'presumed'],
  ['kycStatus', 'FULL_KYC_UNDER_REVIEW', 'under-review', 'presumed'],
  ['kycStatus', 'FULL_KYC_VERIFIED', 'verified', 'presumed'],
  ['kycStatus', 'FULL_KYC_REJECTED', 'rejected', 'presumed'],
  ['kycStatus', 'FULL_KYC_EXPIRED', 'expired', 'presumed'],
  ['kycSubStatus', 'VKYC_IN_PROGRESS', 'in-progress', 'documented'],
  ['kycSubStatus', 'VKYC_NOT_STARTED', 'not-started', 'presumed'],
  ['kycSubStatus', 'VKYC_PENDING', 'not-started', 'presumed'],
  ['kycSubStatus', 'VKYC_INITIATED', 'in-progress', 'presumed'],
  // A finished call is audited before it counts, so no sub-status is ever `verified`.
  ['kycSubStatus', 'VKYC_COMPLETED', 'under-review', 'presumed'],
  ['kycSubStatus', 'VKYC_SUBMITTED', 'under-review', 'presumed'],
  ['kycSubStatus', 'VKYC_UNDER_REVIEW', 'under-review', 'presumed'],
  ['kycSubStatus', 'VKYC_APPROVED', 'under-review', 'presumed'],
  ['kycSubStatus', 'VKYC_VERIFIED', 'under-review', 'presumed'],
  ['kycSubStatus', 'FULL_KYC_VERIFIED', 'under-review', 'presumed'],
  ['kycSubStatus', 'VKYC_REJECTED', 'rejected', 'presumed'],
  ['kycSubStatus', 'VKYC_FAILED', 'rejected', 'presumed'],
  ['kycSubStatus', 'VKYC_EXPIRED', 'expired', 'presumed'],
];

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
  const override = statusPhases && Object.hasOwn(statusPhases, name) ? statusPhases[name] : undefined;
  if (override && PHASES.includes(override)) return override;
  return STATUS_TABLE.find((row) => row[0] === field && row[1] === name)?.[2];
}
