import { html, nothing, type TemplateResult } from 'lit';
import { isInApp } from '../../device/is-in-app.js';
import { VkycError } from '../../errors/vkyc-error.js';
import type { HandoffState } from '../../handoff/handoff.js';
import { handoffWays, type HandoffWay } from '../../handoff/send-link.js';
import type { Messages } from '../../locales/messages.js';
import { errorSentence } from './hint.js';
import { icon } from './icons.js';
import { expirySentence } from './link-expiry.js';

/** What the open panel "Continue on your phone" shows. */
export interface HandoffContentModel {
  readonly messages: Messages;
  readonly handoff: HandoffState;
  /** The ways to send the link. Default: those that this browser supports. */
  readonly ways?: readonly HandoffWay[];
  /** Until when EnKash accepts the link, in epoch milliseconds; null if that is not known. */
  readonly expiresAt: number | null;
}

/** The icons of the ways to send the link. */
const WAY_ICONS: Readonly<Record<HandoffWay, string>> = {
  copy: 'M7.5 7.5h8.5v8.5H7.5zM4 12.5V4h8.5',
  share: 'M10 12V3.5M6.8 6.5L10 3.3l3.2 3.2M4.5 10.5v6h11v-6',
  sms: 'M3.5 4.5h13v9H9l-3.5 3v-3h-2z',
  email: 'M3 5h14v10.5H3zM3.3 5.5L10 11l6.7-5.5',
};

/** The link for the phone while it is shown or being fetched: a QR code, and the ways to send it. */
export function handoffContent(
  { messages, handoff, expiresAt, ways = handoffWays(isInApp()) }: HandoffContentModel,
  onAction: (action: HandoffWay) => void,
): TemplateResult {
  const shown = handoff.kind === 'shown' ? handoff : null;
  return html`
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
            aria-disabled=${!shown || nothing}
            @click=${() => onAction(way)}
          >
            ${icon(WAY_ICONS[way])}<span .textContent=${messages.actions[way]}></span>
          </button>`,
      )}
    </div>
    ${shown?.selectable ? linkField(shown.selectable, messages) : nothing}
  `;
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
