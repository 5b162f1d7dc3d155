/**
 * `npm run test:browser`: the tests that run inside a browser. Web Test Runner reads its own arguments:
 *
 *     npm run test:browser -- --files 'test/journey/*.test.ts'
 */
import { startTestRunner } from '@web/test-runner';
import { browserTestFiles } from './engines/run-browser-suite.js';
import { missingMessage } from './requirements.js';
import { reportSuite } from './test-summary.js';

const reason = missingMessage('chromium');
if (reason === undefined) await startTestRunner();
else
  reportSuite(
    0,
    0,
    browserTestFiles().map((name) => ({ name, reason })),
  );
