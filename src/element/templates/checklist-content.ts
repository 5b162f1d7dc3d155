import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceIssue } from '../../device/check-device.js';
import type { ChecklistItem, Messages } from '../../locales/messages.js';
import { icon, ICON_PATHS, RING } from './icons.js';
import { expirySentence } from './link-expiry.js';

/** What the open checklist reports about this device and this customer. */
export interface ChecklistModel {
  /** The result of the device check; null without one, as while it runs. */
  readonly issues: readonly DeviceIssue[] | null;
  /**
   * Until when EnKash accepts the link, in epoch milliseconds, as it was known when the list was opened: a line that
   * comes later would move what is below. Null if it was not known.
   */
  readonly expiresAt: number | null;
}

/** What to have ready, in this order, with its icon. */
const ITEMS: readonly (readonly [ChecklistItem, string])[] = [
  ['card', 'M2.5 4.5h15v11h-15zM5 8h3.5v3H5zM11 8.5h4M11 11.5h4'],
  ['internet', 'M2.5 8a11 11 0 0 1 15 0M5.3 11a7 7 0 0 1 9.4 0M8 13.9a3 3 0 0 1 4 0M10 16.4v.1'],
  ['india', 'M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 0 0-11 0c0 4.4 5.5 9 5.5 9zM10 8.4v.1'],
  ['vpn', 'M10 2.8l6 2.2v4.5c0 3.6-2.5 6.3-6 7.7-3.5-1.4-6-4.1-6-7.7V5zM7.8 7.8l4.4 4.4M12.2 7.8l-4.4 4.4'],
  [
    'room',
    'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0M10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M15.3 4.7l-1.2 1.2M5.9 14.1l-1.2 1.2',
  ],
  ['access', ICON_PATHS.camera],
  ['recorded', `${RING}M7.5 10a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0`],
];

/** What to have ready for the call, after the result of the device check. Nothing in it prevents the call. */
export function checklistContent(messages: Messages, { issues, expiresAt }: ChecklistModel): TemplateResult {
  const { findings, checklist } = messages;
  return html`<ul class="checklist" role="list">
    ${issues?.map((issue) => listItem('warning', ICON_PATHS.warning, findings[issue]))}
    ${issues?.length === 0 ? listItem('tick', ICON_PATHS.verified, findings.ready) : nothing}
    ${ITEMS.map(([item, path]) => listItem(item, path, checklist[item]))}
    ${expiresAt === null ? nothing : listItem('expired', ICON_PATHS.expired, expirySentence(messages, expiresAt))}
  </ul>`;
}

/** What the live region announces about the device check while the panel is open; empty while the check runs. */
export function checklistAnnouncement(
  { findings }: Messages,
  { issues }: Pick<ChecklistModel, 'issues'>,
): string {
  if (!issues) return '';
  return issues.length === 0 ? findings.ready : issues.map((issue) => findings[issue]).join(' ');
}

function listItem(
  kind: ChecklistItem | 'tick' | 'warning' | 'expired',
  path: string,
  text: string,
): TemplateResult {
  return html`<li class=${kind}>${icon(path)}<span .textContent=${text}></span></li>`;
}
