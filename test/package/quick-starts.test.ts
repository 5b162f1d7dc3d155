import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { docFiles } from '../support/doc-files.js';
import { links, PAGES, readText, root } from '../support/markdown.js';

const FOLDER = 'docs/quick-starts/';
const pages = PAGES.filter((path) => path.startsWith(FOLDER));

describe('the quick starts', () => {
  it('are seven, and a test follows each', () => {
    assert.equal(pages.length, 7);
    for (const path of pages) {
      const test = path.replace(FOLDER, 'test/e2e/quick-starts/').replace(/md$/, 'test.ts');
      assert.ok(existsSync(join(root, test)), test);
    }
  });

  for (const path of ['README.md', 'docs/getting-started.md', 'docs/frameworks.md'])
    it(`are all linked in ${path}`, () => {
      const linked = links(readText(path)).map((link) => link.replace(/^docs\//, ''));
      for (const page of pages) assert.ok(linked.includes(page.replace(/^docs\//, '')), page);
    });

  it('link only to what the packed file contains', () => {
    for (const path of pages)
      for (const link of links(readText(path)))
        assert.match(join(FOLDER, link), /^(?:docs\/[\w-]+\.md|README\.md)(?:#|$)/, path);
  });

  it('have the same backend, where the framework has no server of its own', () => {
    const backends = pages.flatMap((path) =>
      docFiles(readText(path)).filter((file) => file.path === 'server.mjs'),
    );
    assert.equal(backends.length, 4);
    assert.equal(new Set(backends.map(({ code }) => code)).size, 1);
  });
});
