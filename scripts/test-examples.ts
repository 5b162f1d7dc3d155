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
import { EXAMPLES, TESTING_EXAMPLES, type Example, type TestingExample } from './examples/examples.js';
import { installExample } from './examples/install-example.js';
import { runProgram } from './examples/run-program.js';
import { runRecipe } from './examples/run-recipe.js';
import { serveExample, type Installed, type ServedExample } from './examples/serve-example.js';
import { missingMessage, requirePath, type RequirementName } from './requirements.js';
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
  checks: (example: ServedExample) => Promise<readonly Check[]>,
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
    for (const one of await checks(example)) await check(one);
  } finally {
    await example.stop();
  }
}

async function testExample(example: Example, installed: Installed, tarball: string, browser: Browser) {
  const { name, builds, served, rendersTag, development } = example;
  const isReady = await check({
    name: builds ? 'installs from the packed file, and builds' : 'installs from the packed file',
    async run() {
      await installExample({ source: join(root, 'examples', name), target: installed.example, tarball });
      if (builds) await runProgram('npm', ['run', 'build'], { cwd: installed.example });
    },
  });
  if (!isReady) return;
  await whileServed(installed, served, async ({ url, enkashUrl }) => [
    ...(rendersTag ? [checkServerHtml(url)] : []),
    checkRenewal(browser, url),
    ...(await journeyChecks(browser, { url, enkashUrl })),
  ]);
  if (development)
    await whileServed(installed, development, ({ url }) => Promise.resolve([checkDevelopment(browser, url)]));
}

async function testExamples(examples: readonly Example[], recipes: readonly TestingExample[]): Promise<void> {
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
    await installExample({ source: join(root, 'examples/backend'), target: backend, tarball });
    for (const [index, example] of examples.entries()) {
      console.log(`\n${example.name} (${index + 1} of ${examples.length})`);
      const installed = { backend, example: join(folder, example.name) };
      await testExample(example, installed, tarball, browser);
      await rm(installed.example, { recursive: true, force: true });
    }
    for (const recipe of recipes) {
      console.log(`\n${recipe.name}`);
      await check({
        name: 'installs from the packed file, and its tests pass',
        run: () => runRecipe(recipe, { root, folder, tarball }),
      });
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const requested = process.argv.slice(2);
const names = [...EXAMPLES, ...TESTING_EXAMPLES].map(({ name }) => name);
const unknown = requested.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no example ${unknown.join(', ')}. The examples are ${names.join(', ')}.`);
  process.exit(1);
}

const skipped: SkippedTest[] = [];
const isRunnable = ({ name, needs = 'chromium' }: { name: string; needs?: RequirementName }) => {
  if (requested.length > 0 && !requested.includes(name)) return false;
  const reason = missingMessage('chromium') ?? missingMessage(needs);
  if (reason !== undefined) skipped.push({ name: `examples/${name}`, reason });
  return reason === undefined;
};
const examples = EXAMPLES.filter(isRunnable);
const recipes = TESTING_EXAMPLES.filter(isRunnable);
if (examples.length + recipes.length > 0) await testExamples(examples, recipes);
reportSuite(passed, failed, skipped);
