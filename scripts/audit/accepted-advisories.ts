/** An advisory that `npm run audit` lets pass until a date. */
export interface AcceptedAdvisory {
  /** `GHSA-…`, as in the advisory's address. */
  readonly id: string;
  /** Why nothing of ours is affected, in a sentence. */
  readonly reason: string;
  /** The last day it passes, `YYYY-MM-DD`: then somebody looks again. */
  readonly until: string;
}

/** What passes today. Empty: nothing is accepted. */
export const ACCEPTED_ADVISORIES: readonly AcceptedAdvisory[] = [];
