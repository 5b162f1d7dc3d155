/** An EnKash status as it travels: Java's text of an EnumModel, an object, a bare name, or nothing. */
export type WireStatus =
  | string
  | null
  | { readonly name: string; readonly label: string | null; readonly description: string | null };

/** The two fields in which EnKash says where a customer stands, exactly as they go over the wire. */
export interface SampleStatus {
  readonly kycStatus: WireStatus;
  readonly kycSubStatus: WireStatus;
}

/** The standings the sandbox knows by name. */
export type StandingName =
  'not-started' | 'in-progress' | 'under-review' | 'verified' | 'rejected' | 'expired';

const enumModel = (name: string, label: string): string =>
  `EnumModel(name=${name}, label=${label}, description=null)`;

const MIN_KYC = enumModel('MIN_KYC_VERIFIED', 'Min Kyc Verified');

/**
 * What EnKash would say at each standing. EnKash has published two names: `MIN_KYC_VERIFIED` and `VKYC_IN_PROGRESS`.
 * Every other name here is the sandbox's own invention; the real ones may differ, so map them with `statusPhases`.
 */
export const STANDINGS: Readonly<Record<StandingName, SampleStatus>> = {
  'not-started': { kycStatus: MIN_KYC, kycSubStatus: null },
  'in-progress': { kycStatus: MIN_KYC, kycSubStatus: enumModel('VKYC_IN_PROGRESS', 'VKYC In Progress') },
  'under-review': { kycStatus: MIN_KYC, kycSubStatus: enumModel('VKYC_UNDER_REVIEW', 'VKYC Under Review') },
  verified: {
    kycStatus: enumModel('FULL_KYC_VERIFIED', 'Full Kyc Verified'),
    kycSubStatus: enumModel('VKYC_COMPLETED', 'VKYC Completed'),
  },
  rejected: { kycStatus: MIN_KYC, kycSubStatus: enumModel('VKYC_REJECTED', 'VKYC Rejected') },
  expired: { kycStatus: MIN_KYC, kycSubStatus: enumModel('VKYC_EXPIRED', 'VKYC Expired') },
};

const isStandingName = (value: unknown): value is StandingName =>
  typeof value === 'string' && Object.hasOwn(STANDINGS, value);

const isWireStatus = (value: unknown): value is WireStatus =>
  value === null || typeof value === 'string' || (typeof value === 'object' && 'name' in value);

const isStanding = (value: unknown): value is SampleStatus =>
  typeof value === 'object' &&
  value !== null &&
  'kycStatus' in value &&
  'kycSubStatus' in value &&
  isWireStatus(value.kycStatus) &&
  isWireStatus(value.kycSubStatus);

/**
 * A standing from its name, or from the two fields themselves for what no name covers.
 * @throws {TypeError} when it is neither.
 */
export function toStanding(value: unknown): SampleStatus {
  if (isStandingName(value)) return STANDINGS[value];
  if (isStanding(value)) return { kycStatus: value.kycStatus, kycSubStatus: value.kycSubStatus };
  throw new TypeError(
    `A standing is one of ${Object.keys(STANDINGS).join(', ')}, or { kycStatus, kycSubStatus } with each a string, ` +
      `an object with a name, or null; received ${typeof value}.`,
  );
}
