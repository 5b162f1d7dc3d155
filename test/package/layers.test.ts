import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { LAYERS } from '../../scripts/layers.js';
import { codeIn, readText, root, rows } from '../support/markdown.js';

const src = join(root, 'src');

/** The files of src/, as paths below it. */
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** The files of src/ that each file imports, types included. */
const importsOf = new Map(files.map((file) => [file, importedFiles(file)]));

function importedFiles(file: string): readonly string[] {
  const { importedFiles: imports } = ts.preProcessFile(readText(join('src', file)));
  return imports
    .map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(src, dirname(file), specifier.replace(/\.js$/, '.ts')))
    .filter((path) => existsSync(path))
    .map((path) => relative(src, path));
}

/** The module that a file belongs to; null for a file directly in src/. */
function moduleOf(file: string): string | null {
  const [folder = '', ...rest] = file.split('/');
  return rest.length > 0 ? folder : null;
}

/** The imports from one module to another, as `from → to`, each with a file that has it. */
function moduleImports(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [file, imports] of importsOf)
    for (const imported of imports) {
      const [from, to] = [moduleOf(file), moduleOf(imported)];
      if (from !== null && to !== null && from !== to) found.set(`${from} → ${to}`, file);
    }
  return found;
}

const allowed = Object.entries(LAYERS).flatMap(([from, modules]) => modules.map((to) => `${from} → ${to}`));

/** The files of an import cycle, if `file` leads to one. */
function cycleFrom(file: string, path: readonly string[], visited: Set<string>): readonly string[] | null {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (visited.has(file)) return null;
  visited.add(file);
  for (const imported of importsOf.get(file) ?? []) {
    const cycle = cycleFrom(imported, [...path, file], visited);
    if (cycle) return cycle;
  }
  return null;
}

describe('the layers of src/', () => {
  it('have no import cycle between files', () => {
    const visited = new Set<string>();
    for (const file of files) assert.equal(cycleFrom(file, [], visited)?.join(' → '), undefined);
  });

  it('have no import that scripts/layers.js does not allow', () => {
    const wrong = [...moduleImports()].filter(([edge]) => !allowed.includes(edge));
    assert.deepEqual(wrong, []);
  });

  it('have every import that scripts/layers.js allows', () => {
    const found = moduleImports();
    const unused = allowed.filter((edge) => !found.has(edge));
    assert.deepEqual(unused, []);
  });

  it('are listed lowest first, so that no module imports a later one', () => {
    const order = Object.keys(LAYERS);
    for (const [module, modules] of Object.entries(LAYERS))
      for (const imported of modules)
        assert.ok(order.indexOf(imported) < order.indexOf(module), `${module} → ${imported}`);
  });

  it('are the folders of src/', () => {
    const folders = new Set(files.map(moduleOf).filter((module) => module !== null));
    assert.deepEqual([...folders].sort(), Object.keys(LAYERS).sort());
  });

  it('are the table of ARCHITECTURE.md', () => {
    const documented = rows(readText('ARCHITECTURE.md'))
      .map(([module = '', imports = '']) => [codeIn(module)[0] ?? '', codeIn(imports)] as const)
      .filter(([module]) => Object.hasOwn(LAYERS, module));
    assert.deepEqual(Object.fromEntries(documented), LAYERS);
    assert.deepEqual(
      documented.map(([module]) => module),
      Object.keys(LAYERS),
    );
  });
});
