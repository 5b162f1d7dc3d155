import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ownManifest from '../../package.json' with { type: 'json' };
import { runProgram } from './run-program.js';

const PACKAGE = 'enkash-vkyc-button';

/** What to install where. */
export interface ExampleInstallation {
  readonly source: string;
  readonly target: string;
  /** The packed file of this package. */
  readonly tarball: string;
  /** Added to the environment of npm. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Copies an example to another folder and installs its dependencies there, with this package from the packed file.
 * @throws when the example depends on another version of this package.
 */
export async function installExample({
  source,
  target,
  tarball,
  env = {},
}: ExampleInstallation): Promise<void> {
  await cp(source, target, { recursive: true });
  const path = join(target, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { dependencies: Record<string, string> };
  const requested = manifest.dependencies[PACKAGE];
  const { version } = ownManifest;
  if (requested !== version)
    throw new Error(
      `${source}/package.json depends on ${PACKAGE} ${requested ?? '(none)'}; expected ${version}.`,
    );
  manifest.dependencies[PACKAGE] = `file:${tarball}`;
  await writeFile(path, JSON.stringify(manifest, null, 2));
  await runProgram('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: target, env });
}
