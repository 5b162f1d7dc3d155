import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { EXAMPLES } from '../../scripts/examples/examples.js';
import { readText, root, snippets } from '../package/markdown.js';

const page = readText('docs/frameworks.md');

/** A text without indentation, to compare code that is nested differently. */
const withoutIndentation = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

const quotes = [...page.matchAll(/From\s\[[^\]]+\]\(([^)]+)\):\n\n```\w+\n([\s\S]*?)^```$/gm)];

describe('docs/frameworks.md', () => {
  it('quotes an example in every code block except the one for Jest', () => {
    assert.equal(quotes.length, (page.match(/^```\w+$/gm) ?? []).length - 1);
  });

  for (const [, path = '', code = ''] of quotes)
    it(`quotes ${path} verbatim`, () => {
      const file = join(dirname('docs/frameworks.md'), path);
      assert.ok(withoutIndentation(readText(file)).includes(withoutIndentation(code)), code);
    });

  it('makes Jest transform this package and every ES module that the element needs', () => {
    const config = snippets(page, 'js').find((code) => code.includes('transformIgnorePatterns')) ?? '';
    const [, pattern = ''] = /transformIgnorePatterns: \['([^']+)'\]/.exec(config) ?? [];
    const ignored = (name: string) => new RegExp(pattern).test(`/wallet/node_modules/${name}/index.js`);
    const needed = [manifest.name, 'lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/react'];
    assert.deepEqual([...needed, '@lit-labs/ssr-dom-shim', 'lean-qr'].filter(ignored), []);
    assert.ok(ignored('react'));
  });
});

describe('examples/', () => {
  const folders = ['', 'backends/']
    .flatMap((parent) => readdirSync(join(root, 'examples', parent)).map((name) => parent + name))
    .filter((folder) => existsSync(join(root, 'examples', folder, 'package.json')));

  it('are all run by npm run test:examples, with their common backend', () => {
    const run = ['backend', ...EXAMPLES.map(({ name }) => name)];
    assert.deepEqual(folders.sort(), run.sort());
  });

  for (const folder of folders)
    it(`${folder} depends on exact versions, and on this version of the package`, () => {
      const { dependencies, devDependencies } = JSON.parse(readText(`examples/${folder}/package.json`)) as {
        dependencies: Record<string, string>;
        devDependencies?: Record<string, string>;
      };
      assert.equal(dependencies[manifest.name], manifest.version);
      for (const version of Object.values({ ...dependencies, ...devDependencies }))
        assert.match(version, /^\d+\.\d+\.\d+$/);
    });
});
