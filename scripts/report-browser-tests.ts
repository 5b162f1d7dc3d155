import { relative, sep } from 'node:path';
import { inspect } from 'node:util';
import type { Reporter, TestSession } from '@web/test-runner';
import { exclusionOf, type Exclusion } from './engines/exclusions.js';
import { reportSuite, type TestCounts } from './test-summary.js';
import { skippedWithoutFonts } from './tests-with-fonts.js';

type Suite = NonNullable<TestSession['testResults']>;
type Failure = Omit<TestSession['errors'][number], 'name'>;

interface NamedTest {
  name: string;
  passed: boolean;
  skipped: boolean;
  error?: Failure;
}

const testsOf = (suite: Suite, outer = ''): NamedTest[] => {
  const path = [outer, suite.name].filter(Boolean).join(' › ');
  return [
    ...suite.tests.map((test) => ({ ...test, name: [path, test.name].filter(Boolean).join(' › ') })),
    ...suite.suites.flatMap((inner) => testsOf(inner, path)),
  ];
};

const fileOf = ({ testFile }: TestSession) => relative(process.cwd(), testFile).replaceAll(sep, '/');

/** The tests of a file, without those that failed and are excluded from this engine. */
function sessionTests(session: TestSession, exclusions: readonly Exclusion[]): NamedTest[] {
  const tests = session.testResults ? testsOf(session.testResults) : [];
  return tests.filter(({ name, passed }) => passed || !exclusionOf(exclusions, fileOf(session), name));
}

/** A test that skips itself counts as failed: what the machine lacks is known before, for whole files. */
const countTests = (session: TestSession, exclusions: readonly Exclusion[]) => {
  const tests = sessionTests(session, exclusions);
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.length - passed;
  const excluded = (session.testResults ? testsOf(session.testResults).length : 0) - tests.length;
  const brokeOtherwise = failed === 0 && (excluded > 0 ? false : !session.passed || passed === 0);
  return { passed, failed: brokeOtherwise ? 1 : failed };
};

const describeFailure = ({ message, stack, expected, actual }: Failure) =>
  [
    stack?.includes(message) ? stack : [message, stack].filter(Boolean).join('\n'),
    ...(expected === undefined && actual === undefined
      ? []
      : [`expected: ${expected}`, `received: ${actual}`]),
  ].join('\n');

const describeSession = (session: TestSession, exclusions: readonly Exclusion[]) => {
  const tests = sessionTests(session, exclusions).filter((test) => !test.passed || test.skipped);
  return [
    ...tests.map(
      ({ name, skipped, error }) =>
        `✖ ${name}${skipped ? ' (skipped)' : ''}\n${error ? describeFailure(error) : ''}`,
    ),
    ...session.errors.map(describeFailure),
    ...(tests.length + session.errors.length === 0 ? ['✖ The file has no test.'] : []),
    ...session.request404s.map((url) => `404: ${url}`),
    ...session.logs.map(
      (values) =>
        `console: ${values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ')}`,
    ),
  ].join('\n');
};

/**
 * A Web Test Runner reporter: a line for each file, all details of each failure, and at the end the summary line. A failed
 * test that is excluded from the engine does not count; the exclusions are listed with their reasons.
 *
 * @param before the tests that ran before in this command; by default none
 */
export const reportBrowserTests = (exclusions: readonly Exclusion[] = [], before?: TestCounts): Reporter => {
  let total = 0;
  let done = 0;
  return {
    start({ testFiles }) {
      total = testFiles.length;
    },
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      done += 1;
      console.log(`${done}/${total} ${relative(process.cwd(), testFile)}`);
      for (const session of sessionsForTestFile.filter(
        (session) => countTests(session, exclusions).failed > 0,
      ))
        console.log(`${describeSession(session, exclusions)}\n`);
    },
    stop({ sessions }) {
      const counts = sessions.map((session) => countTests(session, exclusions));
      const sum = (key: 'passed' | 'failed') =>
        counts.reduce((total, one) => total + one[key], before?.[key] ?? 0);
      for (const { file, tests, reason } of exclusions)
        console.log(`Excluded: ${file}${tests === undefined ? '' : ` › ${tests}…`}\n  ${reason}`);
      reportSuite(sum('passed'), sum('failed'), skippedWithoutFonts());
    },
  };
};
