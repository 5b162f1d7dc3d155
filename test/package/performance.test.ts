import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { SUBJECTS } from '../../bench/peers/subjects.js';
import { TRACE_CATEGORIES } from '../../bench/peers/trace-categories.js';
import peers from '../../bench/peers/package.json' with { type: 'json' };
import { links, readText, root, rows, section, snippets } from '../support/markdown.js';

const page = readText('docs/performance.md');
const firstCells = (heading: string) => rows(section(page, heading)).map(([first]) => first);

describe('docs/performance.md', () => {
  it('names the command that prints its figures', () => {
    assert.match(snippets(page, 'sh').join('\n'), /^npm run bench:peers /m);
  });

  it('has a row for each subject and version in both tables', () => {
    const names = SUBJECTS.map(({ name }) => name);
    for (const heading of ['Loading', 'On the page']) assert.deepEqual(firstCells(heading), names);
  });

  it('lists what is not measured, for each subject with a remote part', () => {
    const remote = SUBJECTS.filter(({ remote }) => remote !== undefined);
    assert.deepEqual(
      firstCells('Not measured'),
      remote.map(({ name }) => name),
    );
  });

  it('says where another is ahead, and why', () => {
    for (const [, ahead = '', why = ''] of rows(section(page, 'Where another is ahead')))
      assert.ok(ahead !== '' && why !== '');
    assert.ok(firstCells('Where another is ahead').includes('bytes, brotli'));
  });

  it('has a measured value for each goal, and a profile of each kind of work', () => {
    assert.equal(rows(section(page, 'Light on the page')).length, 5);
    assert.doesNotMatch(section(page, 'Light on the page'), /NaN|–/);
    assert.deepEqual(firstCells('What is left'), [...TRACE_CATEGORIES]);
  });
});

describe('the picture of the peers', () => {
  const picture = readFileSync(join(root, 'docs/images/peers.svg'), 'utf8');

  it('is shown in README.md, with a text in its place', () => {
    const readme = readText('README.md');
    assert.ok(links(readme).includes('docs/images/peers.svg'));
    assert.match(readme, /!\[[^\]]{20,}\]\(docs\/images\/peers\.svg\)/);
  });

  it('has our element in each of its charts', () => {
    assert.equal([...picture.matchAll(/class="ours"/g)].length, 4);
    assert.doesNotMatch(picture, /NaN|undefined/);
  });
});

describe('the peers', () => {
  const lockfile = JSON.parse(readText('bench/peers/package-lock.json')) as {
    packages: Record<string, { version?: string; license?: string; resolved?: string }>;
  };
  const installed = Object.entries(lockfile.packages);

  it('have exact versions, those of the lockfile', () => {
    for (const [name, version] of Object.entries(peers.devDependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+$/);
      const found = installed.find(([path]) => path === `node_modules/${name}`);
      assert.equal(found?.[1].version, version);
    }
  });

  it('have licences that allow it, and no registry in the lockfile', () => {
    for (const [path, { license, resolved }] of installed.filter(([path]) => path !== '')) {
      assert.ok(['MIT', 'ISC', 'Apache-2.0'].includes(license ?? ''), `${path}: ${license ?? 'no licence'}`);
      assert.equal(resolved, undefined);
    }
  });
});
