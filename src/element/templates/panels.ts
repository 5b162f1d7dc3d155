import { html, type TemplateResult } from 'lit';
import type { VkycError } from '../../errors/vkyc-error.js';
import type { HandoffState } from '../../handoff/handoff.js';
import type { Journey } from '../../journey/journey.js';
import type { ButtonAction, Messages, PanelAction } from '../../locales/messages.js';
import { checklistPart, handoffPart } from '../parts.js';
import { isCallNext } from './actions.js';
import type { ChecklistModel } from './checklist-content.js';
import { disclosure } from './disclosure.js';
import { errorSentence } from './hint.js';
import { stepLine } from './steps.js';

/** A panel that the customer has opened, whose code is loading, or did not load. */
export interface PendingPanel {
  readonly name: PanelAction;
  /** Null while it loads. */
  readonly failure: VkycError | null;
}

/** What the panels below the button show. */
export interface PanelsModel {
  /** "Before you start"; null while the panel is closed. */
  readonly checklist: ChecklistModel | null;
  /** "Continue on your phone". */
  readonly handoff: HandoffState;
  /** Whether the page offers the handoff. */
  readonly offersHandoff: boolean;
  /** In place of the content of its panel; null for none. */
  readonly pending: PendingPanel | null;
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

/** What a customer can press in the panels. */
export interface PanelCallbacks {
  readonly onAction: (action: ButtonAction) => void;
}

/**
 * Renders the steps, and the panels below them. While no call is the next step, the panels are inert and invisible, but
 * keep their space, so that nothing below the element moves: what happens during the review is said there.
 */
export function panelsTemplate(
  { journey, messages, panels }: PanelsViewModel,
  callbacks: PanelCallbacks,
): TemplateResult {
  const checklist = checklistPanel(messages, panels, callbacks);
  const list = panels.offersHandoff
    ? html`${checklist}${handoffPanel(messages, panels, callbacks)}`
    : checklist;
  return html`${stepLine(journey, messages)}
    <div class="panels" part="panels" ?inert=${!isCallNext(journey)}>
      ${panels.isAbroad ? html`${abroadMessage(messages)}${list}` : list}
    </div>`;
}

/** What to have ready for the call, and what this device lacks. */
function checklistPanel(
  messages: Messages,
  { checklist, pending }: PanelsModel,
  { onAction }: PanelCallbacks,
): TemplateResult {
  return disclosure({
    name: 'prepare',
    label: messages.actions.prepare,
    content: checklist && checklistPart.loaded?.content(messages, checklist),
    pending: pending?.name === 'prepare' && !pending.failure,
    note: failureNote('prepare', messages, pending),
    onAction,
  });
}

/** The link for the phone. Open while a link is shown or being fetched. */
function handoffPanel(
  messages: Messages,
  { handoff, pending, linkExpiresAt: expiresAt }: PanelsModel,
  { onAction }: PanelCallbacks,
): TemplateResult {
  const part = handoffPart.loaded;
  const isOpen = handoff.kind === 'shown' || handoff.kind === 'fetching';
  return disclosure({
    name: 'handoff',
    label: messages.actions.handoff,
    content: isOpen ? part?.content({ messages, handoff, expiresAt }, onAction) : null,
    pending: pending?.name === 'handoff' && !pending.failure,
    note: failureNote('handoff', messages, pending) || part?.announcement(messages, handoff),
    onAction,
  });
}

/** Why a panel did not open; empty for another panel. */
function failureNote(name: PanelAction, messages: Messages, pending: PendingPanel | null): string {
  return pending?.failure && pending.name === name ? errorSentence(messages, pending.failure.code) : '';
}

/** What a customer who seems to be abroad has to know early. */
export function abroadMessage({ hints }: Messages): TemplateResult {
  return html`<p part="abroad" class="message warning" .textContent=${hints.abroad}></p>`;
}

/** What happens during the review, and the page's own estimate of when it ends. In place of the panels, which keep their space. */
export function reviewMessage({ hints, estimates }: Messages): TemplateResult {
  const text = [estimates?.review, hints.review].filter(Boolean).join(' ');
  return html`<p part="review" class="message" .textContent=${text}></p>`;
}

/** What the live region announces about the panels; empty for nothing. */
export function panelAnnouncement(messages: Messages, model: PanelsModel): string {
  const { checklist, handoff, offersHandoff, pending } = model;
  if (pending) return failureNote(pending.name, messages, pending);
  if (checklist) return checklistPart.loaded?.announcement(messages, checklist) ?? '';
  return (offersHandoff && handoffPart.loaded?.announcement(messages, handoff)) || '';
}
