import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requirePath } from '../requirements.js';
import type { TestingExample } from './examples.js';
import { installExample } from './install-example.js';
import { runProgram } from './run-program.js';
import { freePorts } from './serve-example.js';

/** Where a recipe is copied to, and the packed file of this package. */
export interface RecipeRun {
  readonly root: string;
  readonly folder: string;
  readonly tarball: string;
}

/** Installs a recipe of docs/testing.md from the packed file, and runs its tests. @throws with their output when one fails */
export async function runRecipe(
  { name, prepare }: TestingExample,
  { root, folder, tarball }: RecipeRun,
): Promise<void> {
  const cwd = join(folder, name);
  const [port, enkash, signzy] = await freePorts();
  // the browser of this machine, no binary of Cypress, and ports that are free
  const env = {
    CHROME_PATH: requirePath('chromium'),
    CYPRESS_INSTALL_BINARY: '0',
    PORT: String(port),
    ENKASH_PORT: String(enkash),
    SIGNZY_PORT: String(signzy),
  };
  await installExample({ source: join(root, 'examples', name), target: cwd, tarball, env });
  const [command, ...args] = prepare ?? [];
  if (command !== undefined) await runProgram(command, args, { cwd, env });
  await runProgram('npm', ['test'], { cwd, env });
  await rm(cwd, { recursive: true, force: true });
}
