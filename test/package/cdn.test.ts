import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import manifest from '../../package.json' with { type: 'json' };
import hi from '../../src/locales/hi.js';
import { startChromium } from '../support/browser/launch-browser.js';
import { startServer } from '../support/browser/start-server.js';
import { testsWith } from '../support/tests-with.js';
import { readText, root } from '../support/markdown.js';

const FILE = 'enkash-vkyc-button.js';
const folder = join(root, 'dist/cdn');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.js'));
const code = (path: string) => readText(`dist/cdn/${path}`);
const integrity = JSON.parse(code('integrity.json')) as Record<string, string>;

describe('the files for script tags', () => {
  it('are the button and one file per language', () => {
    assert.ok(files.includes(FILE));
    for (const path of files) assert.match(path, /^(enkash-vkyc-button|locales\/[a-z]{2})\.js$/);
  });

  it('are exactly the files in integrity.json, each with its hash', () => {
    const hashes = files.map((path) => [
      path,
      `sha384-${createHash('sha384').update(code(path)).digest('base64')}`,
    ]);
    assert.deepEqual(integrity, Object.fromEntries(hashes));
  });

  for (const path of files)
    it(`include ${path}, which loads no other file and has a banner`, () => {
      const text = code(path);
      assert.doesNotMatch(text, /\bimport\b\s*[("'{*]|\bfrom\s*["']\.{0,2}\//);
      assert.ok(text.startsWith('/*!'));
      assert.ok(text.slice(0, 200).includes(`${manifest.name} ${manifest.version}, MIT licence`));
    });

  it('have a source map, which leads each sentence to the line of the source it comes from, except for lists of texts', () => {
    const payload = JSON.parse(code(`${FILE}.map`)) as SourceMapPayload;
    assert.ok(code(FILE).trimEnd().endsWith(`//# sourceMappingURL=${FILE}.map`));
    assert.ok(payload.sourcesContent.every(Boolean));
    assert.ok(payload.mappings.startsWith(';'), 'the banner has no source');
    const map = new SourceMap(payload);
    const sentences = code(FILE)
      .split('\n')
      .flatMap((line, row) =>
        Array.from(line.matchAll(/"(\p{L}[^"`\\\n]* [^"`\\\n]*[.।۔])"/gu), ({ index, 1: text = '' }) => {
          const entry = map.findEntry(row, index) as Partial<SourceMapping>;
          const content = payload.sourcesContent[payload.sources.indexOf(entry.originalSource ?? '')];
          return { text, original: content?.split('\n')[entry.originalLine ?? 0] ?? '' };
        }),
      );
    assert.ok(sentences.length > 50);
    assert.deepEqual(
      sentences.filter(({ text, original }) => !original.includes(text)),
      [],
    );
    for (const path of files.filter((each) => each !== FILE))
      assert.doesNotMatch(code(path), /sourceMappingURL/);
  });

  it('contain no comment except the banner, nor in style sheets', () => {
    for (const path of files) assert.equal(code(path).split('/*').length, 2, path);
  });

  it('come with the licences of all their content', () => {
    const [banner = ''] = code(FILE).split('*/');
    assert.match(banner, /lit-html.*BSD-3-Clause licence, Copyright \(c\) 2017 Google LLC/);
    const licences = code('LICENSES.txt');
    for (const [, names = ''] of banner.matchAll(/Contains ([^:]+):/g))
      for (const name of names.split(', ')) assert.match(licences, new RegExp(`^${name}$`, 'm'));
    assert.match(licences, /Redistributions of source code must retain/);
  });
});

let browser: Browser;

/** Opens a page with the given scripts and one button, and collects console warnings and uncaught errors. */
async function open(
  t: { after(close: () => unknown): void },
  scripts: string,
  served: Readonly<Record<string, string>> = {},
  before: () => void = () => undefined,
) {
  const text = `<!doctype html><title>Wallet</title>${scripts}<enkash-vkyc-button lang="hi"></enkash-vkyc-button>`;
  const { origin } = await startServer({ after: (close) => t.after(close) }, (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/')
      return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    const body = served[pathname] ?? (files.includes(pathname.slice(1)) ? code(pathname.slice(1)) : null);
    const headers = { 'content-type': 'text/javascript; charset=utf-8' };
    return new Response(body, { status: body === null ? 404 : 200, headers });
  });
  const page = await browser.newPage();
  t.after(() => page.close());
  const warnings: string[] = [];
  const uncaught: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  page.on('pageerror', (error) => uncaught.push(error.message));
  await page.addInitScript(before);
  await page.goto(origin);
  const version = () =>
    page.evaluate(() => {
      const defined = customElements.get('enkash-vkyc-button');
      return defined && 'version' in defined ? String(defined.version) : null;
    });
  return { page, warnings, uncaught, version };
}

const script = (path: string, attributes = '') =>
  `<script type="module" src="/${path}" ${attributes}></script>`;

const inChromium = testsWith('chromium');

inChromium.describe('a page with the files for script tags', () => {
  inChromium.before(async () => {
    browser = await startChromium();
  });
  inChromium.after(() => browser.close());

  const OTHER = '9.9.9';
  const served = { '/other.js': code(FILE).replaceAll(manifest.version, OTHER) };

  for (const [first, second, stays, ignored] of [
    [FILE, 'other.js', manifest.version, OTHER],
    ['other.js', FILE, OTHER, manifest.version],
  ] as const) {
    inChromium.it(`keeps ${stays} when ${ignored} follows, with one warning that names both`, async (t) => {
      const { warnings, uncaught, version } = await open(t, script(first) + script(second), served);
      assert.equal(await version(), stays);
      assert.equal(warnings.length, 1);
      for (const each of [stays, ignored]) assert.ok(warnings[0]?.includes(each), warnings[0]);
      assert.deepEqual(uncaught, []);
    });
  }

  inChromium.it('loads the button and a language with their integrity values', async (t) => {
    const withHash = (path: string) => script(path, `integrity="${integrity[path] ?? ''}" crossorigin`);
    const { page, warnings } = await open(t, withHash('locales/hi.js') + withHash(FILE));
    await page.getByRole('button', { name: hi.actions.start }).waitFor();
    assert.deepEqual(warnings, []);
  });

  inChromium.it('does not load a modified file', async (t) => {
    const changed = { [`/${FILE}`]: `${code(FILE)}\n` };
    const attributes = `integrity="${integrity[FILE] ?? ''}" crossorigin`;
    const { version } = await open(t, script(FILE, attributes), changed);
    assert.equal(await version(), null);
  });

  inChromium.it('shows the button in a browser without the newest features', async (t) => {
    const { page, uncaught } = await open(t, script(FILE), {}, () => {
      for (const name of ['share', 'canShare', 'clipboard', 'permissions'])
        Object.defineProperty(Navigator.prototype, name, { value: undefined });
      for (const name of ['moveBefore', 'ariaNotify'])
        Object.defineProperty(Element.prototype, name, { value: undefined });
      CustomStateSet.prototype.add = () => {
        throw new SyntaxError('Only names with two dashes.');
      };
    });
    await page.locator('enkash-vkyc-button[state="idle"][phase="unknown"]').waitFor();
    assert.deepEqual(uncaught, []);
  });
});
