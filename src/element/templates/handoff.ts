import { html, nothing, type TemplateResult } from 'lit';
import { VkycError } from '../../errors/vkyc-error.js';
import type { HandoffState } from '../../handoff/handoff.js';
import type { HandoffWay } from '../../handoff/handoff-ways.js';
import type { ActionName, Messages } from '../../locales/messages.js';
import { disclosure } from './disclosure.js';
import { errorSentence } from './error-sentence.js';
import { icon } from './icons.js';

/** What the panel "Continue on your phone" shows. */
export interface HandoffModel {
  readonly messages: Messages;
  readonly handoff: HandoffState;
  /** The ways to send the link that this browser has. */
  readonly ways: readonly HandoffWay[];
}

/** The link for the phone: a code to scan, and the ways to send it. Open while there is a link, or one on its way. */
export function handoffPanel(
  model: HandoffModel,
  { act }: { readonly act: (action: ActionName) => void },
): TemplateResult {
  const { messages, handoff, ways } = model;
  const shown = handoff.kind === 'shown' ? handoff : null;
  return disclosure({
    name: 'handoff',
    label: messages.actions.handoff,
    open: shown !== null || handoff.kind === 'fetching',
    note: handoffNews(model),
    act,
    content: () => html`
      <p class="scan">${messages.handoff.scan}</p>
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
              @click=${() => act(way)}
            >
              ${icon(way)}<span>${messages.actions[way]}</span>
            </button>`,
        )}
      </div>
      ${shown?.selectable ? linkField(shown.selectable, messages) : nothing}
    `,
  });
}

/** What is new about the handoff, as text for the live region too; empty when nothing is. */
export function handoffNews({ messages, handoff }: HandoffModel): string {
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
      return errorSentence(messages, handoff.cause instanceof VkycError ? handoff.cause.code : 'network');
  }
}

/** The link to be selected by hand: a property of the field, so that no attribute holds it. */
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
