import { html, nothing, type TemplateResult } from 'lit';
import type { PanelAction } from '../../locales/messages.js';
import { ICON_PATHS } from './icons.js';

export interface DisclosureOptions {
  /** The action that toggles it; also used for its icon and ids. */
  readonly name: PanelAction;
  readonly label: string;
  /** Null while it is closed. */
  readonly content: TemplateResult | null | undefined;
  /** Open with a spinner, until the content is there. */
  readonly pending: boolean;
  /** One sentence below it, even while it is closed. Default: none. */
  readonly note?: string | undefined;
  readonly onAction: (action: PanelAction) => void;
}

/**
 * A button that shows and hides a panel (ARIA disclosure pattern). The panel is focusable so that clicks next to its
 * controls focus it: otherwise `delegatesFocus` would focus the main button, which counts as intent.
 */
export function disclosure(options: DisclosureOptions): TemplateResult {
  const { name, label, content, pending, note, onAction } = options;
  const open = pending || Boolean(content);
  const below = note ? html`<p class="note" .textContent=${note}></p>` : nothing;
  return html`<div class="panel" part=${name === 'handoff' ? name : nothing} tabindex="-1">
    <button
      class="disclosure"
      part="disclosure"
      id=${`${name}-button`}
      type="button"
      aria-expanded=${open}
      aria-controls=${open ? name : nothing}
      @click=${() => onAction(name)}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d=${ICON_PATHS[name]}></path></svg>
      <span .textContent=${label}></span>
    </button>
    ${
      open
        ? html`<div class="details" id=${name} role="group" aria-labelledby=${`${name}-button`}>
              ${pending ? html`<span class="spinner"></span>` : content}
            </div>
            ${below}`
        : below
    }
  </div>`;
}
