import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import peers from '../../bench/peers/package.json' with { type: 'json' };
import { readText, snippets } from './markdown.js';

const page = readText('docs/performance.md');

describe('docs/performance.md', () => {
  it('names the command that prints its figures', () => {
    assert.match(snippets(page, 'sh').join('\n'), /^npm run bench:peers /m);
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
