import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { shortCssTag } from '../../scripts/build/shorten-css-tag.js';

const published = readFileSync(
  fileURLToPath(new URL('../../node_modules/@lit/reactive-element/css-tag.js', import.meta.url)),
  'utf8',
);
const namesIn = (code: string) => [...code.matchAll(/(?:const|class) (\w+)/g)].map(([, name]) => name).sort();

describe('shortCssTag', () => {
  it('exports what the installed Lit does, in less code', () => {
    const short = shortCssTag(published);
    assert.ok(short);
    for (const name of ['css', 'unsafeCSS', 'adoptStyles', 'CSSResult'])
      assert.ok(namesIn(short).includes(name));
    assert.ok(short.length < published.length * 0.7);
  });

  it('makes style sheets of the same text as Lit does', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'css-tag-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const load = (name: string, code: string) => {
      const file = join(folder, `${name}.mjs`);
      writeFileSync(file, code);
      return import(pathToFileURL(file).href) as Promise<CssTag>;
    };
    const [ours, lits] = await Promise.all([
      load('ours', shortCssTag(published) ?? ''),
      load('lits', published),
    ]);
    const sheet = ({ css, unsafeCSS }: CssTag) =>
      css`a{content:"\\201c";inset:${css`0`};color:${unsafeCSS('red')}}`.cssText;
    assert.equal(sheet(ours), sheet(lits));
  });

  it('is not used for a Lit with other exports', () => {
    assert.equal(shortCssTag(published.replace('as unsafeCSS', 'as unsafeCss')), null);
  });
});

interface Sheet {
  readonly cssText: string;
}

/** The part of Lit's module that style sheets are written with. */
interface CssTag {
  readonly css: (strings: TemplateStringsArray, ...values: Sheet[]) => Sheet;
  readonly unsafeCSS: (text: string) => Sheet;
}
