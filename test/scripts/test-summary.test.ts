import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSummaryLine, summaryLine } from '../../scripts/test-summary.js';

describe('the summary line', () => {
  it('names skipped tests only when there are any', () => {
    assert.equal(summaryLine({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
    assert.equal(summaryLine({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
  });

  it('is read back from the end of an output', () => {
    for (const counts of [
      { passed: 1422, failed: 0, skipped: 0 },
      { passed: 0, failed: 2, skipped: 7 },
    ])
      assert.deepEqual(readSummaryLine(`1 passed, 1 failed\nmore\n${summaryLine(counts)}\n\n`), counts);
  });

  it('is not read from any other line', () => {
    for (const output of ['', 'Error', '3 passed, 0 failed\nError', '3 passed, 0 failed, 1 skipped!'])
      assert.equal(readSummaryLine(output), undefined, output);
  });
});
