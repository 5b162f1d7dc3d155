import { html, nothing, type TemplateResult } from 'lit';
import { VkycError } from '../../errors/vkyc-error.js';
import type { HandoffState } from '../../handoff/handoff.js';
import type { HandoffWay } from '../../handoff/send-link.js';
import type { ButtonAction, Messages } from '../../locales/messages.js';
import { disclosure } from './disclosure.js';
import { errorSentence } from './hint.js';
import { icon } from './icons.js';

/** What the panel "Continue on your phone" shows. */
export interface HandoffPanelModel {
  readonly messages: Messages;
  readonly handoff: HandoffState;
  /** The ways to send the link that this browser supports. */
  readonly ways: readonly HandoffWay[];
}

/** The link for the phone: a QR code, and the ways to send it. Open while a link is shown or being fetched. */
export function handoffPanel(
  { messages, handoff, ways }: HandoffPanelModel,
  { onAction }: { readonly onAction: (action: ButtonAction) => void },
): TemplateResult {
  const shown = handoff.kind === 'shown' ? handoff : null;
  return disclosure({
    name: 'handoff',
    label: messages.actions.handoff,
    open: shown !== null || handoff.kind === 'fetching',
    note: handoffAnnouncement(messages, handoff),
    onAction,
    content: () => html`
      <p class="scan" .textContent=${messages.handoff.scan}></p>
      ${
        shown
          ? html`<div part="qr" class="qr" role="img" aria-label=${messages.handoff.code}>${shown.code}</div>`
          : html`<div class="qr"><span class="spinner"></span></div>`
      }
      <div class="ways">
        ${ways.map(
          (way) =>
            html`<button
              class="way"
              type="button"
              aria-disabled=${shown ? nothing : 'true'}
              @click=${() => onAction(way)}
            >
              ${icon(way)}<span .textContent=${messages.actions[way]}></span>
            </button>`,
        )}
      </div>
      ${shown?.selectable ? linkField(shown.selectable, messages) : nothing}
    `,
  });
}

/** What the panel shows below its content, and the live region announces; empty for nothing. */
export function handoffAnnouncement(messages: Messages, handoff: HandoffState): string {
  switch (handoff.kind) {
    case 'hidden':
    case 'fetching':
      return '';
    case 'shown':
      if (handoff.copied) return messages.handoff.copied;
      return handoff.selectable === null ? '' : messages.handoff['not-copied'];
    case 'withdrawn':
      return messages.handoff.hidden;
    case 'failed':
      return errorSentence(
        messages,
        handoff.cause instanceof VkycError ? handoff.cause.code : 'internal_error',
      );
  }
}

/** The link for manual selection: set as a property, so that no attribute holds it. */
function linkField(link: string, messages: Messages): TemplateResult {
  return html`<input
    class="link"
    dir="ltr"
    readonly
    aria-label=${messages.actions.copy}
    .value=${link}
    @focus=${({ currentTarget }: { currentTarget: HTMLInputElement }) => currentTarget.select()}
  />`;
}
