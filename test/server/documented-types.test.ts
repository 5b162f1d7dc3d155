import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { readText, root, section, snippets } from '../support/markdown.js';
import { documentedBackend } from './documented-example.js';

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['node'],
  paths: {
    'enkash-vkyc-button/server': [join(root, 'src/server/index.ts')],
    'enkash-vkyc-button/sandbox': [join(root, 'src/sandbox/index.ts')],
  },
};

/** The errors of a snippet that is saved as TypeScript in a strict project. */
function typeErrors(code: string): string[] {
  const file = join(root, 'snippet.ts');
  const host = ts.createCompilerHost(options);
  const disk = { fileExists: host.fileExists.bind(host), readFile: host.readFile.bind(host) };
  host.fileExists = (path) => path === file || disk.fileExists(path);
  host.readFile = (path) => (path === file ? code : disk.readFile(path));
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .filter((diagnostic) => diagnostic.file?.fileName.endsWith('snippet.ts'))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('documented backends compile in strict TypeScript, with the environment as it is typed:', () => {
  const [quickStart = ''] = snippets(section(readText('README.md'), 'Quick start'), 'js');
  const [openTelemetry = ''] = snippets(section(readText('docs/backend-events.md'), 'OpenTelemetry'), 'ts');
  for (const [where, code] of Object.entries({
    'the quick start of README.md': quickStart,
    'vkyc.js of docs/backend.md': documentedBackend,
    'the recipe of docs/backend-events.md': openTelemetry,
  }))
    it(where, () => {
      assert.notEqual(code, '');
      assert.deepEqual(typeErrors(code), []);
    });
});
