import { DEFAULT_LINK_HOSTS } from '../link/check-link.js';
import { ANSWER_RULES } from './answer-rules.js';
import { exchangesFor, runProbes, type ProbeRun } from './probe-run.js';
import { REFUSAL_RULES } from './refusal-rules.js';
import { isOk, sessionOf } from './read-exchange.js';
import type { Rule } from './rule.js';
import { SECRECY_RULES } from './secrecy-rules.js';
import { redacted } from './secrets.js';

/** All rules, in the order of the report. */
export const RULES: readonly Rule[] = [...ANSWER_RULES, ...REFUSAL_RULES, ...SECRECY_RULES];

/** The result of one rule. Its sentences contain no secret. */
export type CheckResult = { readonly rule: string; readonly expected: string } & (
  | { readonly verdict: 'pass' }
  | { readonly verdict: 'skipped'; readonly reason: string }
  | { readonly verdict: 'fail' | 'critical'; readonly received: string; readonly fix: string }
);

/** The results of a check. */
export interface Report {
  /** Number of requests sent. */
  readonly requests: number;
  /** Empty when the endpoint did not answer at all. */
  readonly findings: readonly CheckResult[];
  /** The reason: `timeout`, or the network's own code such as `ECONNREFUSED`; null when there was an answer. */
  readonly failure: string | null;
}

/** Settings of `checkBackend()`. */
export interface CheckOptions {
  /** Whether POST is sent, which mints a real link; false by default. */
  readonly mint?: boolean;
  /** Sent with every request, for example a cookie. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Hosts that a link may have, as the element's `allowed-link-hosts`. */
  readonly linkHosts?: readonly string[];
  /** The current time in epoch milliseconds; `Date.now` by default. */
  readonly now?: () => number;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Sends the element's requests to a running session endpoint, and requests that it must refuse, and checks the answers.
 * Never rejects.
 *
 * @param endpoint the whole http or https URL
 *
 * @example
 * const { findings } = await checkBackend('http://localhost:3000/vkyc/session/…', { mint: true });
 * const failed = findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'critical');
 */
export async function checkBackend(endpoint: string, options: CheckOptions = {}): Promise<Report> {
  const { mint = false, headers = {}, linkHosts = DEFAULT_LINK_HOSTS, now = Date.now } = options;
  const { fetch = globalThis.fetch } = options;
  const run = await runProbes({ endpoint, headers, fetch, now }, mint);
  const requests = run.exchanges.length;
  if (run.exchanges.every(({ answer }) => answer === null))
    return { requests, findings: [], failure: run.exchanges[0]?.failure ?? null };

  const isSmallest = passesReplyOn(run);
  const findings = RULES.map(({ id, level, isRefinement, expected, fix, test }): CheckResult => {
    const outcome = test(run, { linkHosts, now });
    if (outcome.kind === 'broken' && isRefinement && isSmallest)
      return { rule: id, verdict: 'skipped', expected, reason: `Not needed, but better: ${fix}` };
    switch (outcome.kind) {
      case 'pass':
        return { rule: id, verdict: 'pass', expected };
      case 'skipped':
        return { rule: id, verdict: 'skipped', expected, reason: outcome.reason };
      case 'broken':
        return { rule: id, verdict: level, expected, received: redacted(outcome.received, run), fix };
    }
  });
  return { requests, findings, failure: null };
}

/** Whether the backend is one of the smallest: it passes EnKash's reply on unchanged, without `session`, as far as is known. */
function passesReplyOn(run: ProbeRun): boolean {
  const granted = [...exchangesFor(run, 'status'), ...exchangesFor(run, 'click')].filter(isOk);
  return granted.every((exchange) => sessionOf(exchange) === null);
}
