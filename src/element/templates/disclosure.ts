import { html, nothing, type TemplateResult } from 'lit';
import type { ActionName } from '../../locales/messages.js';
import { drawings } from './icons.js';

/** What a disclosure shows and hides. */
export interface Disclosure {
  /** The action that toggles it, which also names its icon and its ids. */
  readonly name: 'prepare' | 'handoff';
  readonly label: string;
  readonly open: boolean;
  /** Drawn only while it is open. */
  readonly content: () => TemplateResult;
  /** One sentence below it, also while it is closed; empty for none. */
  readonly note?: string;
  readonly act: (action: ActionName) => void;
}

/**
 * A button that shows and hides what belongs to it. Clicks beside its controls focus the panel: else the element would
 * pass the focus on to its first button, whose focus counts as intent.
 */
export function disclosure({ name, label, open, content, note = '', act }: Disclosure): TemplateResult {
  return html`<div class="panel" part=${name === 'handoff' ? name : nothing} tabindex="-1">
    <button
      class="disclosure"
      id=${`${name}-button`}
      type="button"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${name}
      @click=${() => act(name)}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d=${drawings[name]}></path></svg>
      <span>${label}</span>
      <svg class="chevron" viewBox="0 0 20 20" aria-hidden="true"><path d=${drawings.chevron}></path></svg>
    </button>
    <div class="details" id=${name} role="group" aria-labelledby=${`${name}-button`} ?hidden=${!open}>
      ${open ? content() : nothing}
    </div>
    ${note ? html`<p class="note">${note}</p>` : nothing}
  </div>`;
}
