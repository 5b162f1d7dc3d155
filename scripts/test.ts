/**
 * `npm test`: every check and every suite, one stage after another. Each stage is an npm script of its own;
 * `npm test -- lint test:node` runs only those. Prints the whole output of a stage that failed. The last line sums the
 * tests of the suites. The exit code is 1 when any stage failed, a check as well as a suite.
 */
import { runNpmScript, type Outcome } from './run-npm-script.js';
import { readSkippedList, readSummaryLine, summaryLine, type TestCounts } from './test-summary.js';

const CHECKS = ['format:check', 'lint', 'typecheck', 'build', 'size'];
const SUITES = ['test:browser', 'test:node', 'test:e2e'];
const NEED_BUILD = ['size', 'test:node', 'test:e2e'];
const STAGES = [...CHECKS, ...SUITES];

const PROGRESS_MS = 20_000;

interface StageResult {
  readonly name: string;
  readonly ok: boolean;
  /** Undefined for a check, which counts no tests. */
  readonly counts: TestCounts | undefined;
  readonly skippedList: string;
}

/** A suite that broke without reporting a failed test counts as one failed test. */
function countsOf({ ok, output }: Outcome): TestCounts {
  const counts = readSummaryLine(output) ?? { passed: 0, failed: 1, skipped: 0 };
  return { ...counts, failed: ok ? counts.failed : Math.max(counts.failed, 1) };
}

const secondsSince = (start: number) => `${((performance.now() - start) / 1000).toFixed(0)} s`;

async function runStage(name: string, buildFailed: boolean): Promise<StageResult> {
  console.log(`▸ ${name}`);
  const start = performance.now();
  const onProgress = (lastLine: string) => console.log(`  ${secondsSince(start)}  ${lastLine}`);
  const outcome =
    buildFailed && NEED_BUILD.includes(name)
      ? { ok: false, output: 'Not run, as the build failed.' }
      : await runNpmScript(name, { everyMs: PROGRESS_MS, onProgress });
  const counts = SUITES.includes(name) ? countsOf(outcome) : undefined;
  const ok = outcome.ok && (counts?.failed ?? 0) === 0;
  console.log(`  ${ok ? 'ok' : 'FAILED'}, ${secondsSince(start)}${counts ? `: ${summaryLine(counts)}` : ''}`);
  if (!ok) console.log(`\n${outcome.output.trimEnd()}\n`);
  return { name, ok, counts, skippedList: readSkippedList(outcome.output) };
}

const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !STAGES.includes(name));
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(', ')}. The stages are ${STAGES.join(', ')}.`);
  process.exit(1);
}

const results: StageResult[] = [];
for (const name of requested.length > 0 ? requested : STAGES)
  results.push(
    await runStage(
      name,
      results.some((stage) => stage.name === 'build' && !stage.ok),
    ),
  );

const sum = (key: keyof TestCounts) => results.reduce((total, { counts }) => total + (counts?.[key] ?? 0), 0);
const skipped = results.map(({ skippedList }) => skippedList).filter(Boolean);
const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.join('\n')}`);
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
console.log(summaryLine({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }));
