import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { EXAMPLES, TESTING_EXAMPLES } from '../../scripts/examples/examples.js';
import { readText, root } from '../support/markdown.js';

const page = readText('docs/frameworks.md');

/** A text without indentation, to compare code that is nested differently. */
const withoutIndentation = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** The code blocks that a page quotes from a file. */
const quotesOf = (text: string) => [
  ...text.matchAll(/\b[Ff]rom\s\[[^\]]+\]\(([^)]+)\)(?:,[^:\n]*)?:\n\n```\w+\n([\s\S]*?)^```$/gm),
];

const quotes = quotesOf(page);

describe('docs/frameworks.md', () => {
  it('quotes an example in every code block', () => {
    assert.equal(quotes.length, (page.match(/^```\w+$/gm) ?? []).length);
  });

  for (const [, path = '', code = ''] of quotes)
    it(`quotes ${path} verbatim`, () => {
      const file = join(dirname('docs/frameworks.md'), path);
      assert.ok(withoutIndentation(readText(file)).includes(withoutIndentation(code)), code);
    });
});

describe('docs/testing.md', () => {
  const recipes = readText('docs/testing.md');
  const quoted = quotesOf(recipes);

  it('quotes a recipe in every code block', () => {
    assert.equal(quoted.length, (recipes.match(/^```\w+$/gm) ?? []).length);
  });

  for (const [, path = '', code = ''] of quoted)
    it(`quotes ${path} verbatim`, () => {
      const file = join(dirname('docs/testing.md'), path);
      assert.ok(withoutIndentation(readText(file)).includes(withoutIndentation(code)), code);
    });

  it('uses the same session endpoint with Jest as with Vitest', () => {
    const [vitest, jest] = ['vitest/test', 'jest'].map((folder) =>
      readText(`examples/testing/${folder}/session-endpoint.js`),
    );
    assert.equal(vitest, jest);
  });
});

describe('examples/', () => {
  const folders = ['', 'backends/', 'testing/']
    .flatMap((parent) => readdirSync(join(root, 'examples', parent)).map((name) => parent + name))
    .filter((folder) => existsSync(join(root, 'examples', folder, 'package.json')));

  it('are all run by npm run test:examples, with their common backend', () => {
    const run = ['backend', ...[...EXAMPLES, ...TESTING_EXAMPLES].map(({ name }) => name)];
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
