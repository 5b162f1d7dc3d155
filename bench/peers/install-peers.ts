import { existsSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../scripts/examples/run-program.js';

const FILES = ['package.json', 'package-lock.json', '.npmrc'] as const;

/** Where the peers are installed: outside of what is compiled, linted and searched. */
export const PEERS_FOLDER = join(import.meta.dirname, '../../.cache/peers');

/** Installs the locked versions of the peers, unless they are installed. No script of a package runs. */
export async function installPeers(): Promise<void> {
  const sourceOf = (file: string) => join(import.meta.dirname, file);
  const installed = join(PEERS_FOLDER, 'package-lock.json');
  const isCurrent =
    existsSync(join(PEERS_FOLDER, 'node_modules/.package-lock.json')) &&
    (await readFile(installed, 'utf8')) === (await readFile(sourceOf('package-lock.json'), 'utf8'));
  if (isCurrent) return;
  await mkdir(PEERS_FOLDER, { recursive: true });
  for (const file of FILES) await cp(sourceOf(file), join(PEERS_FOLDER, file));
  await runProgram('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: PEERS_FOLDER,
  });
}
