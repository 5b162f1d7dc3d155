import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { minifyTemplates, TARGETS } from '../../scripts/build/minify-css.js';
import { readText, root, rows } from '../support/markdown.js';

const minify = (code: string) => minifyTemplates(code, 'styles.ts');

describe('minifyTemplates', () => {
  it('minifies a style sheet and keeps the code around it', () => {
    const code = "// naïve 💬\nexport const a = css`.a { color: red; /* why */ }`;\nexport const b = 'css`';";
    assert.equal(minify(code), "// naïve 💬\nexport const a = css`.a{color:red}`;\nexport const b = 'css`';");
  });

  it('keeps the number of each line below a style sheet', () => {
    const lines = minify('const a = css`\n  .a {\n    margin: 0;\n  }\n`;\nconst b = 1;').split('\n');
    assert.deepEqual([lines[0], lines[5]], ['const a = css`.a{margin:0}`', 'const b = 1;']);
  });

  it('keeps expressions that stand for a value or a selector', () => {
    assert.equal(
      minify('css`.a { color: ${accent}; } ${`.b${1}`} > p { margin: 0 }`'),
      'css`.a{color:${accent}}${`.b${1}`}>p{margin:0}`',
    );
  });

  it('rejects an expression that the minifier would drop', () => {
    const code = 'css`.a { color: ${one}; color: ${two} }`';
    assert.throws(
      () => minify(code),
      /^Error: styles\.ts: the minified style sheet does not keep each expression/,
    );
  });

  it('rejects an expression that stands for a whole rule', () => {
    assert.throws(() => minify('css`${rules}`'), { name: 'SyntaxError', fileName: 'styles.ts' });
  });

  it('rejects an invalid style sheet', () => {
    assert.throws(() => minify('css`.a { color red }`'), { name: 'SyntaxError', fileName: 'styles.ts' });
  });

  it('escapes what a template would read as code', () => {
    assert.equal(minify("css`.a::after { content: '\\\\2713 \\`' }`"), 'css`.a:after{content:"✓\\`"}`');
  });

  it('removes no space from a string', () => {
    assert.equal(minify("css`.a { font: var(--f, 'A, B', C) }`"), 'css`.a{font:var(--f,"A, B",C)}`');
  });

  it('changes no file of the element but its style sheets', () => {
    const folder = join(root, 'src/element');
    const changed = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => {
        const code = readFileSync(join(folder, file), 'utf8');
        return minifyTemplates(code, file) !== code;
      });
    assert.notEqual(changed.length, 0);
    for (const file of changed) assert.match(file, /styles\.ts$/);
  });
});

describe('TARGETS', () => {
  it('are the oldest browsers of docs/browsers.md', () => {
    const [table = ''] = readText('docs/browsers.md').split('\n## ');
    const documented = rows(table).map(([, from]) => Number(from));
    const { chrome, samsung, firefox, safari, ios_saf } = TARGETS;
    const number = (version: number) => (version >> 16) + ((version >> 8) & 255) / 10;
    assert.deepEqual([chrome, chrome, samsung, firefox, safari].map(number), documented);
    assert.equal(ios_saf, safari);
  });
});
