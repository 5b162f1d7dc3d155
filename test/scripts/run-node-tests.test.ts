import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../support/markdown.js';
import { barePath, runScript, temporaryFolder, type RunOptions } from './run-script.js';

const TESTS_WITH = pathToFileURL(join(root, 'test/support/tests-with.ts')).href;

/** Tests of a server that does not exist here. */
const NEEDS_REDIS = `
  import { testsWith } from '${TESTS_WITH}';
  const { after, before, describe, it } = testsWith('redis');
  describe('a store', () => {
    before(() => { throw new Error('There is no Redis to start.'); });
    after(() => { throw new Error('There is no Redis to stop.'); });
    it('keeps a value', () => { throw new Error('There is no Redis.'); });
    it('counts', () => { throw new Error('There is no Redis.'); });
  });`;

const PASSES = `import { test } from 'node:test'; test('passes', () => undefined);`;

/** Runs a test file on a machine that has only Node. */
function runTests(t: TestContext, code: string, env: RunOptions['env'] = {}) {
  const file = join(temporaryFolder(t), 'one.test.ts');
  writeFileSync(file, code);
  return runScript('run-node-tests.ts', { args: [file], env: { PATH: barePath(t), ...env } });
}

describe('run-node-tests', () => {
  it('counts what passes', (t) => {
    const { code, last } = runTests(t, PASSES);
    assert.deepEqual([code, last], [0, '1 passed, 0 failed']);
  });

  it('skips by name, with the reason and how to install it, what needs a missing program', (t) => {
    const { code, last, out } = runTests(t, PASSES + NEEDS_REDIS);
    assert.deepEqual([code, last], [0, '1 passed, 0 failed, 2 skipped']);
    const [, list = ''] = out.split('\nSkipped:\n');
    assert.match(list, /^redis-server is missing .*apt-get install .*redis-server/);
    assert.match(list, /\n- a store › keeps a value\n- a store › counts\n/);
  });

  it('runs those tests, and their hooks, where the program is there', (t) => {
    const { code, last } = runTests(t, NEEDS_REDIS, { REDIS_SERVER_PATH: process.execPath });
    assert.equal(code, 1);
    assert.match(last, /^0 passed, [1-9]\d* failed$/);
  });

  it('counts a skipped test as failed with CI=true', (t) => {
    const { code, last } = runTests(t, PASSES + NEEDS_REDIS, { CI: 'true' });
    assert.deepEqual([code, last], [1, '1 passed, 2 failed']);
  });

  it('counts every other skipped or unwritten test as failed', (t) => {
    const { code, last } = runTests(
      t,
      `import { describe, it } from 'node:test';
       it('is skipped for another reason', { skip: 'redis-server is missing' }, () => undefined);
       it('skips itself', (t) => t.skip());
       it('is still to be written', { todo: true }, () => undefined);
       describe('a skipped suite', { skip: true }, () => { it('one', () => undefined); });`,
    );
    assert.deepEqual([code, last], [1, '0 passed, 4 failed']);
  });

  it('fails when a file has no test', (t) => {
    const { code, last } = runTests(t, '');
    assert.deepEqual([code, last], [1, '0 passed, 1 failed']);
  });

  it('fails when a file breaks before its first test', (t) => {
    const { code, last } = runTests(t, `throw new Error('Broken.');${PASSES}`);
    assert.deepEqual([code, last], [1, '0 passed, 1 failed']);
  });
});
