import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../support/markdown.js';

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  jsx: ts.JsxEmit.ReactJSX,
  types: ['node'],
};

/** The type errors in a partner's code, with the built package installed. */
export function typeErrors(code: string, extension: 'ts' | 'tsx'): string[] {
  const file = join(root, `snippet.${extension}`);
  const host = ts.createCompilerHost(options);
  const disk = { fileExists: host.fileExists.bind(host), readFile: host.readFile.bind(host) };
  host.fileExists = (path) => path === file || disk.fileExists(path);
  host.readFile = (path) => (path === file ? code : disk.readFile(path));
  return messages(ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)));
}

/** The syntax errors in a script. */
export function syntaxErrors(code: string, extension: 'js' | 'jsx'): string[] {
  const { diagnostics } = ts.transpileModule(code, {
    reportDiagnostics: true,
    fileName: `snippet.${extension}`,
    compilerOptions: { ...options, allowJs: true, noEmit: false },
  });
  return messages(diagnostics ?? []);
}

const messages = (diagnostics: readonly ts.Diagnostic[]) =>
  diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
