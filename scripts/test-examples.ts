/**
 * `npm run test:examples`: every folder of examples/ as a partner would have it. Each is copied, gets this package from
 * its packed file, is built, served, and driven in Chromium. `npm run test:examples -- vue next` runs only those.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import manifest from '../package.json' with { type: 'json' };
import { isRoot, quietFlags } from './chromium-flags.js';
import {
  checkDevelopment,
  checkRenewal,
  checkServersPage,
  checksOf,
  type Check,
} from './examples/check-example.js';
import { EXAMPLES, type Example } from './examples/examples.js';
import { installExample } from './examples/install-example.js';
import { runProgram } from './examples/run-program.js';
import { serveExample, type Installed, type ServedExample } from './examples/serve-example.js';
import { findChromium } from './find-browser.js';
import { closingLine, type Tally } from './tally.js';

const root = join(import.meta.dirname, '..');
const tally: Tally = { passed: 0, failed: 0 };

async function check({ says, run }: Check): Promise<boolean> {
  const began = performance.now();
  try {
    await run();
  } catch (error) {
    tally.failed += 1;
    console.log(`  ✖ ${says}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return false;
  }
  tally.passed += 1;
  console.log(`  ✔ ${says} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
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
    says: 'is served',
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
  console.log(`\n${name}`);
  const ready = await check({
    says: builds ? 'installs from the packed file, and builds' : 'installs from the packed file',
    async run() {
      await installExample(join(root, 'examples', name), installed.example, tarball, manifest.version);
      if (builds) await runProgram('npm', ['run', 'build'], { cwd: installed.example });
    },
  });
  if (!ready) return;
  await whileServed(installed, served, async (url) => [
    ...(rendersTag ? [checkServersPage(url)] : []),
    checkRenewal(browser, url),
    ...(await checksOf(browser, url)),
  ]);
  if (development)
    await whileServed(installed, development, (url) => Promise.resolve([checkDevelopment(browser, url)]));
}

const isInstalled = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !EXAMPLES.some((example) => example.name === name));
if (unknown.length > 0)
  throw new Error(
    `No such example: ${unknown.join(', ')}. Choose from ${EXAMPLES.map(({ name }) => name).join(', ')}.`,
  );

const folder = await mkdtemp(join(tmpdir(), 'vkyc-examples-'));
const browser = await chromium.launch({
  executablePath: findChromium(),
  chromiumSandbox: !isRoot,
  args: [...quietFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
});
const leftOut: string[] = [];
try {
  const tarball = await pack(folder);
  const backend = join(folder, 'backend');
  await installExample(join(root, 'examples/backend'), backend, tarball, manifest.version);
  for (const example of EXAMPLES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    if (example.needs && !isInstalled(example.needs)) {
      leftOut.push(`${example.name}: there is no ${example.needs} here`);
      continue;
    }
    const installed = { backend, example: join(folder, example.name) };
    await testExample(example, installed, tarball, browser);
    await rm(installed.example, { recursive: true, force: true });
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

for (const one of leftOut) console.log(`\nLeft out: ${one}`);
console.log(closingLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
