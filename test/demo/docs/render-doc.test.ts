import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DOC_FILES, DOC_PAGES, siteLink } from '../../../demo/docs/doc-pages.js';
import { renderDoc } from '../../../demo/docs/render-doc.js';
import { docOf, PAGE_SNIPPETS } from '../../../demo/page/snippets/page-snippets.js';

const root = join(import.meta.dirname, '../../..');
const readText = (path: string) => readFileSync(join(root, path), 'utf8');

const pages = new Map(
  [...DOC_PAGES].map(([name, source]) => [name, renderDoc(source, readText(source))] as const),
);
const anchors = new Map(
  [...pages].map(([name, html]) => [name, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
);
const linksIn = (html: string) => [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);

/** Whether a link of a page of the documentation leads to something that the site has. */
function resolves(from: string, link: string): boolean {
  if (/^[a-z]+:/.test(link) || link === '../') return true;
  const [path = '', anchor] = link.split('#');
  const name = path === '' ? from : path;
  if (DOC_FILES.has(name)) return true;
  return anchor === undefined ? pages.has(name) : (anchors.get(name)?.has(anchor) ?? false);
}

describe('the documentation of the site', () => {
  it('has no link that leads nowhere', () => {
    for (const [name, html] of pages)
      assert.deepEqual(
        linksIn(html).filter((link) => !resolves(name, link)),
        [],
        name,
      );
  });

  it('has what every control and tab of the preview links to', () => {
    const linked = linksIn(readText('index.html')).filter((link) => link.startsWith('docs/'));
    assert.ok(linked.length > 20);
    for (const link of [...linked, ...PAGE_SNIPPETS.map(docOf)])
      assert.ok(resolves('', link.slice('docs/'.length)), link);
  });
});

describe('renderDoc', () => {
  it('keeps the text of a link to a file that the site does not have', () => {
    const html = renderDoc('docs/x.md', 'See [the app](../examples/react/src/App.tsx).');
    assert.match(html, /<p>See the app\.<\/p>/);
  });

  it('escapes code, and titles the page by its heading', () => {
    const html = renderDoc('docs/x.md', '# `<b>` & more\n\n```html\n<b>\n```\n');
    assert.match(html, /<title>&lt;b&gt; &amp; more · enkash-vkyc-button<\/title>/);
    assert.match(html, /<code>&lt;b&gt;<\/code>/);
  });
});

describe('siteLink', () => {
  it('follows a link from the file that has it', () => {
    assert.equal(siteLink('README.md', 'docs/hours.md#settings'), 'hours.html#settings');
    assert.equal(siteLink('docs/hours.md', '../README.md'), 'index.html');
    assert.equal(siteLink('docs/testing.md', '../examples/backends/README.md'), 'backends.html');
    assert.equal(siteLink('docs/frameworks.md', 'quick-starts/vue.md'), 'quick-start-vue.html');
    assert.equal(siteLink('docs/quick-starts/vue.md', '../hours.md#settings'), 'hours.html#settings');
    assert.equal(siteLink('docs/hours.md', '#settings'), '#settings');
    assert.equal(siteLink('docs/hours.md', 'https://example.com/'), 'https://example.com/');
    assert.equal(siteLink('docs/hours.md', '../src/index.ts'), null);
  });
});
