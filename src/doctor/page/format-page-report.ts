import type { PageReport } from './examine-page.js';

/** The most severe last, next to the prompt of the terminal. */
const VERDICTS = ['pass', 'skipped', 'fail', 'critical'] as const;

/** A report as text: each finding with what was found and what to write, and a summary at the end. */
export function formatPageReport({ findings, redirects, failure }: PageReport): string {
  const way = redirects.length === 0 ? [] : [`Redirected to ${redirects.join(', then ')}.`, ''];
  if (failure !== null) return [...way, failure].join('\n');
  const width = Math.max(...findings.map(({ id }) => id.length));
  const sections = VERDICTS.flatMap((verdict) => {
    const lines = findings
      .filter((finding) => finding.verdict === verdict)
      .flatMap(({ id, found, fix }) => [
        `  ${id.padEnd(width)}  ${found}`,
        ...(fix === '' ? [] : [`${' '.repeat(width + 4)}fix  ${fix}`]),
      ]);
    return lines.length === 0 ? [] : [verdict.toUpperCase(), ...lines, ''];
  });
  const summary = VERDICTS.map(
    (verdict) => `${findings.filter((finding) => finding.verdict === verdict).length} ${verdict}`,
  );
  return [...way, ...sections, `${summary.join(', ')}.`].join('\n');
}
