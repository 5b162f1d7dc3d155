import type { CustomerStatus } from '../../journey/journey.js';
import { phaseOf } from '../../status/phase.js';

/**
 * EnKash's own explanation of a rejection; null without one. It is the description of the field that says so, or of a
 * field whose name only the page knows: the description of the other field is about something else.
 */
export function rejectionReason({ phase, status }: CustomerStatus): string | null {
  if (phase !== 'rejected') return null;
  const { kycStatus, kycSubStatus } = status;
  const fields = [
    { field: kycSubStatus, means: phaseOf({ kycStatus: null, kycSubStatus }) },
    { field: kycStatus, means: phaseOf({ kycStatus, kycSubStatus: null }) },
  ];
  const explaining = (expected: string) =>
    fields.find(({ field, means }) => field?.description && means === expected)?.field?.description;
  return explaining('rejected') ?? explaining('unknown') ?? null;
}
