import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { LAYERS } from '../../scripts/layers.js';
import { codeIn, readText, root, rows, section } from '../support/markdown.js';

const page = readText('ARCHITECTURE.md');

describe('ARCHITECTURE.md', () => {
  it('has every layer of the linter and every other part of src/ in its tree, and nothing else', () => {
    const documented = [...section(page, 'The tree').matchAll(/^ {6}([\w.-]+)/gm)].map(([, name]) => name);
    const real = new Set([...Object.keys(LAYERS), ...readdirSync(join(root, 'src'))]);
    assert.deepEqual(documented.sort(), [...real].sort());
  });

  it('refers to files that exist', () => {
    const paths = rows(section(page, 'Where to put what')).flatMap(([, path = '']) => codeIn(path));
    for (const path of paths) assert.ok(existsSync(join(root, 'src', path)), path);
  });

  it('states the size of the CDN file, to a kilobyte', () => {
    const [, size = ''] = rows(section(page, 'Size')).find(([what]) => what === 'the CDN file') ?? [];
    const code = readText('dist/cdn/enkash-vkyc-button.js');
    assert.ok(Math.abs(Number.parseFloat(size) - brotliCompressSync(code).byteLength / 1000) < 1);
  });
});
