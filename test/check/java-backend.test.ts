import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requirePath } from '../../scripts/requirements.js';
import { root } from '../support/markdown.js';
import { describeBackend } from '../support/check/describe-backend.js';
import { testsWith } from '../support/tests-with.js';

const SOURCE = join(root, 'examples/backends/java/Server.java');

const functions = testsWith('java');

describeBackend(functions, {
  path: 'examples/backends/java/Server.java',
  async prepare() {
    const folder = await mkdtemp(join(tmpdir(), 'vkyc-java-'));
    const java = requirePath('java');
    // compiled once, as `java Server.java` compiles at each start
    const compiler = [
      '--module',
      'jdk.compiler/com.sun.tools.javac.Main',
      '-Xlint:all,-serial',
      '-Werror',
      '-d',
      folder,
    ];
    await promisify(execFile)(java, [...compiler, SOURCE]);
    const program = {
      command: java,
      args: ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', folder, 'Server'],
    };
    return { program, remove: () => rm(folder, { recursive: true }) };
  },
});

functions.describe('java Server.java', () => {
  functions.it('compiles, and then says which settings are missing', () => {
    const { status, stdout, stderr } = spawnSync(requirePath('java'), [SOURCE], {
      encoding: 'utf8',
      env: {},
    });
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
    assert.match(
      stderr,
      /^Set the values that EnKash gave you in the environment: ENKASH_URL, ENKASH_PARTNER_ID, .*\.\n$/,
    );
  });
});
