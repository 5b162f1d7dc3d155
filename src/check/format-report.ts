import type { CheckResult, Report } from './check-backend.js';

/** The most severe last, next to the prompt of the terminal. */
const VERDICTS = ['pass', 'skipped', 'fail', 'critical'] as const;

/** A report as text: each failed rule with what was expected and received and how to fix it, and a summary at the end. */
export function formatReport({ requests, findings }: Report): string {
  const width = Math.max(...findings.map(({ rule }) => rule.length));
  const sections = VERDICTS.map((verdict) => {
    const results = findings.filter((finding) => finding.verdict === verdict);
    return results.length === 0 ? [] : ['', verdict.toUpperCase(), ...results.flatMap(linesOf(width))];
  });
  const summary = VERDICTS.map(
    (verdict) => `${findings.filter((finding) => finding.verdict === verdict).length} ${verdict}`,
  );
  return [`Sent ${requests} requests.`, ...sections.flat(), '', `${summary.join(', ')}.`].join('\n');
}

const linesOf = (width: number) => (result: CheckResult) => {
  const name = `  ${result.rule.padEnd(width)}  `;
  const below = ' '.repeat(name.length);
  switch (result.verdict) {
    case 'pass':
      return [name + result.expected];
    case 'skipped':
      return [name + result.reason];
    case 'fail':
    case 'critical':
      return [
        `${name}expected  ${result.expected}`,
        `${below}received  ${result.received}`,
        `${below}fix       ${result.fix}`,
      ];
  }
};
