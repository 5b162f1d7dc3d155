import { diagnose, type Finding, type Verdict } from '../../src/diagnose/index.js';
import type { EnkashVkycButton } from '../../src/define.js';
import { findElement } from './find-element.js';
import type { SettingsStore } from './settings/settings-store.js';

const SETTLE_MS = 400;

const EVENTS = [
  'vkyc-status-change',
  'vkyc-availability-change',
  'vkyc-open',
  'vkyc-close',
  'vkyc-downgrade',
  'vkyc-error',
] as const;

const WORDS: Readonly<Record<Verdict, string>> = {
  pass: 'Pass',
  skipped: 'Skipped',
  fail: 'Fail',
  critical: 'Critical',
};

/** Shows what `diagnose()` finds on this page: now, after each event of the button, and after each change of a setting. */
export function startDiagnosisPanel(button: EnkashVkycButton, store: SettingsStore): void {
  const list = findElement('#findings', HTMLElement);
  const summary = findElement('#diagnosis-summary', HTMLElement);
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async (): Promise<void> => {
    const own = ++latest;
    const findings = await diagnose(button);
    if (own !== latest) return;
    list.replaceChildren(...findings.map(createFinding));
    summary.textContent = summaryOf(findings);
  };
  const runSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), SETTLE_MS);
  };
  for (const name of EVENTS) button.addEventListener(name, runSoon);
  addEventListener('focus', runSoon);
  findElement('#diagnose', HTMLButtonElement).addEventListener('click', () => void run());
  store.subscribe(runSoon);
}

function summaryOf(findings: readonly Finding[]): string {
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const faults = count('fail') + count('critical');
  const judged = `${count('pass')} pass, ${count('skipped')} skipped`;
  return faults === 0 ? `Nothing to change: ${judged}.` : `${faults} to change: ${judged}.`;
}

function createFinding({ id, verdict, found, fix }: Finding): HTMLElement {
  const item = document.createElement('li');
  item.dataset['verdict'] = verdict;
  item.append(
    child('strong', WORDS[verdict]),
    child('code', id),
    child('p', found),
    ...(fix === '' ? [] : [child('pre', fix)]),
  );
  return item;
}

function child(tag: 'strong' | 'code' | 'p' | 'pre', text: string): HTMLElement {
  const created = document.createElement(tag);
  created.textContent = text;
  return created;
}
