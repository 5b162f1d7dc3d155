import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { root } from '../support/markdown.js';

/** The package's modules for Node, by the specifiers that partners import; not types, nor the CDN files for browsers. */
const specifiers = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === 'object' && 'default' in target)
  .map(([path]) => manifest.name + path.slice(1).replace('*', 'hi'));

/** A script that imports a module and prints which browser globals are defined afterwards. */
const importScript = (specifier: string) => `
  await import(${JSON.stringify(specifier)});
  const names = ['window', 'document', 'HTMLElement', 'location', 'localStorage'];
  console.log(JSON.stringify(names.filter((name) => Object.hasOwn(globalThis, name) && globalThis[name] !== undefined)));
`;

describe('the built modules in Node', () => {
  for (const specifier of specifiers)
    it(`importing ${specifier} has no side effects, defines no browser global and prints nothing`, async () => {
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '--eval', importScript(specifier)],
        { cwd: root, timeout: 20_000 },
      );
      assert.equal(stderr, '');
      assert.equal(stdout, '[]\n');
    });
});
