import { relative } from 'node:path';
import { inspect } from 'node:util';
import type { Reporter, TestSession } from '@web/test-runner';
import { reportSuite } from './test-summary.js';
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

const sessionTests = ({ testResults }: TestSession) => (testResults ? testsOf(testResults) : []);

/** A test that skips itself counts as failed: what the machine lacks is known before, for whole files. */
const countTests = (session: TestSession) => {
  const tests = sessionTests(session);
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.length - passed;
  const brokeOtherwise = failed === 0 && (!session.passed || passed === 0);
  return { passed, failed: brokeOtherwise ? 1 : failed };
};

const describeFailure = ({ message, stack, expected, actual }: Failure) =>
  [
    stack?.includes(message) ? stack : [message, stack].filter(Boolean).join('\n'),
    ...(expected === undefined && actual === undefined
      ? []
      : [`expected: ${expected}`, `received: ${actual}`]),
  ].join('\n');

const describeSession = (session: TestSession) => {
  const tests = sessionTests(session).filter((test) => !test.passed || test.skipped);
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

/** A Web Test Runner reporter: a line for each file, all details of each failure, and at the end the summary line. */
export const reportBrowserTests = (): Reporter => {
  let total = 0;
  let done = 0;
  return {
    start({ testFiles }) {
      total = testFiles.length;
    },
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      done += 1;
      console.log(`${done}/${total} ${relative(process.cwd(), testFile)}`);
      for (const session of sessionsForTestFile.filter((session) => countTests(session).failed > 0))
        console.log(`${describeSession(session)}\n`);
    },
    stop({ sessions }) {
      const counts = sessions.map(countTests);
      const sum = (key: 'passed' | 'failed') => counts.reduce((total, one) => total + one[key], 0);
      reportSuite(sum('passed'), sum('failed'), skippedWithoutFonts());
    },
  };
};
