/** How many tests of a suite passed and failed. A skipped test has told nothing: it counts as failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The line each suite, and `npm test` itself, ends with. */
export const closingLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

/** Reads a suite's closing line back from its output. Undefined when the last line is anything else. */
export const readClosingLine = (output: string): Tally | undefined => {
  const [, passed, failed] =
    /^(\d+) passed, (\d+) failed$/.exec(output.trimEnd().split('\n').at(-1) ?? '') ?? [];
  return passed && failed ? { passed: Number(passed), failed: Number(failed) } : undefined;
};
