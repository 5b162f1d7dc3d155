import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../../scripts/examples/run-program.js';
import { root } from '../markdown.js';
import { docFiles } from '../doc-files.js';

/** Answers for the questions that npm and the frameworks ask in a terminal, and no usage statistics. */
export const UNATTENDED = {
  npm_config_yes: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  NG_CLI_ANALYTICS: 'false',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
};

/** A folder with only a clone of the repository, as far as the docs use it: the packed file and the backends. */
export interface InstallFolder {
  /** Where the app is made. */
  readonly wallet: string;
  /** Runs the commands of a page in one shell. @throws with what they printed when one fails */
  readonly run: (commands: string) => Promise<void>;
  /** Saves the files of a page in the app. */
  readonly save: (page: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Packs the built package into an empty folder. */
export async function createInstallFolder(): Promise<InstallFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'vkyc-quick-start-'));
  const clone = join(folder, 'enkash-vkyc-button');
  const wallet = join(folder, 'wallet');
  await mkdir(clone);
  await cp(join(root, 'examples/backends'), join(clone, 'examples/backends'), { recursive: true });
  await runProgram('npm', ['pack', root, '--ignore-scripts', '--pack-destination', clone], { cwd: folder });
  return {
    wallet,
    run: async (commands) => {
      await runProgram('sh', ['-ec', commands], { cwd: folder, env: UNATTENDED });
    },
    save: async (page) => {
      for (const { path, code } of docFiles(page)) await writeFile(join(wallet, path), code);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
