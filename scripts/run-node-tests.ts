/**
 * Runs test files with Node's own test runner, each file in a process of its own, and ends with the summary line.
 *
 *     npm run test:node                             # test/server, test/check, …
 *     npm run test:node -- test/server test/demo    # only these folders or files
 *     npm run test:e2e                              # one file at a time, as each drives a browser
 */
import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { missingMessage, missingMessages } from './requirements.js';
import { BROWSER_DRIVING_FOLDERS, NODE_FOLDERS } from './test-folders.js';
import { reportSuite, type SkippedTest } from './test-summary.js';

const MINUTE_MS = 60_000;

interface SuiteResult {
  passed: number;
  failed: number;
  readonly skipped: SkippedTest[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'drives-browsers': { type: 'boolean', default: false } },
});
const drivesBrowsers = values['drives-browsers'];
const folders = (drivesBrowsers ? BROWSER_DRIVING_FOLDERS : NODE_FOLDERS).map((name) => `test/${name}`);

const testFilesIn = (path: string) =>
  statSync(path).isFile()
    ? [resolve(path)]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.test.ts'))
        .map((file) => resolve(join(path, file)));

const isFromSubtests = (error: object) => 'failureType' in error && error.failureType === 'subtestsFailed';

/** Runs the files. A test that is skipped or todo for any reason but a missing program has failed. */
async function runFiles(files: readonly string[]): Promise<SuiteResult> {
  const result: SuiteResult = { passed: 0, failed: 0, skipped: [] };
  // a limit for files that hang, far above what a busy machine needs
  const tests = run({ files: [...files], concurrency: !drivesBrowsers, timeout: 10 * MINUTE_MS });
  // Node reports a file like a test, and a file that hangs ends without the results of its tests
  const isFile = (name: string) => files.includes(resolve(name));
  const unfinished = new Set<string>();
  const named = ({ name, file = '' }: { name: string; file?: string }) => `${name} (${file})`;
  const path: string[] = [];
  const accepted = missingMessages();

  tests.on('test:dequeue', (event) => !isFile(event.name) && unfinished.add(named(event)));
  tests.on('test:start', ({ name, nesting }) => path.splice(nesting, path.length, name));
  tests.on('test:pass', (event) => {
    unfinished.delete(named(event));
    if (event.skip === undefined && event.todo === undefined) {
      if (event.details.type !== 'suite' && !isFile(event.name)) result.passed += 1;
      return;
    }
    const reason = accepted.find((message) => message === event.skip);
    if (reason === undefined) result.failed += 1;
    else result.skipped.push({ name: path.slice(0, event.nesting + 1).join(' › '), reason });
  });
  tests.on('test:fail', (event) => {
    unfinished.delete(named(event));
    const { details } = event;
    // a describe fails with its tests, which are counted already, or by itself
    if (details.type !== 'suite' || !isFromSubtests(details.error)) result.failed += 1;
  });
  for await (const text of tests.compose(new spec())) process.stdout.write(String(text));
  for (const name of unfinished) console.log(`Started, but never ended: ${name}`);
  if (result.passed + result.failed + result.skipped.length === 0) result.failed = 1;
  return result;
}

const files = (positionals.length > 0 ? positionals : folders).flatMap(testFilesIn).sort();
const reason = drivesBrowsers ? missingMessage('chromium') : undefined;
if (reason === undefined) {
  const { passed, failed, skipped } = await runFiles(files);
  reportSuite(passed, failed, skipped);
} else {
  const skipped = files.map((file) => ({ name: relative(process.cwd(), file), reason }));
  reportSuite(0, 0, skipped);
}
