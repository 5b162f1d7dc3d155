import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { ACCEPTED_ADVISORIES } from '../../scripts/audit/accepted-advisories.js';
import { judgeAudit } from '../../scripts/audit/judge-audit.js';
import { runScript, temporaryFolder } from './run-script.js';

const ADVISORY = {
  source: 1,
  name: 'parser',
  severity: 'high',
  title: 'Reads too much',
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
};
const ID = 'GHSA-aaaa-bbbb-cccc';
/** A package with an advisory, and one that is affected as it depends on that. */
const REPORT = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: { parser: { name: 'parser', via: [ADVISORY] }, app: { name: 'app', via: ['parser'] } },
});
const CLEAN = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} });
const today = '2026-12-01';
const accept = (until: string) => [{ id: ID, reason: 'We never call it.', until }];

describe('judgeAudit', () => {
  it('finds nothing open in a report without vulnerabilities', () => {
    const verdict = judgeAudit(CLEAN, { accepted: [], today });
    assert.deepEqual(verdict, { kind: 'answered', open: [], explained: [], unused: [] });
  });

  it('counts an advisory once, however many packages it affects', () => {
    const verdict = judgeAudit(REPORT, { accepted: [], today });
    assert.ok(verdict.kind === 'answered');
    assert.deepEqual(
      verdict.open.map(({ id, packageName, severity, title }) => [id, packageName, severity, title]),
      [[ID, 'parser', 'high', 'Reads too much']],
    );
  });

  it('lets an explained advisory pass up to the day its explanation ends', () => {
    const verdict = judgeAudit(REPORT, { accepted: accept(today), today });
    assert.ok(verdict.kind === 'answered');
    assert.deepEqual(verdict.open, []);
    assert.deepEqual(
      verdict.explained.map(({ id, reason }) => [id, reason]),
      [[ID, 'We never call it.']],
    );
  });

  it('opens an advisory again the day after', () => {
    const verdict = judgeAudit(REPORT, { accepted: accept('2026-11-30'), today });
    assert.ok(verdict.kind === 'answered');
    assert.equal(verdict.open.length, 1);
    assert.deepEqual(verdict.explained, []);
  });

  it('names an explanation that no advisory needs any more', () => {
    const verdict = judgeAudit(CLEAN, { accepted: accept(today), today });
    assert.ok(verdict.kind === 'answered');
    assert.deepEqual(verdict.unused, [ID]);
  });

  for (const [what, text, message] of [
    [
      'an error of the registry',
      '{"message":"405 Method Not Allowed","statusCode":405}',
      '405 Method Not Allowed',
    ],
    ['no text', '', 'npm printed no report.'],
    ['something else', '[]', 'npm printed no report.'],
  ] as const)
    it(`takes ${what} for no answer, not for a clean report`, () => {
      assert.deepEqual(judgeAudit(text, { accepted: [], today }), { kind: 'no-answer', message });
    });
});

describe('the accepted advisories', () => {
  it('each name an advisory, a reason and a last day', () => {
    for (const { id, reason, until } of ACCEPTED_ADVISORIES) {
      assert.match(id, /^GHSA(-[\da-z]{4}){3}$/);
      assert.match(reason, /\w+ \w+.*\.$/);
      assert.match(until, /^\d{4}-\d\d-\d\d$/);
    }
  });
});

describe('npm run audit', () => {
  /** Runs it with an `npm` that prints a text. */
  const auditWith = (t: TestContext, printed: string) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'npm'), `#!/bin/sh\ncat <<'END'\n${printed}\nEND\n`);
    chmodSync(join(folder, 'npm'), 0o755);
    return runScript('audit.ts', { env: { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` } });
  };

  it('succeeds on a clean report', (t) => {
    const { code, last } = auditWith(t, CLEAN);
    assert.deepEqual([code, last], [0, '0 open, 0 explained']);
  });

  it('fails with the address of an advisory that nobody explained', (t) => {
    const { code, err, last } = auditWith(t, REPORT);
    assert.deepEqual([code, last], [1, '1 open, 0 explained']);
    assert.equal(err, `parser, high: Reads too much\n  ${ADVISORY.url}\n`);
  });

  it('says that nothing was checked when the registry does not answer', (t) => {
    const { code, out, err } = auditWith(t, '{"message":"405 Method Not Allowed"}');
    assert.deepEqual([code, out], [2, '']);
    assert.equal(err, 'The registry did not answer, so nothing was checked: 405 Method Not Allowed\n');
  });
});
