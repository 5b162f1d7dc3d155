import type { Exchange } from './exchange.js';
import type { ProbeRun } from './probe-run.js';

/** The outcome of a rule: passed, broken (with what was received, without secrets), or skipped (with the reason). */
export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'broken'; readonly received: string }
  | { readonly kind: 'skipped'; readonly reason: string };

/** Settings of the rules. */
export interface RuleSettings {
  readonly linkHosts: readonly string[];
  /** The current time in epoch milliseconds. */
  readonly now: () => number;
}

/** A requirement on a backend. */
export interface Rule {
  /** Short, unique and stable: scripts may refer to it. */
  readonly id: string;
  /** `critical`: a customer, their link or their data are at risk. `fail`: the button works badly or not at all. */
  readonly level: 'fail' | 'critical';
  /** Whether the smallest backends, which pass EnKash's reply on unchanged, may do without it. */
  readonly isRefinement?: true;
  /** The requirement, as a sentence. */
  readonly expected: string;
  /** How to fix it, in a sentence or two. */
  readonly fix: string;
  readonly test: (run: ProbeRun, settings: RuleSettings) => Outcome;
}

/** The outcome of a rule that the backend meets. */
export const PASS: Outcome = { kind: 'pass' };

/** The outcome of a rule that the backend breaks. */
export const broken = (received: string): Outcome => ({ kind: 'broken', received });

/** The outcome of a rule that could not be tested. */
export const skipped = (reason: string): Outcome => ({ kind: 'skipped', reason });

/** The outcome of a rule about requests that were not allowed. */
export const NEEDS_MINT = skipped('Needs --mint, which may mint a real link.');

/** Number of requests that a fault names before the rest are counted. */
const MAX_NAMED = 4;

/** Passes unless `faultOf` returns a fault. Each fault is reported once, with the requests that have it. */
export function each(
  exchanges: readonly Exchange[],
  faultOf: (exchange: Exchange) => string | false,
): Outcome {
  const requestsByFault = new Map<string, string[]>();
  for (const exchange of exchanges) {
    const fault = faultOf(exchange);
    if (fault !== false) requestsByFault.set(fault, [...(requestsByFault.get(fault) ?? []), exchange.what]);
  }
  if (requestsByFault.size === 0) return PASS;
  return broken([...requestsByFault].map(([fault, requests]) => `${fault} (${listed(requests)}).`).join(' '));
}

function listed(requests: readonly string[]): string {
  const rest = requests.length - MAX_NAMED;
  return rest > 1 ? `${requests.slice(0, MAX_NAMED).join(', ')} and ${rest} more` : requests.join(', ');
}
