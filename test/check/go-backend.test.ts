import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requirePath } from '../../scripts/requirements.js';
import { root } from '../support/markdown.js';
import { describeBackend } from '../support/check/describe-backend.js';
import { testsWith } from '../support/tests-with.js';

describeBackend(testsWith('go'), {
  path: 'examples/backends/go',
  async prepare() {
    const folder = await mkdtemp(join(tmpdir(), 'vkyc-go-'));
    const command = join(folder, 'backend');
    await promisify(execFile)(requirePath('go'), ['build', '-o', command, '.'], {
      cwd: join(root, 'examples/backends/go'),
    });
    return { program: { command, args: [] }, remove: () => rm(folder, { recursive: true }) };
  },
});
