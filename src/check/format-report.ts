import type { Finding, Report } from './check-backend.js';

/** From what is well to what hurts, which so stands nearest to the prompt. */
const ORDER = ['pass', 'skipped', 'fail', 'critical'] as const;

/** A report for people: each fault with what was expected, what came and how to mend it; a tally at the end. */
export function formatReport({ requests, findings }: Report): string {
  const width = Math.max(...findings.map(({ rule }) => rule.length));
  const sections = ORDER.map((verdict) => {
    const found = findings.filter((finding) => finding.verdict === verdict);
    return found.length === 0 ? [] : ['', verdict.toUpperCase(), ...found.flatMap(linesOf(width))];
  });
  const tally = ORDER.map(
    (verdict) => `${findings.filter((finding) => finding.verdict === verdict).length} ${verdict}`,
  );
  return [`Sent ${requests} requests.`, ...sections.flat(), '', `${tally.join(', ')}.`].join('\n');
}

const linesOf = (width: number) => (finding: Finding) => {
  const name = `  ${finding.rule.padEnd(width)}  `;
  const below = ' '.repeat(name.length);
  switch (finding.verdict) {
    case 'pass':
      return [name + finding.expected];
    case 'skipped':
      return [name + finding.reason];
    case 'fail':
    case 'critical':
      return [
        `${name}expected  ${finding.expected}`,
        `${below}received  ${finding.received}`,
        `${below}fix       ${finding.fix}`,
      ];
  }
};
