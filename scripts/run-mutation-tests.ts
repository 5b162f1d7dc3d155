/**
 * `npm run test:mutation`: changes the pure modules, one place at a time, and expects that a test of their folder fails
 * each time. `npm run test:mutation -- protocol link` does so for these folders only. Prints each change that no test
 * noticed, and fails when a folder's score is below 90 %.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { MUTATION_TARGETS, RUNS_IN_NODE } from './mutation/targets.js';

const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !(name in MUTATION_TARGETS));
if (unknown.length > 0) {
  console.error(
    `There is no folder ${unknown.join(', ')}. The folders are ${Object.keys(MUTATION_TARGETS).join(', ')}.`,
  );
  process.exit(1);
}

for (const [name, { mutate, spec }] of Object.entries(MUTATION_TARGETS)) {
  if (requested.length > 0 && !requested.includes(name)) continue;
  console.log(`▸ ${name}`);
  const stryker = new Stryker({
    mutate: [...mutate],
    testRunner: 'mocha',
    mochaOptions: { spec: [...spec], grep: RUNS_IN_NODE },
    testRunnerNodeArgs: [
      '--import',
      pathToFileURL(join(import.meta.dirname, 'mutation/register-hooks.js')).href,
    ],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // an endless loop, and not a machine that is busy
    timeoutMS: 30_000,
    tempDirName: '.cache/mutation',
    ignorePatterns: ['/*', '!/src', '!/src/**', '!/test', '!/test/**', '!/tsconfig.json', '!/package.json'],
    // Stryker sets the exit code of the process
    thresholds: { high: 95, low: 90, break: 90 },
    reporters: ['progress-append-only', 'clear-text'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
    allowConsoleColors: false,
  });
  await stryker.runMutationTest();
}
