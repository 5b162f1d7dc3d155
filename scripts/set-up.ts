import { debianPackages, installLine, requirement, type RequirementName } from './requirements.js';

/** The machine to set up. */
export interface Machine {
  readonly isCI: boolean;
  readonly isDebian: boolean;
  readonly isRoot: boolean;
  /** Path of a requirement; undefined when it is missing. */
  readonly find: (name: RequirementName) => string | undefined;
  /** Runs a program to its end; returns whether it succeeded. */
  readonly run: (command: string, ...args: readonly string[]) => boolean;
  readonly print: (line: string) => void;
}

/**
 * Installs what is missing with apt where it may (on Debian, as root or with a sudo that asks for no password), and
 * prints what it found and what is left to install. Returns the exit code: 1 on CI when something is still missing.
 */
export function setUp(needed: readonly RequirementName[], machine: Machine): 0 | 1 {
  const { isCI, isDebian, find, print } = machine;
  const missing = () => needed.filter((name) => find(name) === undefined);

  const atFirst = missing();
  if (atFirst.length > 0 && isDebian) {
    const prefix = aptPrefix(machine);
    if (prefix && !install(atFirst, prefix, machine)) print('apt-get failed: see above.');
  }
  for (const name of needed) {
    const { title, purpose } = requirement(name);
    print(`${title}: ${find(name) ?? `missing, for ${purpose}`}`);
  }
  const left = missing();
  if (left.length === 0) return 0;
  print(`\nTo install what is missing${isDebian ? '' : ' on Debian'}:\n\n  ${installLine(left)}\n`);
  print(
    isCI
      ? 'With CI=true nothing may be missing.'
      : 'Without it, npm test skips the tests that need it, by name.',
  );
  return isCI ? 1 : 0;
}

/** How apt can be run without a question; undefined when it cannot. */
function aptPrefix({ isRoot, run }: Machine): readonly string[] | undefined {
  if (isRoot) return [];
  const sudo = ['sudo', '--non-interactive'];
  return run('sudo', '--non-interactive', 'true') ? sudo : undefined;
}

function install(names: readonly RequirementName[], prefix: readonly string[], machine: Machine): boolean {
  const packages = debianPackages(names);
  const apt = (...args: readonly string[]) => {
    const [command, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '--yes',
      ...args,
    ];
    return machine.run(command ?? '', ...rest);
  };
  machine.print(`Installing ${packages.join(', ')} …`);
  return apt('update') && apt('install', '--no-install-recommends', ...packages);
}
