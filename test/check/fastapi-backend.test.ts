import { join } from 'node:path';
import { requirePath } from '../../scripts/requirements.js';
import { root } from '../support/markdown.js';
import { describeBackend } from '../support/check/describe-backend.js';
import { testsWith } from '../support/tests-with.js';

const SCRIPT = 'examples/backends/python/fastapi_app.py';

describeBackend(testsWith('fastapi'), {
  path: SCRIPT,
  prepare: () =>
    Promise.resolve({ program: { command: requirePath('fastapi'), args: [join(root, SCRIPT)] } }),
  hasTestedClient: true,
});
