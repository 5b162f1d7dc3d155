/**
 * `npm run test:webkit`: the journeys in WebKitGTK, which need the build, then the tests that run inside a browser. With
 * arguments, which Web Test Runner reads, only those:
 *
 *     npm run test:webkit -- --files 'test/journey/*.test.ts'
 */
import { spawnSync } from 'node:child_process';
import { WEBKIT_EXCLUSIONS } from './engines/exclusions.js';
import { runBrowserSuite } from './engines/run-browser-suite.js';
import { webkitLauncher } from './engines/webkit-launcher.js';
import { readSummaryLine, type TestCounts } from './test-summary.js';

const JOURNEYS = ['--import', 'tsx', 'scripts/run-node-tests.ts', 'test/e2e/webkit-journey.test.ts'];

function runJourneys(): TestCounts {
  const { stdout } = spawnSync(process.execPath, JOURNEYS, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  console.log(stdout);
  return readSummaryLine(stdout) ?? { passed: 0, failed: 1, skipped: 0 };
}

await runBrowserSuite({
  requirements: ['webkit', 'xvfb'],
  launcher: webkitLauncher,
  exclusions: WEBKIT_EXCLUSIONS,
  ...(process.argv.length > 2 ? {} : { before: runJourneys() }),
});
