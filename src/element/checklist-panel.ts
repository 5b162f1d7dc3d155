import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../device/finding.js';
import type { ActionName, ChecklistItem, Words } from '../locales/words.js';
import { disclosure } from './disclosure.js';
import { icon } from './icons.js';

/** What the panel "Before you start" shows. */
export interface Checklist {
  readonly words: Words;
  readonly open: boolean;
  /** What the device check found; null until it has answered. */
  readonly findings: readonly Finding[] | null;
}

const ITEMS: readonly ChecklistItem[] = ['card', 'india', 'vpn', 'room', 'access'];

/** What to have at hand before the call; what the device check found comes first. Nothing in it keeps from the call. */
export function checklistPanel(
  { words, open, findings }: Checklist,
  { act }: { readonly act: (action: ActionName) => void },
): TemplateResult {
  return disclosure({
    name: 'prepare',
    label: words.actions.prepare,
    open,
    act,
    content: () => html`<ul class="checklist" role="list">
      ${findings?.map((finding) => line('warning', words.findings[finding]))}
      ${findings?.length === 0 ? line('tick', words.findings.ready) : nothing}
      ${ITEMS.map((item) => line(item, words.checklist[item]))}
    </ul>`,
  });
}

/** What the live region says of the device check, while the panel is open. */
export function findingsText({ words, findings }: Checklist): string {
  if (!findings) return '';
  return findings.length === 0
    ? words.findings.ready
    : findings.map((finding) => words.findings[finding]).join(' ');
}

function line(kind: ChecklistItem | 'tick' | 'warning', text: string): TemplateResult {
  return html`<li class=${kind}>${icon(kind)}<span>${text}</span></li>`;
}
