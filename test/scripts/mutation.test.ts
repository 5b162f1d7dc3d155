import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MUTATION_TARGETS, RUNS_IN_NODE } from '../../scripts/mutation/targets.js';
import { codeIn, readText, root, rows, section } from '../support/markdown.js';
import { runScript } from './run-script.js';

describe('npm run test:mutation', () => {
  it('reports a folder that it does not know', () => {
    const { code, err } = runScript('run-mutation-tests.ts', { args: ['element'] });
    assert.equal(code, 1);
    assert.match(
      err,
      /^There is no folder element\. The folders are protocol, status, link, hours, journey, transition\.$/m,
    );
  });

  it('has for every folder tests that pass in Node', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        '--import',
        join(root, 'scripts/mutation/register-hooks.js'),
        join(root, 'node_modules/mocha/bin/mocha.js'),
        ...['--reporter', 'min', '--timeout', '60000', '--grep', RUNS_IN_NODE],
        ...Object.values(MUTATION_TARGETS).flatMap(({ spec }) => spec),
      ],
      { cwd: root, encoding: 'utf8' },
    );
    assert.equal(status, 0, stdout);
    assert.ok(Number(/(\d+) passing/.exec(stdout)?.[1]) > 400, stdout);
  });
});

describe('docs/reliability.md', () => {
  it('has the score of each folder, at least 90 %, with the command that prints it', () => {
    const table = rows(section(readText('docs/reliability.md'), 'Mutation tests'));
    const names = table.map(([folder = '']) => codeIn(folder)[0] ?? '');
    assert.deepEqual(
      names,
      Object.keys(MUTATION_TARGETS).filter((name) => names.includes(name)),
    );
    for (const folder of ['protocol', 'status', 'link', 'hours', 'journey'])
      assert.ok(names.includes(folder));
    assert.deepEqual(
      table.map(([, , , , , command = '']) => codeIn(command)[0]),
      names.map((name) => `npm run test:mutation -- ${name}`),
    );
    for (const [folder, changes, noticed, survived, score = ''] of table) {
      assert.equal(Number(noticed) + Number(survived), Number(changes), folder);
      assert.equal(score, `${((100 * Number(noticed)) / Number(changes)).toFixed(1)} %`);
      assert.ok(Number.parseFloat(score) >= 90, folder);
    }
  });
});
