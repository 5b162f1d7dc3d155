/**
 * `npm run test:browser`: the tests that run inside a browser. Web Test Runner reads its own arguments:
 *
 *     npm run test:browser -- --files 'test/journey/*.test.ts'
 */
import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import { missingMessage } from './requirements.js';
import { BROWSER_DRIVING_FOLDERS, NODE_FOLDERS } from './test-folders.js';
import { reportSuite } from './test-summary.js';

const reason = missingMessage('chromium');
if (reason === undefined) await startTestRunner();
else {
  const elsewhere = [...NODE_FOLDERS, ...BROWSER_DRIVING_FOLDERS];
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.test.ts') && !elsewhere.includes(file.split(sep)[0] ?? ''),
  );
  const skipped = files.sort().map((file) => ({ name: `test/${file.replaceAll(sep, '/')}`, reason }));
  reportSuite(0, 0, skipped);
}
