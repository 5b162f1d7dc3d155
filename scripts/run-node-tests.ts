/**
 * Runs the `*.test.ts` files of the given folders with Node's own test runner, each file in its own process:
 *
 *     node --import tsx scripts/run-node-tests.ts [--one-by-one] test/server test/sandbox …
 *
 * `--one-by-one` is for files that each drive a browser. The last line printed is the tally.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { closingLine, type Tally } from './tally.js';

const minute = 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'one-by-one': { type: 'boolean', default: false } },
});

const testFilesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => resolve(join(folder, path)));

const isFromSubtests = (error: object) => 'failureType' in error && error.failureType === 'subtestsFailed';

const files = positionals
  .filter((folder) => existsSync(folder))
  .flatMap(testFilesIn)
  .sort();
const tally: Tally = { passed: 0, failed: 0 };

if (files.length > 0) {
  const tests = run({ files, concurrency: !values['one-by-one'], timeout: 3 * minute });
  // a file that hangs takes its tests' results with it: their names tell where to look
  const begun = new Set<string>();
  const named = ({ name, file = '' }: { name: string; file?: string }) => `${name} (${file})`;
  tests.on('test:dequeue', (event) => !files.includes(resolve(event.name)) && begun.add(named(event)));
  tests.on('test:pass', (event) => {
    begun.delete(named(event));
    // Node reports a describe, and a file that holds no test at all, like a test
    if (event.details.type === 'suite' || files.includes(resolve(event.name))) return;
    if (event.skip === undefined && event.todo === undefined) tally.passed += 1;
    else tally.failed += 1;
  });
  tests.on('test:fail', (event) => {
    begun.delete(named(event));
    const { details } = event;
    // a describe fails with its tests, which are counted already, or by itself
    if (details.type !== 'suite' || !isFromSubtests(details.error)) tally.failed += 1;
  });
  for await (const text of tests.compose(new spec())) process.stdout.write(String(text));
  for (const name of begun) console.log(`Begun, but never ended: ${name}`);
  if (tally.passed + tally.failed === 0) tally.failed = 1;
}

console.log(closingLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
