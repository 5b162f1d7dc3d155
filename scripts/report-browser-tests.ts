import { relative } from 'node:path';
import { inspect } from 'node:util';
import type { Reporter, TestSession } from '@web/test-runner';
import { closingLine, type Tally } from './tally.js';

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

const tallyOf = (session: TestSession): Tally => {
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
    ...(tests.length + session.errors.length === 0 ? ['✖ The file holds no test.'] : []),
    ...session.request404s.map((url) => `404: ${url}`),
    ...session.logs.map(
      (values) =>
        `console: ${values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ')}`,
    ),
  ].join('\n');
};

/** A Web Test Runner reporter that is silent about what passes, complete about what does not, and ends with the tally. */
export const reportBrowserTests = (): Reporter => ({
  reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
    for (const session of sessionsForTestFile.filter((session) => tallyOf(session).failed > 0)) {
      logger.log(`${relative(process.cwd(), testFile)}\n${describeSession(session)}\n`);
    }
  },
  stop({ sessions }) {
    const tallies = sessions.map(tallyOf);
    const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
    // the runner's terminal has left cursor codes on the current line
    console.log(`\n${closingLine({ passed: sum('passed'), failed: sum('failed') })}`);
  },
});
