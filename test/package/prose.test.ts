import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { headings, readText, root } from '../support/markdown.js';
import { findHits, formatHit } from './prose/find-hits.js';
import { countWords, longSentences } from './prose/long-sentences.js';
import { filesBelow, NOT_OURS } from './prose/project-files.js';
import { VOCABULARY } from './prose/vocabulary.js';

const LONGEST_SENTENCE = 35;
const README_WORDS = 2000;

/** Files that quote banned words in order to find them. */
const QUOTING = new Set(['test/package/prose/vocabulary.ts', 'test/package/prose.test.ts']);

const found = (path: string, text: string) =>
  findHits([{ path, text }]).map(({ line, kind, found }) => `${line} ${kind} ${found}`);

describe('the search for banned words', () => {
  it('finds one in each kind of text, with its line', () => {
    const script = [
      '#!/usr/bin/env node',
      '/** Heeds the answer. */',
      'const heed = 1;',
      "describe('a wish', () => { it(`heeds ${heed} call`, () => {}); });",
      "throw new Error('Nothing to heed here.');",
      "dispatch({ type: 'wished' }); // nigh",
      'html`<p>\n  lest it ends\n</p>`;',
    ].join('\n');
    assert.deepEqual(found('src/journey/x.ts', script), [
      '2 comment Heeds',
      '3 name heed',
      '4 test wish',
      '4 test heeds',
      '5 message heed',
      '6 code wished',
      '6 comment nigh',
      '8 message lest',
    ]);
  });

  it('finds one in Markdown, its inline code, its tables and its snippets', () => {
    const page = [
      'Mend it, for',
      'who it may concern.',
      '',
      '| `bad_link` | in life |',
      '',
      '```js',
      '// without end',
      'const standing = 1;',
      '```',
    ].join('\n');
    assert.deepEqual(found('docs/x.md', page), [
      '1 prose Mend',
      '1 prose for who',
      '4 code bad link',
      '4 code bad',
      '4 prose in life',
      '7 comment without end',
      '8 name standing',
    ]);
  });

  it('reads names of every form, and those of files', () => {
    const script = 'class A { #heeded = 1; }\ntype WishList = 1;\nconst WISH_MS = 1;\nfunction askSoon() {}';
    assert.deepEqual(found('src/journey/link-keeper.ts', script), [
      '1 name keeper',
      '1 name heeded',
      '2 name wish',
      '3 name wish',
      '4 name ask soon',
    ]);
  });

  it('reports a name where it is declared, not where it is used or imported', () => {
    const script =
      "import { heed } from './heed.js';\nheed(a.heed);\nconst { heed: apply } = b;\nconst { wish } = c;";
    assert.deepEqual(found('src/journey/x.ts', script), []);
  });

  it('finds a phrase over a line break, but not over two paragraphs', () => {
    assert.deepEqual(found('src/x.ts', '/**\n * What came\n * of it.\n */'), ['2 comment What came of']);
    assert.deepEqual(found('docs/x.md', 'All that is\n\nno problem.'), []);
  });

  it('finds custom properties of the first edition', () => {
    assert.deepEqual(found('src/x.ts', 'css`a { color: var(--vkyc-good); }`;'), ['1 message --vkyc-good']);
    assert.deepEqual(found('docs/x.md', '`--vkyc-speed`'), ['1 code --vkyc-speed']);
  });

  it('leaves look-alikes and the words of the field alone', () => {
    const page = [
      'A standing order is a long-standing request. There is no link. It is no longer open.',
      'An arrow function; the arrow keys. The call is severed. Press the button. Kingdom, knight, listed, tallest.',
      'HTTP 410 Gone. `postMessage` tells nothing. Cross-site request forgery. `takeLink()` gives the link.',
    ].join('\n\n');
    assert.deepEqual(found('docs/x.md', page), []);
    const script =
      "const [first, ...rest] = list;\nconst status = 'Gone away';\nlet takeLink, badge, headed;";
    assert.deepEqual(found('src/session/x.ts', script), []);
  });

  it('allows the audience claim of a JWT in the backend alone', () => {
    assert.deepEqual(found('src/server/sessions.ts', "const AUDIENCE = 'x';"), []);
    assert.deepEqual(found('src/journey/x.ts', 'const audience = 1;'), ['1 name audience']);
  });

  it('leaves the customer’s sentences in src/locales/ alone, not their comments', () => {
    assert.deepEqual(found('src/locales/en.ts', "// heed\nexport default { a: 'for ever and ever' };"), [
      '1 comment heed',
    ]);
  });

  it('names file, line, word and better word', () => {
    assert.deepEqual(findHits([{ path: 'docs/x.md', text: '\nMend it.' }]).map(formatHit), [
      'docs/x.md:2 prose "Mend" → fix',
    ]);
  });

  it('does not recommend what it bans', () => {
    const advice = VOCABULARY.map(({ use }) => `${use}.`).join('\n\n');
    assert.deepEqual(found('docs/x.md', advice), []);
  });
});

describe('the search for long sentences', () => {
  it('counts the words of each sentence by itself, and gives its line', () => {
    const page =
      '# One two three four\n\nOne two three. One\ntwo three four?\n\n```\none two three four\n```\n';
    assert.deepEqual(longSentences(page, 3), [
      { line: 1, words: 5, text: '# One two three four' },
      { line: 3, words: 4, text: 'One two three four?' },
    ]);
  });

  it('reads cells, items and lines of indented code by themselves', () => {
    assert.deepEqual(longSentences('| a b | c d |\n\n- e f\n- g h\n\n    i j\n    k l\n', 3), []);
  });
});

describe('the language of the project', () => {
  const entries = readdirSync(root).filter((name) => !NOT_OURS.test(name));
  const parts = ['.changeset', '.github', ...entries.filter((name) => !name.startsWith('.'))];

  for (const part of parts) {
    const files = filesBelow(root, [part]).filter(({ path }) => !QUOTING.has(path));
    if (files.length === 0) continue;

    it(`has only words of the vocabulary in ${part}`, () => {
      assert.equal(findHits(files).map(formatHit).join('\n'), '');
    });

    const pages = files.filter(({ path }) => path.endsWith('.md'));
    if (pages.length === 0) continue;

    it(`has no sentence of more than ${LONGEST_SENTENCE} words in the pages of ${part}`, () => {
      const long = pages.flatMap(({ path, text }) =>
        longSentences(text, LONGEST_SENTENCE).map(
          ({ line, words, text }) => `${path}:${line} ${words} words: ${text}`,
        ),
      );
      assert.equal(long.join('\n'), '');
    });
  }
});

describe('README.md', () => {
  const readme = readText('README.md');

  it(`has ${README_WORDS} words at most`, () => {
    assert.ok(countWords(readme) <= README_WORDS, `${countWords(readme)} words`);
  });

  it('has its sections in the usual order', () => {
    assert.deepEqual(headings(readme, '##'), [
      'Features',
      'Installation',
      'Quick start',
      'API',
      'Browser support',
      'Documentation',
      'Contributing',
      'Security',
      'Licence',
    ]);
  });
});
