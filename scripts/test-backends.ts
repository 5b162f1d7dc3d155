/**
 * `npm run test:backends`: the session endpoints of examples/backends with the sandbox and the checker. Installs their
 * languages where it can; otherwise their tests are skipped by name, which fails with `CI=true`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { RequirementName } from './requirements.js';
import { setUp } from './set-up.js';
import { thisMachine } from './this-machine.js';

const LANGUAGES: readonly RequirementName[] = ['python', 'fastapi', 'php', 'java', 'go'];

setUp(LANGUAGES, thisMachine());
const files = ['node', ...LANGUAGES].map((language) => `test/check/${language}-backend.test.ts`);
const args = ['--import', 'tsx', 'scripts/run-node-tests.ts', ...files];
const { status } = spawnSync(process.execPath, args, {
  cwd: join(import.meta.dirname, '..'),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
