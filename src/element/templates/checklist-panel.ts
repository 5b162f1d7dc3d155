import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceIssue } from '../../device/check-device.js';
import type { ChecklistItem, Messages, PanelAction } from '../../locales/messages.js';
import { disclosure } from './disclosure.js';
import { icon } from './icons.js';
import { expirySentence } from './link-expiry.js';

/** What the open checklist reports about this device and this customer. */
export interface ChecklistContent {
  /** The result of the device check; null without one, as while it runs. */
  readonly issues: readonly DeviceIssue[] | null;
  /**
   * Until when EnKash accepts the link, in epoch milliseconds, as it was known when the list was opened: a line that
   * comes later would move what is below. Null if it was not known.
   */
  readonly expiresAt: number | null;
}

/** What the panel "Before you start" shows. */
export interface ChecklistModel {
  readonly messages: Messages;
  /** Null while the panel is closed. */
  readonly checklist: ChecklistContent | null;
}

const ITEMS: readonly ChecklistItem[] = ['card', 'internet', 'india', 'vpn', 'room', 'access', 'recorded'];

/** What to have ready for the call, after the result of the device check. Nothing in it prevents the call. */
export function checklistPanel(
  { messages, checklist }: ChecklistModel,
  { onAction }: { readonly onAction: (action: PanelAction) => void },
): TemplateResult {
  const { issues, expiresAt = null } = checklist ?? {};
  return disclosure({
    name: 'prepare',
    label: messages.actions.prepare,
    open: checklist !== null,
    onAction,
    content: () => html`<ul class="checklist" role="list">
      ${issues?.map((issue) => listItem('warning', messages.findings[issue]))}
      ${issues?.length === 0 ? listItem('tick', messages.findings.ready) : nothing}
      ${ITEMS.map((item) => listItem(item, messages.checklist[item]))}
      ${expiresAt === null ? nothing : listItem('expired', expirySentence(messages, expiresAt))}
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

function listItem(kind: ChecklistItem | 'tick' | 'warning' | 'expired', text: string): TemplateResult {
  return html`<li class=${kind}>${icon(kind)}<span .textContent=${text}></span></li>`;
}
