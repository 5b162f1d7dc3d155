import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { runScript, temporaryFolder } from './run-script.js';

const NAMES = ['format:check', 'lint', 'typecheck', 'build', 'size', 'test:browser', 'test:node', 'test:e2e'];

/** Runs `npm test` in a project whose stages each print a text and end with a code. */
function npmTest(
  t: TestContext,
  stages: Readonly<Record<string, readonly [text: string, code?: number]>>,
  ...args: string[]
) {
  const cwd = temporaryFolder(t);
  const script = (name: string) => {
    const [text, code = 0] = stages[name] ?? [name.startsWith('test:') ? '1 passed, 0 failed' : 'fine'];
    writeFileSync(
      join(cwd, `${name.replace(':', '-')}.mjs`),
      `console.log(${JSON.stringify(text)}); process.exitCode = ${code};`,
    );
    return `node ${name.replace(':', '-')}.mjs`;
  };
  const scripts = Object.fromEntries(NAMES.map((name) => [name, script(name)]));
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ scripts }));
  return runScript('test.ts', { cwd, args });
}

describe('npm test', () => {
  it('announces each stage, says how long it took, and ends with the sum of the suites', (t) => {
    const { code, out, last } = npmTest(t, { 'test:node': ['TAP\n7 passed, 0 failed'] });
    assert.deepEqual([code, last], [0, '9 passed, 0 failed']);
    assert.deepEqual(out.match(/(?<=^▸ ).+$/gm), NAMES);
    assert.equal(out.match(/^ {2}ok, \d+ s/gm)?.length, NAMES.length);
  });

  it('runs only the stages that are named', (t) => {
    const { out, last } = npmTest(t, {}, 'lint', 'test:node');
    assert.deepEqual(out.match(/(?<=^▸ ).+$/gm), ['lint', 'test:node']);
    assert.equal(last, '1 passed, 0 failed');
  });

  it('names the stages when there is none of that name', (t) => {
    const { code, err } = npmTest(t, {}, 'types');
    assert.equal(code, 1);
    assert.equal(err, `There is no stage types. The stages are ${NAMES.join(', ')}.\n`);
  });

  it('fails with a check, prints its output, and still runs the others', (t) => {
    const { code, out, last } = npmTest(t, { lint: ['2 problems', 1] }, 'lint', 'test:node');
    assert.deepEqual([code, last], [1, '1 passed, 0 failed']);
    assert.match(out, /\n {2}FAILED, \d+ s\n\n2 problems\n/);
    assert.match(out, /\nFailed: lint\n/);
  });

  it('runs nothing that needs the build when that fails', (t) => {
    const { code, out, last } = npmTest(t, { build: ['broken', 1] }, 'build', 'size', 'test:node');
    assert.deepEqual([code, last], [1, '0 passed, 1 failed']);
    assert.equal(out.match(/Not run, as the build failed/g)?.length, 2);
  });

  it('counts a suite that ends without a summary as one failed test', (t) => {
    assert.equal(npmTest(t, { 'test:e2e': ['Killed', 137] }, 'test:e2e').last, '0 passed, 1 failed');
    assert.equal(
      npmTest(t, { 'test:e2e': ['1 passed, 0 failed', 1] }, 'test:e2e').last,
      '1 passed, 1 failed',
    );
  });

  it('lists the skipped tests of all suites at the end, and succeeds', (t) => {
    const skipped = (name: string) =>
      `✔ one\n\nSkipped:\nX is missing.\n- ${name}\n1 passed, 0 failed, 1 skipped`;
    const stages = { 'test:node': [skipped('a › b')], 'test:e2e': [skipped('c')] } as const;
    const { code, out, last } = npmTest(t, stages, 'test:node', 'test:e2e');
    assert.deepEqual([code, last], [0, '2 passed, 0 failed, 2 skipped']);
    assert.match(out, /\nSkipped:\nX is missing\.\n- a › b\nX is missing\.\n- c\n2 passed/);
  });
});
