import { isCI } from './is-ci.js';

/** How many tests passed, failed, and were skipped because a program is missing. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A test, or a whole suite, that did not run. */
export interface SkippedTest {
  readonly name: string;
  /** What is missing and how to install it. */
  readonly reason: string;
}

/** The last line of each suite and of `npm test`. */
export const summaryLine = ({ passed, failed, skipped }: TestCounts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Reads a suite's summary line back from its output. Undefined when the last line is anything else. */
export function readSummaryLine(output: string): TestCounts | undefined {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const match = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(last);
  if (!match) return undefined;
  const [, passed, failed, skipped = 0] = match;
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}

const HEADING = '\nSkipped:\n';

/** The skipped tests below the reason that they share; empty when there are none. */
function skippedList(skipped: readonly SkippedTest[]): string {
  if (skipped.length === 0) return '';
  const lines = [...new Set(skipped.map(({ reason }) => reason))].flatMap((reason) => [
    reason,
    ...skipped.filter((test) => test.reason === reason).map(({ name }) => `- ${name}`),
  ]);
  return `${HEADING}${lines.join('\n')}\n`;
}

/** Reads the list of skipped tests back from a suite's output; empty when there is none. */
export function readSkippedList(output: string): string {
  const start = output.lastIndexOf(HEADING);
  return start < 0 ? '' : output.slice(start + HEADING.length, output.trimEnd().lastIndexOf('\n'));
}

/**
 * Ends a suite: lists its skipped tests, prints its summary line and sets the exit code. With `CI=true` a skipped test
 * has failed, as a CI machine must have all that the tests need.
 */
export function reportSuite(passed: number, failed: number, skipped: readonly SkippedTest[]): void {
  const counts = isCI()
    ? { passed, failed: failed + skipped.length, skipped: 0 }
    : { passed, failed, skipped: skipped.length };
  console.log(skippedList(skipped) + summaryLine(counts));
  if (counts.failed > 0) process.exitCode = 1;
}
