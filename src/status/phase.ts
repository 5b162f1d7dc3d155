import type { EnumModel } from './parse-enum-model.js';

/** Every phase, in the usual order. */
export const PHASES = [
  'unknown',
  'not-started',
  'in-progress',
  'under-review',
  'verified',
  'rejected',
  'expired',
] as const;

/** The customer's KYC status, in the terms of this package. */
export type Phase = (typeof PHASES)[number];

/** EnKash's two status fields, parsed; null if one is missing or invalid. */
export interface KycStatus {
  readonly kycStatus: EnumModel | null;
  readonly kycSubStatus: EnumModel | null;
}

/** The partner's own phases for EnKash's names, of either field. */
export type StatusPhases = Readonly<Record<string, Phase>>;

/**
 * The default phases. EnKash's public page about the VKYC link call documents two names. Its list of statuses is not
 * public, so all others are presumed; partners add the names that EnKash gave them with `statusPhases`.
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
      // A completed call is audited before it takes effect, so no sub-status maps to `verified`.
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
 * Maps EnKash's status to a phase. Only `kycStatus` can give `verified`; a rejected or expired `kycStatus` yields only to
 * a call in progress; otherwise the more specific sub-status decides. Names must match exactly.
 *
 * @example
 * phaseOf({
 *   kycStatus: parseEnumModel(payload.kycStatus),
 *   kycSubStatus: parseEnumModel(payload.kycSubStatus),
 * }); // 'in-progress'
 *
 * @param statusPhases takes precedence over the default table. A value that is not a phase is ignored, and `verified` for
 *   a sub-status means `under-review`.
 * @returns `unknown` if both fields are null, or if the sub-status is not listed and the call has not started
 */
export function phaseOf(status: KycStatus, statusPhases?: StatusPhases | null): Phase {
  const main = lookUp('kycStatus', status, statusPhases) ?? 'unknown';
  const sub = lookUp('kycSubStatus', status, statusPhases);
  if (main === 'verified') return main;
  if (main === 'rejected' || main === 'expired') return sub === 'in-progress' ? sub : main;
  if (sub) return sub === 'verified' ? 'under-review' : sub;
  return status.kycSubStatus && main === 'not-started' ? 'unknown' : main;
}

function lookUp(
  field: keyof KycStatus,
  status: KycStatus,
  statusPhases: StatusPhases | null | undefined,
): Phase | undefined {
  const name = status[field]?.name;
  if (name === undefined) return undefined;
  const tables = [statusPhases, STATUS_TABLE.documented[field], STATUS_TABLE.presumed[field]];
  return tables
    .map((phases) => (phases ? ownPhase(phases, name) : undefined))
    .find((phase) => phase && PHASES.includes(phase));
}

/** A page's own table may be any object, also one that throws when it is read. */
function ownPhase(phases: StatusPhases, name: string): Phase | undefined {
  try {
    return Object.hasOwn(phases, name) ? phases[name] : undefined;
  } catch {
    return undefined;
  }
}
