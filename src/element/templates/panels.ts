import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceIssue } from '../../device/check-device.js';
import type { HandoffState } from '../../handoff/handoff.js';
import type { HandoffWay } from '../../handoff/send-link.js';
import type { Journey } from '../../journey/journey.js';
import type { ButtonAction, Messages } from '../../locales/messages.js';
import { isCallNext } from './actions.js';
import { checklistAnnouncement, checklistPanel } from './checklist-panel.js';
import { handoffAnnouncement, handoffPanel } from './handoff-panel.js';

/** What the panels below the button show. */
export interface PanelsModel {
  /** "Before you start", with the result of the device check (null while it runs); null while the panel is closed. */
  readonly checklist: { readonly issues: readonly DeviceIssue[] | null } | null;
  /** "Continue on your phone". */
  readonly handoff: HandoffState;
  /** The ways to send the link; null if the page does not offer the handoff. */
  readonly handoffWays: readonly HandoffWay[] | null;
}

/** The part of the element's model that the panels depend on. */
export interface PanelsViewModel {
  readonly journey: Journey;
  readonly messages: Messages;
  readonly panels: PanelsModel;
}

/**
 * Renders the panels below the button. They are inert and invisible, but keep their space, while no call is the next
 * step: so nothing below the element moves.
 */
export function panelsTemplate(
  { journey, messages, panels }: PanelsViewModel,
  callbacks: { readonly onAction: (action: ButtonAction) => void },
): TemplateResult {
  const { checklist, handoff, handoffWays: ways } = panels;
  const issues = checklist?.issues ?? null;
  return html`<div class="panels" part="panels" ?inert=${!isCallNext(journey)}>
    ${checklistPanel({ messages, open: checklist !== null, issues }, callbacks)}
    ${ways ? handoffPanel({ messages, handoff, ways }, callbacks) : nothing}
  </div>`;
}

/** What the live region announces about the panels; empty for nothing. */
export function panelAnnouncement(messages: Messages, model: PanelsModel): string {
  const { checklist, handoff, handoffWays: ways } = model;
  if (checklist) return checklistAnnouncement(messages, checklist.issues);
  return ways ? handoffAnnouncement(messages, handoff) : '';
}
