import { isObject } from '../protocol/json-object.js';

/** A status value in the forms that EnKash may send: Java's text of an EnumModel, an object, a bare name, or null. */
export type WireStatus =
  | string
  | null
  | { readonly name: string; readonly label: string | null; readonly description: string | null };

/** The two status fields of EnKash, exactly as they are sent. */
export interface SampleStatus {
  readonly kycStatus: WireStatus;
  readonly kycSubStatus: WireStatus;
}

/** The names of the sample statuses; each is also the phase that the element shows for it. */
export type SampleStatusName =
  'not-started' | 'in-progress' | 'under-review' | 'verified' | 'rejected' | 'expired';

const enumModel = (name: string, label: string) =>
  `EnumModel(name=${name}, label=${label}, description=null)`;

const MIN_KYC = enumModel('MIN_KYC_VERIFIED', 'Min Kyc Verified');

/**
 * A sample of what EnKash sends in each phase: the one table of the sandbox, the demo and the tests. EnKash has published
 * the names `MIN_KYC_VERIFIED` and `VKYC_IN_PROGRESS`; all others are presumed, so map the real ones with `statusPhases`.
 *
 * `under-review` is `VKYC_UNDER_REVIEW` and not `VKYC_COMPLETED`, although both have this phase: the second one is also what
 * a verified customer keeps, so each sample differs from all others.
 */
export const SAMPLE_STATUSES = {
  'not-started': { kycStatus: MIN_KYC, kycSubStatus: null },
  'in-progress': { kycStatus: MIN_KYC, kycSubStatus: enumModel('VKYC_IN_PROGRESS', 'VKYC In Progress') },
  'under-review': { kycStatus: MIN_KYC, kycSubStatus: enumModel('VKYC_UNDER_REVIEW', 'VKYC Under Review') },
  verified: {
    kycStatus: enumModel('FULL_KYC_VERIFIED', 'Full Kyc Verified'),
    kycSubStatus: enumModel('VKYC_COMPLETED', 'VKYC Completed'),
  },
  rejected: { kycStatus: MIN_KYC, kycSubStatus: enumModel('VKYC_REJECTED', 'VKYC Rejected') },
  expired: { kycStatus: MIN_KYC, kycSubStatus: enumModel('VKYC_EXPIRED', 'VKYC Expired') },
} as const satisfies Readonly<Record<SampleStatusName, SampleStatus>>;

const isSampleStatusName = (value: unknown): value is SampleStatusName =>
  typeof value === 'string' && Object.hasOwn(SAMPLE_STATUSES, value);

const isWireStatus = (value: unknown): value is WireStatus =>
  value === null || typeof value === 'string' || (typeof value === 'object' && 'name' in value);

/**
 * The status for a name, or for the two fields themselves.
 * @throws {TypeError} when it is neither.
 */
export function toSampleStatus(value: unknown): SampleStatus {
  if (isSampleStatusName(value)) return SAMPLE_STATUSES[value];
  if (isObject(value)) {
    const { kycStatus, kycSubStatus } = value;
    if (isWireStatus(kycStatus) && isWireStatus(kycSubStatus)) return { kycStatus, kycSubStatus };
  }
  throw new TypeError(
    `A status is one of ${Object.keys(SAMPLE_STATUSES).join(', ')}, or { kycStatus, kycSubStatus } with each a string, ` +
      `an object with a name, or null; received ${typeof value}.`,
  );
}
