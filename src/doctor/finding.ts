/** What a finding means, as in the report of `check`: only `fail` and `critical` need a change. */
export type Verdict = 'pass' | 'skipped' | 'fail' | 'critical';

/** The verdict on one subject, with what was found. Its sentences contain no secret. */
export interface Judgement {
  /** `critical`: a customer or their data are at risk. `fail`: the button works badly or not at all. */
  readonly verdict: Verdict;
  /** What was found, as a sentence. */
  readonly found: string;
  /** The header or line to write; empty when there is nothing to change. */
  readonly fix: string;
}

/** The verdict on one subject, with its id. */
export interface Finding<Id extends string = string> extends Judgement {
  /** Short, unique and stable: scripts may refer to it. */
  readonly id: Id;
}

/** Nothing to change. */
export const pass = (found: string): Judgement => ({ verdict: 'pass', found, fix: '' });

/** Nothing that can be judged from here. */
export const skipped = (found: string, fix = ''): Judgement => ({ verdict: 'skipped', found, fix });

/** The button works badly or not at all. */
export const fail = (found: string, fix: string): Judgement => ({ verdict: 'fail', found, fix });

/** A customer or their data are at risk. */
export const critical = (found: string, fix: string): Judgement => ({ verdict: 'critical', found, fix });

/** Whether nothing fails and nothing is critical. */
export const isHealthy = (findings: readonly Judgement[]): boolean =>
  findings.every(({ verdict }) => verdict === 'pass' || verdict === 'skipped');
