/**
 * `npm test`: every check and every test, one stage after another, each of them an npm script that also runs alone.
 * Prints the whole output of a stage that failed. The last line sums the tests of the three suites. The exit code is
 * 1 as soon as any stage failed, a check as well as a suite. `npm test -- lint test:node` runs only those stages.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { closingLine, readClosingLine, type Tally } from './tally.js';

const checks = ['browsers', 'format:check', 'lint', 'types', 'build', 'size'];
const suites = ['test:browser', 'test:node', 'test:e2e'];
const needBuild = ['size', 'test:node', 'test:e2e'];

interface Outcome {
  ok: boolean;
  output: string;
}

const onWindows = process.platform === 'win32';
const running = new Set<ChildProcess>();

const stop = (child: ChildProcess) => {
  // the whole process group: npm, the runner and its browsers
  if (child.pid !== undefined && !onWindows) process.kill(-child.pid, 'SIGTERM');
  else child.kill();
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    running.forEach(stop);
    process.exit(130);
  });
}

const runScript = (name: string): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], {
      detached: !onWindows,
      shell: onWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    const collect = (text: string) => (output += text);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', ({ message }) => resolve({ ok: false, output: message }));
    child.once('close', (code) => {
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });

/** A suite that broke without naming a failed test counts as one failed test. */
const tallyOf = ({ ok, output }: Outcome): Tally => {
  const { passed, failed } = readClosingLine(output) ?? { passed: 0, failed: 1 };
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
};

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const total: Tally = { passed: 0, failed: 0 };
const failedStages: string[] = [];

const runStage = async (name: string) => {
  process.stdout.write(name.padEnd(14));
  const start = performance.now();
  const outcome =
    needBuild.includes(name) && failedStages.includes('build')
      ? { ok: false, output: 'Not run: the build failed.' }
      : await runScript(name);
  const tally = suites.includes(name) ? tallyOf(outcome) : undefined;
  const ok = outcome.ok && (tally?.failed ?? 0) === 0;
  if (!ok) failedStages.push(name);
  if (tally) {
    total.passed += tally.passed;
    total.failed += tally.failed;
  }
  console.log(`${ok ? 'ok' : 'FAILED'}  ${seconds(start)}${tally ? `  ${closingLine(tally)}` : ''}`);
  if (!ok) console.log(`\n${outcome.output.trimEnd()}\n`);
};

const wanted = process.argv.slice(2);
const stages = [...checks, ...suites];
const unknown = wanted.filter((name) => !stages.includes(name));
if (unknown.length > 0)
  throw new Error(`No such stage: ${unknown.join(', ')}. Choose from ${stages.join(', ')}.`);

for (const name of wanted.length > 0 ? wanted : stages) await runStage(name);

if (failedStages.length > 0) {
  console.log(`\nFailed: ${failedStages.join(', ')}`);
  process.exitCode = 1;
}
console.log(closingLine(total));
