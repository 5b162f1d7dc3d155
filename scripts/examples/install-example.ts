import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.js';

const PACKAGE = 'enkash-vkyc-button';

/**
 * Copies an example to another folder and installs its dependencies there, with this package from the packed file.
 * @throws when the example depends on another version of this package.
 */
export async function installExample(
  source: string,
  target: string,
  tarball: string,
  version: string,
): Promise<void> {
  await cp(source, target, { recursive: true });
  const path = join(target, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { dependencies: Record<string, string> };
  const requested = manifest.dependencies[PACKAGE];
  if (requested !== version)
    throw new Error(
      `${source}/package.json depends on ${PACKAGE} ${requested ?? '(none)'}; expected ${version}.`,
    );
  manifest.dependencies[PACKAGE] = `file:${tarball}`;
  await writeFile(path, JSON.stringify(manifest, null, 2));
  await runProgram('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: target });
}
