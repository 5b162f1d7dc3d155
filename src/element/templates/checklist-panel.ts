import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceIssue } from '../../device/check-device.js';
import type { ChecklistItem, Messages, PanelAction } from '../../locales/messages.js';
import { disclosure } from './disclosure.js';
import { icon } from './icons.js';

/** What the panel "Before you start" shows. */
export interface ChecklistModel {
  readonly messages: Messages;
  readonly open: boolean;
  /** The result of the device check; null while it runs. */
  readonly issues: readonly DeviceIssue[] | null;
}

const ITEMS: readonly ChecklistItem[] = ['card', 'internet', 'india', 'vpn', 'room', 'access', 'recorded'];

/** What to have ready for the call, after the result of the device check. Nothing in it prevents the call. */
export function checklistPanel(
  { messages, open, issues }: ChecklistModel,
  { onAction }: { readonly onAction: (action: PanelAction) => void },
): TemplateResult {
  return disclosure({
    name: 'prepare',
    label: messages.actions.prepare,
    open,
    onAction,
    content: () => html`<ul class="checklist" role="list">
      ${issues?.map((issue) => listItem('warning', messages.findings[issue]))}
      ${issues?.length === 0 ? listItem('tick', messages.findings.ready) : nothing}
      ${ITEMS.map((item) => listItem(item, messages.checklist[item]))}
    </ul>`,
  });
}

/** What the live region announces about the device check while the panel is open; empty while the check runs. */
export function checklistAnnouncement(messages: Messages, issues: readonly DeviceIssue[] | null): string {
  if (!issues) return '';
  return issues.length === 0
    ? messages.findings.ready
    : issues.map((issue) => messages.findings[issue]).join(' ');
}

function listItem(kind: ChecklistItem | 'tick' | 'warning', text: string): TemplateResult {
  return html`<li class=${kind}>${icon(kind)}<span .textContent=${text}></span></li>`;
}
