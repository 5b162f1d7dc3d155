import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageFindingId } from '../../../src/doctor/page/examine-page.js';
import type { Verdict } from '../../../src/doctor/finding.js';
import { examineParts, findingOf, TOKEN, type PageParts } from './page.js';

/** One page: its verdict, what it is, and how it differs from one that follows the documentation. */
export type Row = readonly [verdict: Verdict, title: string, parts: PageParts];

/** Tests the verdict on one subject for each page of a table. No report may contain the endpoint's token. */
export function testRule(id: PageFindingId, rows: readonly Row[]): void {
  describe(id, () => {
    for (const [verdict, title, parts] of rows)
      it(`is ${verdict}: ${title}`, async () => {
        const report = await examineParts(parts);
        assert.equal(report.failure, null);
        const finding = findingOf(report, id);
        assert.equal(finding.verdict, verdict, finding.found);
        assert.match(finding.found, /\.$/);
        if (verdict === 'fail' || verdict === 'critical') assert.notEqual(finding.fix, '');
        if (verdict === 'pass') assert.equal(finding.fix, '');
        const text = JSON.stringify(report);
        for (const secret of [TOKEN, 'PLANTED', 'n0nce']) assert.ok(!text.includes(secret), text);
      });
  });
}
