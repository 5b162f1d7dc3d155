import { html, nothing, type TemplateResult } from 'lit';
import { VkycError } from '../../errors/vkyc-error.js';
import type { HandoffState } from '../../handoff/handoff.js';
import type { HandoffWay } from '../../handoff/send-link.js';
import type { ButtonAction, Messages } from '../../locales/messages.js';
import { disclosure } from './disclosure.js';
import { errorSentence } from './hint.js';
import { icon } from './icons.js';
import { expirySentence } from './link-expiry.js';

/** What the panel "Continue on your phone" shows. */
export interface HandoffPanelModel {
  readonly messages: Messages;
  readonly handoff: HandoffState;
  /** The ways to send the link that this browser supports. */
  readonly ways: readonly HandoffWay[];
  /** Until when EnKash accepts the link, in epoch milliseconds; null if that is not known. */
  readonly expiresAt: number | null;
}

/** The link for the phone: a QR code, and the ways to send it. Open while a link is shown or being fetched. */
export function handoffPanel(
  { messages, handoff, ways, expiresAt }: HandoffPanelModel,
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
      <p class="scan" .textContent=${lifetime(messages, shown && expiresAt)}></p>
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
      return handoff.sent === null || handoff.sent === 'canceled' ? '' : messages.handoff[handoff.sent];
    case 'withdrawn':
      return messages.handoff.hidden;
    case 'failed':
      return errorSentence(
        messages,
        handoff.cause instanceof VkycError ? handoff.cause.code : 'internal_error',
      );
  }
}

/** How long the code is shown, and the link can be used. */
function lifetime(messages: Messages, expiresAt: number | null): string {
  const { hides } = messages.handoff;
  return expiresAt === null ? hides : `${hides} ${expirySentence(messages, expiresAt)}`;
}

/** The link for manual selection: set as a property, so that no attribute holds it. */
function linkField(link: string, messages: Messages): TemplateResult {
  return html`<input
    class="link"
    type="text"
    dir="ltr"
    readonly
    aria-label=${messages.handoff.link}
    .value=${link}
    @focus=${({ currentTarget }: { currentTarget: HTMLInputElement }) => currentTarget.select()}
  />`;
}
