import type { Exchange } from './exchange.js';
import type { Survey } from './probe-run.js';

/** What a rule came to: all right, broken (what was received, in words without a secret), or not to be told (why). */
export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'broken'; readonly received: string }
  | { readonly kind: 'skipped'; readonly reason: string };

/** What a partner may set, and the checker's clock in epoch milliseconds. */
export interface RuleSettings {
  readonly linkHosts: readonly string[];
  readonly now: () => number;
}

/** One thing a backend must get right. */
export interface Rule {
  /** Short, unique, never changed: scripts may name it. */
  readonly id: string;
  /** `dangerous`: a customer, their link or their data can come to harm. `wrong`: the button works badly or not at all. */
  readonly level: 'fail' | 'critical';
  /** What is right, as a sentence. */
  readonly expected: string;
  /** How to mend it, in a sentence or two. */
  readonly fix: string;
  readonly test: (survey: Survey, settings: RuleSettings) => Outcome;
}

/** The outcome of a rule that is kept. */
export const PASS: Outcome = { kind: 'pass' };

/** The outcome of a rule that is not. */
export const broken = (received: string): Outcome => ({ kind: 'broken', received });

/** The outcome of a rule of which nothing can be said. */
export const skipped = (reason: string): Outcome => ({ kind: 'skipped', reason });

/** The outcome of a rule about requests that were not allowed. */
export const NEEDS_MINT = skipped('Needs --mint, which may make a real link.');

/** How many requests a fault names before it counts the rest. */
const NAMED = 4;

/** Right unless `faultOf` finds something; each fault is told once, with the requests that met it. */
export function each(
  exchanges: readonly Exchange[],
  faultOf: (exchange: Exchange) => string | false,
): Outcome {
  const met = new Map<string, string[]>();
  for (const exchange of exchanges) {
    const fault = faultOf(exchange);
    if (fault !== false) met.set(fault, [...(met.get(fault) ?? []), exchange.what]);
  }
  if (met.size === 0) return PASS;
  return broken([...met].map(([fault, whats]) => `${fault} (${listed(whats)}).`).join(' '));
}

function listed(whats: readonly string[]): string {
  const more = whats.length - NAMED;
  return more > 1 ? `${whats.slice(0, NAMED).join(', ')} and ${more} more` : whats.join(', ');
}
