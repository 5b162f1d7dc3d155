import type { SessionAction, SessionAnswer } from '../protocol/session-answer.js';
import { phaseOf, type KycStatus, type Phase, type StatusPhases } from '../status/phase.js';

/** Where the customer stands, as EnKash last said it. */
export interface CustomerStatus {
  readonly phase: Phase;
  readonly status: KycStatus;
  /** Something the customer must do elsewhere before a call can start. */
  readonly action: SessionAction | null;
}

/** Before EnKash has said anything. */
export const NO_STATUS: CustomerStatus = {
  phase: 'unknown',
  status: { kycStatus: null, kycSubStatus: null },
  action: null,
};

/** What an answer says of the customer, by the page's own names for a phase where it has any. */
export function customerStatusOf(
  { status, action }: Pick<SessionAnswer, 'status' | 'action'>,
  phases: StatusPhases | undefined,
): CustomerStatus {
  return { status, action, phase: phaseOf(status, phases) };
}

/** Whether the phase is an outcome: nothing more will come of the last call by itself, or it is in the auditors' hands. */
export function isSettled({ phase }: CustomerStatus): boolean {
  return phase === 'verified' || phase === 'under-review' || phase === 'rejected' || phase === 'expired';
}

/** Whether EnKash, or the backend, now says something else of the customer. */
export function differs(a: CustomerStatus, b: CustomerStatus): boolean {
  return (
    a.phase !== b.phase ||
    a.action?.url !== b.action?.url ||
    a.status.kycStatus?.name !== b.status.kycStatus?.name ||
    a.status.kycSubStatus?.name !== b.status.kycSubStatus?.name
  );
}
