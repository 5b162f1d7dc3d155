import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { root } from '../package/markdown.js';

/** The package's scripts for Node, by the names that partners import: types have none, and CDN files are for browsers. */
const scripts = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === 'object' && 'default' in target)
  .map(([path]) => manifest.name + path.slice(1).replace('*', 'hi'));

/** Imports a script in a Node of its own; tells which globals of a browser there are then. */
const importing = (specifier: string) => `
  await import(${JSON.stringify(specifier)});
  const browsers = ['window', 'document', 'HTMLElement', 'location', 'localStorage'];
  console.log(JSON.stringify(browsers.filter((name) => Object.hasOwn(globalThis, name) && globalThis[name] !== undefined)));
`;

describe('in Node', () => {
  for (const specifier of scripts)
    it(`importing ${specifier} does nothing, makes no browser and says nothing`, async () => {
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '--eval', importing(specifier)],
        { cwd: root, timeout: 20_000 },
      );
      assert.equal(stderr, '');
      assert.equal(stdout, '[]\n');
    });
});
