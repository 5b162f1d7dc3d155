import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { startTestRunner, type BrowserLauncher } from '@web/test-runner';
import config from '../../web-test-runner.config.mjs';
import { reportBrowserTests } from '../report-browser-tests.js';
import { missingMessage, type RequirementName } from '../requirements.js';
import { BROWSER_DRIVING_FOLDERS, NODE_FOLDERS } from '../test-folders.js';
import { reportSuite, type TestCounts } from '../test-summary.js';
import type { Exclusion } from './exclusions.js';

/** An engine that runs the suite of Chromium too. */
export interface BrowserSuite {
  readonly requirements: readonly RequirementName[];
  readonly launcher: () => BrowserLauncher;
  readonly exclusions: readonly Exclusion[];
  /** The tests that ran before in this command; by default none. */
  readonly before?: TestCounts;
}

/** Runs the tests that run inside a browser in another engine, or skips them by name where its program is missing. */
export async function runBrowserSuite({
  requirements,
  launcher,
  exclusions,
  before,
}: BrowserSuite): Promise<void> {
  const reason = requirements.map(missingMessage).find((message) => message !== undefined);
  if (reason !== undefined) {
    reportSuite(
      0,
      0,
      browserTestFiles().map((name) => ({ name, reason })),
    );
    return;
  }
  const leftOut = exclusions.filter(({ tests }) => tests === undefined);
  await startTestRunner({
    readFileConfig: false,
    config: {
      ...config,
      files: config.files.concat(leftOut.map(({ file }) => `!${file}`)),
      browsers: [launcher()],
      reporters: [reportBrowserTests(exclusions, before)],
    },
  });
}

/** The test files that run inside a browser. */
export function browserTestFiles(): string[] {
  const elsewhere = [...NODE_FOLDERS, ...BROWSER_DRIVING_FOLDERS];
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !elsewhere.includes(file.split(sep)[0] ?? ''))
    .map((file) => `test/${file.replaceAll(sep, '/')}`)
    .sort();
}
