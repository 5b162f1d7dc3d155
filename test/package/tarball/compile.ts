import { cpSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../../support/markdown.js';
import type { Partner } from './install-package.js';

/**
 * Compiles the type tests, and further sources by file name, in a partner's project.
 *
 * @returns the errors, each with its file and line
 */
export function compile({ folder }: Partner, sources: Readonly<Record<string, string>>): string[] {
  const project = join(folder, 'types');
  cpSync(join(root, 'test/package/types'), project, { recursive: true });
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(project, name), text);
  const config = join(project, 'tsconfig.json');
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile.bind(ts.sys)).config,
    ts.sys,
    project,
  );
  return ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options)).map((diagnostic) => {
    const { file, start = 0, messageText } = diagnostic;
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    return `${file ? relative(folder, file.fileName) : ''}:${line}: ${text}`;
  });
}
