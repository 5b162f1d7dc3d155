import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceIssue } from '../../device/device-issue.js';
import type { ActionName, ChecklistItem, Messages } from '../../locales/messages.js';
import { disclosure } from './disclosure.js';
import { icon } from './icons.js';

/** What the panel "Before you start" shows. */
export interface Checklist {
  readonly messages: Messages;
  readonly open: boolean;
  /** What the device check found; null until it has answered. */
  readonly findings: readonly DeviceIssue[] | null;
}

const ITEMS: readonly ChecklistItem[] = ['card', 'india', 'vpn', 'room', 'access'];

/** What to have at hand before the call; what the device check found comes first. Nothing in it keeps from the call. */
export function checklistPanel(
  { messages, open, findings }: Checklist,
  { act }: { readonly act: (action: ActionName) => void },
): TemplateResult {
  return disclosure({
    name: 'prepare',
    label: messages.actions.prepare,
    open,
    act,
    content: () => html`<ul class="checklist" role="list">
      ${findings?.map((finding) => line('warning', messages.findings[finding]))}
      ${findings?.length === 0 ? line('tick', messages.findings.ready) : nothing}
      ${ITEMS.map((item) => line(item, messages.checklist[item]))}
    </ul>`,
  });
}

/** What the live region says of the device check, while the panel is open. */
export function findingsText({ messages, findings }: Checklist): string {
  if (!findings) return '';
  return findings.length === 0
    ? messages.findings.ready
    : findings.map((finding) => messages.findings[finding]).join(' ');
}

function line(kind: ChecklistItem | 'tick' | 'warning', text: string): TemplateResult {
  return html`<li class=${kind}>${icon(kind)}<span>${text}</span></li>`;
}
