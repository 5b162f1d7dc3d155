import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequirementName } from '../../scripts/requirements.js';
import { setUp, type Machine } from '../../scripts/set-up.js';

const NEEDED = ['chromium', 'redis', 'python'] as const;

interface MachineOptions extends Partial<Pick<Machine, 'isCI' | 'isDebian' | 'isRoot'>> {
  readonly installed?: readonly RequirementName[];
  /** Whether sudo asks for no password. */
  readonly hasSudo?: boolean;
  /** Whether apt can install. */
  readonly hasNetwork?: boolean;
}

/** Sets up a machine on which apt installs redis and python, and returns what happened. */
function setUpMachine({ installed = [], hasSudo = false, hasNetwork = true, ...machine }: MachineOptions) {
  const present = new Set<RequirementName>(installed);
  const commands: string[] = [];
  const lines: string[] = [];
  const code = setUp(NEEDED, {
    isCI: false,
    isDebian: true,
    isRoot: false,
    ...machine,
    find: (name) => (present.has(name) ? `/usr/bin/${name}` : undefined),
    run(...command) {
      commands.push(command.join(' '));
      if (!command.includes('apt-get')) return hasSudo;
      if (hasNetwork && command.includes('install')) {
        present.add('redis');
        present.add('python');
      }
      return hasNetwork;
    },
    print: (line) => lines.push(line),
  });
  return { code, commands, text: lines.join('\n') };
}

const APT = 'env DEBIAN_FRONTEND=noninteractive apt-get --yes';

describe('setUp', () => {
  it('installs nothing where nothing is missing, and lists what it found', () => {
    const { code, commands, text } = setUpMachine({ isCI: true, isRoot: true, installed: NEEDED });
    assert.deepEqual([code, commands], [0, []]);
    for (const name of NEEDED) assert.ok(text.includes(`/usr/bin/${name}`), text);
  });

  it('installs what is missing, and only that, as root on Debian', () => {
    const { code, commands } = setUpMachine({ isCI: true, isRoot: true, installed: ['chromium'] });
    assert.equal(code, 0);
    assert.deepEqual(commands, [
      `${APT} update`,
      `${APT} install --no-install-recommends redis-server python3`,
    ]);
  });

  it('installs with a sudo that asks for no password', () => {
    const { commands } = setUpMachine({ hasSudo: true, installed: ['chromium'] });
    assert.deepEqual(commands, [
      'sudo --non-interactive true',
      `sudo --non-interactive ${APT} update`,
      `sudo --non-interactive ${APT} install --no-install-recommends redis-server python3`,
    ]);
  });

  for (const { where, machine } of [
    { where: 'as a user without sudo', machine: {} },
    { where: 'on another system', machine: { isDebian: false, isRoot: true } },
    { where: 'without network', machine: { isRoot: true, hasNetwork: false } },
  ] satisfies { where: string; machine: MachineOptions }[]) {
    it(`prints the line that installs what is missing ${where}, and fails only on CI`, () => {
      const { code, text, commands } = setUpMachine({ ...machine, installed: ['python'] });
      assert.equal(code, 0);
      assert.match(text, /apt-get install --yes --no-install-recommends chromium redis-server\n/);
      assert.equal(
        commands.some((command) => command.includes('install')),
        false,
      );
      assert.equal(setUpMachine({ ...machine, installed: ['python'], isCI: true }).code, 1);
    });
  }

  it('says so when apt fails', () => {
    const { text } = setUpMachine({ isRoot: true, hasNetwork: false });
    assert.match(text, /apt-get failed/);
  });
});
