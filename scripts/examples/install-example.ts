import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.js';

const OWN = 'enkash-vkyc-button';

/**
 * Copies an example to a folder of its own, and installs there what its package.json names, with this package from the
 * packed file. @throws when it asks for another version of this package.
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
  const asked = manifest.dependencies[OWN];
  if (asked !== version)
    throw new Error(`${source}/package.json asks for ${OWN} ${asked ?? '(none)'}; expected ${version}.`);
  manifest.dependencies[OWN] = `file:${tarball}`;
  await writeFile(path, JSON.stringify(manifest, null, 2));
  await runProgram('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: target });
}
