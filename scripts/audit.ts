/**
 * `npm run audit`: asks the registry for advisories about every installed package. Fails for each that
 * `scripts/audit/accepted-advisories.ts` does not explain, and when the registry does not answer: then nothing was checked.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ACCEPTED_ADVISORIES } from './audit/accepted-advisories.js';
import { judgeAudit } from './audit/judge-audit.js';

const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: join(import.meta.dirname, '..'),
  encoding: 'utf8',
});
const verdict = judgeAudit(stdout, {
  accepted: ACCEPTED_ADVISORIES,
  today: new Date().toISOString().slice(0, 10),
});

if (verdict.kind === 'no-answer') {
  console.error(`The registry did not answer, so nothing was checked: ${verdict.message}`);
  process.exitCode = 2;
} else {
  const { open, explained, unused } = verdict;
  for (const { packageName, severity, title, url } of open)
    console.error(`${packageName}, ${severity}: ${title}\n  ${url}`);
  for (const { id, packageName, reason, until } of explained)
    console.log(`${id} of ${packageName} passes until ${until}: ${reason}`);
  for (const id of unused) console.error(`${id} no longer applies: remove it from accepted-advisories.ts.`);
  console.log(`${open.length} open, ${explained.length} explained`);
  process.exitCode = open.length + unused.length === 0 ? 0 : 1;
}
