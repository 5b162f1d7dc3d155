import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runScript, temporaryFolder } from './run-script.js';

it('npm run size asks for a build when there is none', (t) => {
  const { code, out, err } = runScript('size.ts', { args: [temporaryFolder(t)] });
  assert.deepEqual([code, out], [1, '']);
  assert.equal(err, 'There is no build to measure. Run "npm run build" first.\n');
});
