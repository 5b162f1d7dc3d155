import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DIAGNOSIS_IDS } from '../../src/diagnose/diagnose.js';
import { PAGE_FINDING_IDS } from '../../src/doctor/page/examine-page.js';
import { codeIn, readText, root, rows, section } from '../support/markdown.js';

/** A sentence of the diagnosis and a word of the HTML parser, which survive the build. */
const DIAGNOSIS = 'The clock of this device is wrong by';
const PARSER = 'eof-in-tag';

const built = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.js'));

/** The built files that a file loads, itself included. */
function loadedBy(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, target = ''] of readText(join('dist', path)).matchAll(
    /(?:from|import)\s*\(?["'](\.[^"']+\.js)["']/g,
  ))
    loadedBy(join(path, '..', target).replaceAll('\\', '/'), found);
  return found;
}

const containing = (text: string) => built.filter((path) => readText(join('dist', path)).includes(text));

describe('docs/doctor.md', () => {
  const page = readText('docs/doctor.md');
  for (const [heading, ids] of [
    ['Examine a page', PAGE_FINDING_IDS],
    ['Diagnose a button', DIAGNOSIS_IDS],
  ] as const)
    it(`lists the ids of "${heading}", in the order of the report`, () => {
      assert.deepEqual(
        rows(section(page, heading)).map(([id = '']) => codeIn(id)[0]),
        ids,
      );
    });
});

describe('the built doctor', () => {
  it('has the diagnosis in its own file and in no other', () => {
    assert.deepEqual(containing(DIAGNOSIS), ['doctor.js']);
  });

  it('is loaded by no other import of the package', () => {
    const entries = built.filter((path) => !/^(chunks|doctor\.js$)/.test(path));
    assert.ok(entries.includes('define.js') && entries.includes('cdn/enkash-vkyc-button.js'));
    for (const entry of entries) assert.ok(!loadedBy(entry).has('doctor.js'), entry);
  });

  it('loads neither the element, nor the HTML parser, nor a module of Node', () => {
    for (const path of loadedBy('doctor.js')) {
      const code = readText(join('dist', path));
      for (const text of [PARSER, 'session-endpoint"', 'LitElement', 'node:'])
        assert.ok(!code.includes(text), `${path}: ${text}`);
    }
  });

  it('has the HTML parser in what only the command loads', () => {
    const files = containing(PARSER);
    assert.notEqual(files.length, 0);
    for (const entry of built.filter((path) => !path.startsWith('chunks') && path !== 'cli.js'))
      for (const file of files) assert.ok(!loadedBy(entry).has(file), entry);
    assert.ok(files.some((file) => loadedBy('cli.js').has(file)));
  });
});
