import * as nodeTest from 'node:test';
import { join } from 'node:path';
import { root } from '../support/markdown.js';
import { describeBackend } from '../support/check/describe-backend.js';

const SCRIPT = 'examples/backends/node/server.mjs';

describeBackend(nodeTest, {
  path: SCRIPT,
  prepare: () => Promise.resolve({ program: { command: process.execPath, args: [join(root, SCRIPT)] } }),
  printsWarnings: true,
  hasTestedClient: true,
});
