import { html, nothing, type TemplateResult } from 'lit';
import { badgeText, hasStatus } from './announcement-parts.js';
import type { HintModel } from './hint.js';
import { ICON_PATHS } from './icons.js';

/** The customer's status; with a spinner while another one is awaited, and as an empty shape before the first. */
export function statusBadge(model: HintModel, isAwaited: boolean): TemplateResult | typeof nothing {
  const { state, customer } = model.journey;
  if (!hasStatus(model.journey))
    return state === 'loading' ? html`<span class="badge blank"></span>` : nothing;
  return html`<span part="badge" class="badge" data-phase=${customer.phase}
    ><svg class=${isAwaited ? 'spinner' : nothing} viewBox="0 0 20 20" aria-hidden="true">
      <path d=${isAwaited ? nothing : ICON_PATHS[customer.phase]}></path></svg
    ><span class="text" .textContent=${badgeText(model)}></span
  ></span>`;
}
