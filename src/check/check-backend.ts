import { DEFAULT_LINK_HOSTS } from '../link/check-link.js';
import { ANSWER_RULES } from './answer-rules.js';
import { REFUSAL_RULES } from './refusal-rules.js';
import type { Rule } from './rule.js';
import { SECRECY_RULES } from './secrecy-rules.js';
import { redacted } from './secrets.js';
import { survey } from './probe-run.js';

/** All rules, in the order of the report. */
export const RULES: readonly Rule[] = [...ANSWER_RULES, ...REFUSAL_RULES, ...SECRECY_RULES];

/** What one rule came to. Its sentences hold no secret. */
export type Finding = { readonly rule: string; readonly expected: string } & (
  | { readonly verdict: 'pass' }
  | { readonly verdict: 'skipped'; readonly reason: string }
  | { readonly verdict: 'fail' | 'critical'; readonly received: string; readonly fix: string }
);

/** What was found, and what it took. */
export interface Report {
  readonly requests: number;
  /** Empty when the endpoint gave no answer at all. */
  readonly findings: readonly Finding[];
  /** Why there was no answer: `timeout`, or the network's own code such as `ECONNREFUSED`; else null. */
  readonly failure: string | null;
}

/** Settings of `checkBackend()`. */
export interface CheckOptions {
  /** Whether POST may be tried, which makes a real link; not unless said. */
  readonly mint?: boolean;
  /** Sent with every request, for example a cookie. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Hosts a link may have, as the element's `allowed-link-hosts`. */
  readonly linkHosts?: readonly string[];
  /** The clock in epoch milliseconds; `Date.now` by default. */
  readonly now?: () => number;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Calls a running session endpoint the way the element does, and the ways it must refuse, and holds the answers against
 * the contract. Never rejects.
 *
 * @param endpoint the whole http or https URL
 */
export async function checkBackend(endpoint: string, options: CheckOptions = {}): Promise<Report> {
  const { mint = false, headers = {}, linkHosts = DEFAULT_LINK_HOSTS, now = Date.now } = options;
  const { fetch = globalThis.fetch } = options;
  const made = await survey({ endpoint, headers, fetch, now }, mint);
  const requests = made.exchanges.length;
  if (made.exchanges.every(({ answer }) => answer === null))
    return { requests, findings: [], failure: made.exchanges[0]?.failure ?? null };

  const findings = RULES.map(({ id, level, expected, fix, test }): Finding => {
    const outcome = test(made, { linkHosts, now });
    switch (outcome.kind) {
      case 'pass':
        return { rule: id, verdict: 'pass', expected };
      case 'skipped':
        return { rule: id, verdict: 'skipped', expected, reason: outcome.reason };
      case 'broken':
        return { rule: id, verdict: level, expected, received: redacted(outcome.received, made), fix };
    }
  });
  return { requests, findings, failure: null };
}
