import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe } from 'node:test';
import { promisify } from 'node:util';
import type { Figures } from '../../soak/figures.js';
import { testsWith } from '../support/tests-with.js';

const run = promisify(execFile);

describe('the short soak run', () => {
  testsWith('chromium', 'firefox', 'webkit', 'xvfb').it(
    'finds no fault in any engine, and prints its figures as JSON',
    async () => {
      const args = ['--import', 'tsx', 'soak/run.ts', '--short', '--json'];
      const { stdout } = await run(process.execPath, args);
      const figures = JSON.parse(stdout) as Figures & { failedInputs: unknown[] };
      assert.deepEqual(figures.engines, ['chromium', 'firefox', 'webkit']);
      assert.deepEqual(figures.failedInputs, []);
      assert.ok(figures.generated >= 20_000);
      assert.equal(figures.journeys, 12);
      assert.equal(figures.cycles, 300);
    },
  );
});
