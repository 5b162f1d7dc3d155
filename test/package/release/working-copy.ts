import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../support/markdown.js';

/** How a command ended. */
export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
}

/** A copy of the project in another folder, as a new clone with its packages. */
export interface WorkingCopy {
  readonly folder: string;
  /** Runs a line of a shell in it, without the variables of this process's CI and of the npm that runs the tests. */
  run(command: string, env?: Readonly<Record<string, string>>): CommandResult;
}

const filesOfProject = () =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)));

/** Links every package, and copies those named: source maps name the place of what is bundled. */
function linkPackages(folder: string, copied: readonly string[]): void {
  const link = (name: string) => {
    const from = join(root, 'node_modules', name);
    const to = join(folder, 'node_modules', name);
    mkdirSync(dirname(to), { recursive: true });
    if (copied.includes(name)) cpSync(from, to, { recursive: true });
    else symlinkSync(realpathSync(from), to);
  };
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('@')) link(name);
    else for (const inner of readdirSync(join(root, 'node_modules', name))) link(`${name}/${inner}`);
}

/**
 * Copies the project into a temporary folder, with a history of one commit.
 *
 * @param bundled - the packages that the built files contain or import
 */
export function createWorkingCopy(shipped: readonly string[]): WorkingCopy {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'vkyc-release-'))), 'a', 'clone');
  for (const file of filesOfProject()) cpSync(join(root, file), join(folder, file));
  linkPackages(folder, shipped);
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(CI|GITHUB_.*|NODE_TEST_CONTEXT|npm_.*)$/.test(name),
  );
  const run: WorkingCopy['run'] = (command, env = {}) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      cwd: folder,
      // another zone and language than those of the build that it is compared with
      env: { ...Object.fromEntries(kept), TZ: 'Pacific/Auckland', LC_ALL: 'C', ...env },
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    return { code: status, output: stdout + stderr };
  };
  appendFileSync(join(folder, '.gitignore'), '\n/node_modules\n');
  run(
    'git init -q -b main && git add -A && git -c user.name=Test -c user.email=test@example.com commit -qm Copy',
  );
  return { folder, run };
}
