import { html, nothing, type TemplateResult } from 'lit';
import type { HandoffState } from '../../handoff/handoff.js';
import type { HandoffWay } from '../../handoff/send-link.js';
import type { Journey } from '../../journey/journey.js';
import type { ButtonAction, Messages } from '../../locales/messages.js';
import { isCallNext } from './actions.js';
import { checklistAnnouncement, checklistPanel, type ChecklistContent } from './checklist-panel.js';
import { handoffAnnouncement, handoffPanel } from './handoff-panel.js';

/** What the panels below the button show. */
export interface PanelsModel {
  /** "Before you start"; null while the panel is closed. */
  readonly checklist: ChecklistContent | null;
  /** "Continue on your phone". */
  readonly handoff: HandoffState;
  /** The ways to send the link; null if the page does not offer the handoff. */
  readonly handoffWays: readonly HandoffWay[] | null;
  /** Until when the link for the phone can be used, in epoch milliseconds; null if that is not known. */
  readonly linkExpiresAt: number | null;
  /** Whether the device's clock is not set to the time of India. */
  readonly isAbroad: boolean;
}

/** The part of the element's model that the panels depend on. */
export interface PanelsViewModel {
  readonly journey: Journey;
  readonly messages: Messages;
  readonly panels: PanelsModel;
}

/**
 * Renders the panels below the button. While no call is the next step they are inert and invisible, but keep their space,
 * so that nothing below the element moves: what happens during the review is said there.
 */
export function panelsTemplate(
  { journey, messages, panels }: PanelsViewModel,
  callbacks: { readonly onAction: (action: ButtonAction) => void },
): TemplateResult {
  const { checklist, handoff, handoffWays: ways, linkExpiresAt: expiresAt } = panels;
  const isNext = isCallNext(journey);
  return html`<div class="below">
    <div class="panels" part="panels" ?inert=${!isNext}>
      ${abroadMessage(messages, panels)}
      ${checklistPanel({ messages, checklist }, callbacks)}
      ${ways ? handoffPanel({ messages, handoff, ways, expiresAt }, callbacks) : nothing}
    </div>
    ${isNext ? nothing : html`<p part="review" class="message" .textContent=${reviewText(messages)}></p>`}
  </div>`;
}

/** What a customer who seems to be abroad has to know early. */
export function abroadMessage(
  { hints }: Messages,
  { isAbroad }: PanelsModel,
): TemplateResult | typeof nothing {
  return isAbroad
    ? html`<p part="abroad" class="message warning" .textContent=${hints.abroad}></p>`
    : nothing;
}

/** What happens during the review, and the page's own estimate of when it ends. */
function reviewText({ hints, estimates }: Messages): string {
  return [estimates?.review, hints.review].filter(Boolean).join(' ');
}

/** What the live region announces about the panels; empty for nothing. */
export function panelAnnouncement(messages: Messages, model: PanelsModel): string {
  const { checklist, handoff, handoffWays: ways } = model;
  if (checklist) return checklistAnnouncement(messages, checklist.issues);
  return ways ? handoffAnnouncement(messages, handoff) : '';
}
