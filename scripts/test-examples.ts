/**
 * `npm run test:examples`: every folder of examples/ as a partner would use it. Each is copied, installs this package
 * from its packed file, is built, served, and driven in Chromium. `npm run test:examples -- vue next` runs only those.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import manifest from '../package.json' with { type: 'json' };
import { canUseSandbox, quietFlags } from './chromium-flags.js';
import {
  checkDevelopment,
  checkRenewal,
  checkServerHtml,
  journeyChecks,
  type Check,
} from './examples/check-example.js';
import { EXAMPLES, type Example } from './examples/examples.js';
import { installExample } from './examples/install-example.js';
import { runProgram } from './examples/run-program.js';
import { serveExample, type Installed, type ServedExample } from './examples/serve-example.js';
import { missingMessage, requirePath } from './requirements.js';
import { reportSuite, type SkippedTest } from './test-summary.js';

const root = join(import.meta.dirname, '..');
let passed = 0;
let failed = 0;

async function check({ name, run }: Check): Promise<boolean> {
  const start = performance.now();
  try {
    await run();
  } catch (error) {
    failed += 1;
    console.log(`  ✖ ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return false;
  }
  passed += 1;
  console.log(`  ✔ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return true;
}

/** The packed package, as npm would publish it. */
async function pack(folder: string): Promise<string> {
  if (!existsSync(join(root, 'dist/index.js'))) await runProgram('npm', ['run', 'build'], { cwd: root });
  await runProgram('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  return join(folder, `${manifest.name}-${manifest.version}.tgz`);
}

async function whileServed(
  installed: Installed,
  served: Example['served'],
  checks: (url: string) => Promise<readonly Check[]>,
): Promise<void> {
  let example: ServedExample | undefined;
  await check({
    name: 'is served',
    async run() {
      example = await serveExample(installed, served);
    },
  });
  if (!example) return;
  try {
    for (const one of await checks(example.url)) await check(one);
  } finally {
    await example.stop();
  }
}

async function testExample(example: Example, installed: Installed, tarball: string, browser: Browser) {
  const { name, builds, served, rendersTag, development } = example;
  const isReady = await check({
    name: builds ? 'installs from the packed file, and builds' : 'installs from the packed file',
    async run() {
      await installExample(join(root, 'examples', name), installed.example, tarball, manifest.version);
      if (builds) await runProgram('npm', ['run', 'build'], { cwd: installed.example });
    },
  });
  if (!isReady) return;
  await whileServed(installed, served, async (url) => [
    ...(rendersTag ? [checkServerHtml(url)] : []),
    checkRenewal(browser, url),
    ...(await journeyChecks(browser, url)),
  ]);
  if (development)
    await whileServed(installed, development, (url) => Promise.resolve([checkDevelopment(browser, url)]));
}

async function testExamples(examples: readonly Example[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vkyc-examples-'));
  const browser = await chromium.launch({
    executablePath: requirePath('chromium'),
    chromiumSandbox: canUseSandbox,
    args: [...quietFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  try {
    console.log('Packing the package, and installing the backend of the examples …');
    const tarball = await pack(folder);
    const backend = join(folder, 'backend');
    await installExample(join(root, 'examples/backend'), backend, tarball, manifest.version);
    for (const [index, example] of examples.entries()) {
      console.log(`\n${example.name} (${index + 1} of ${examples.length})`);
      const installed = { backend, example: join(folder, example.name) };
      await testExample(example, installed, tarball, browser);
      await rm(installed.example, { recursive: true, force: true });
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !EXAMPLES.some((example) => example.name === name));
if (unknown.length > 0) {
  const names = EXAMPLES.map(({ name }) => name).join(', ');
  console.error(`There is no example ${unknown.join(', ')}. The examples are ${names}.`);
  process.exit(1);
}

const skipped: SkippedTest[] = [];
const runnable = EXAMPLES.filter(({ name }) => requested.length === 0 || requested.includes(name)).filter(
  ({ name, needs = 'chromium' }) => {
    const reason = missingMessage('chromium') ?? missingMessage(needs);
    if (reason !== undefined) skipped.push({ name: `examples/${name}`, reason });
    return reason === undefined;
  },
);
if (runnable.length > 0) await testExamples(runnable);
reportSuite(passed, failed, skipped);
