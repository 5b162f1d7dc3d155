import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
const FOLDERS = ['bench', 'demo', 'scripts', 'src', 'test'];

/** Paths relative to the project, with `/` on every system. */
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));

const configs = readdirSync(root).filter((name) => /\.config\.(ts|js|mjs)$/.test(name));
const files = [...FOLDERS.flatMap(filesOf), ...configs];
const sources = files
  .filter((path) => /\.(ts|tsx|js|mjs|svelte)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The project's file that a specifier names; null for a package. */
const resolveImport = (from: string, specifier: string): string | null => {
  if (!specifier.startsWith('.')) return null;
  const path = join(dirname(from), specifier).replaceAll(sep, '/');
  const candidates = [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')];
  return candidates.find((candidate) => existsSync(join(root, candidate))) ?? null;
};

/** Every import and dynamic import of one project file by another. */
const imports = sources.flatMap(({ path, text }) =>
  ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    const target = resolveImport(path, fileName);
    return target === null ? [] : [{ from: path, to: target }];
  }),
);

const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
const describeImports = (found: typeof imports) => found.map(({ from, to }) => `${from} imports ${to}`);

describe('imports of test code', () => {
  it('come from outside test/ only to test/support/', () => {
    const fromOutside = imports.filter(({ from, to }) => !isIn(from, 'test') && isIn(to, 'test'));
    assert.ok(
      fromOutside.some(({ from }) => isIn(from, 'bench')),
      'the imports of bench/ are found',
    );
    assert.deepEqual(describeImports(fromOutside.filter(({ to }) => !isIn(to, 'test/support'))), []);
  });

  it('go to demo/ only from test/demo/', () => {
    const ofDemo = imports.filter(({ from, to }) => isIn(from, 'test') && isIn(to, 'demo'));
    assert.ok(ofDemo.length > 0, 'the imports of test/demo/ are found');
    assert.deepEqual(describeImports(ofDemo.filter(({ from }) => !isIn(from, 'test/demo'))), []);
  });

  it('stay within test/support/ from there', () => {
    const fromSupport = imports.filter(({ from, to }) => isIn(from, 'test/support') && isIn(to, 'test'));
    assert.ok(fromSupport.length > 0, 'the imports of test/support/ are found');
    assert.deepEqual(describeImports(fromSupport.filter(({ to }) => !isIn(to, 'test/support'))), []);
  });

  it('never name a test file', () => {
    assert.deepEqual(describeImports(imports.filter(({ to }) => to.endsWith('.test.ts'))), []);
  });

  it('use every file of test/support/: another file imports it or names it in a string', () => {
    const imported = new Set(imports.map(({ to }) => to));
    const isNamed = (path: string) =>
      sources.some(
        (source) => source.path !== path && new RegExp(`['"\`/]${basename(path)}['"\`]`).test(source.text),
      );
    const unused = files.filter(
      (path) =>
        isIn(path, 'test/support') && !path.endsWith('.d.ts') && !imported.has(path) && !isNamed(path),
    );
    assert.deepEqual(unused, []);
  });
});
