import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ErrorCode } from '../../errors/error-catalogue.js';
import type { ButtonAction, PrimaryAction } from '../../locales/messages.js';
import type { Language } from '../language.js';
import { primaryAction, secondaryAction } from './actions.js';
import { badgeText, hasStatus } from './announcement-parts.js';
import { errorReference } from './error-reference.js';
import { hintText, type HintModel } from './hint.js';
import { minutesText } from './minutes-text.js';
import { icon, ICON_PATHS, type IconName } from './icons.js';
import { panelsTemplate, type PanelsModel } from './panels.js';

/** Everything that the element shows, and its language. */
export interface ViewModel extends Language, HintModel {
  readonly panels: PanelsModel;
  /** The customer has asked for the current status, and the request is pending. */
  readonly refreshing: boolean;
  /** Without panels, and without space for what may come. */
  readonly compact: boolean;
  /** When the last failure happened, in epoch milliseconds. */
  readonly failedAt: number;
  /** Milliseconds until what failed can be tried again; 0 when it can. */
  readonly waitMs: number;
  /** The text of the live region. */
  readonly announcement: string;
}

/** Handlers for the customer's actions. */
export interface ViewCallbacks {
  readonly onAction: (action: ButtonAction) => void;
  /** The pointer is over the button, or it has the focus: a click may follow. */
  readonly onIntent: () => void;
}

/** The icon of the main button, if it is not the camera. */
const ICONS: { readonly [Action in PrimaryAction]?: IconName } = {
  check: 'refresh',
  retry: 'refresh',
  reload: 'refresh',
  done: 'tick',
};

/**
 * Renders the element. Pure: the same model gives the same result. All words are set as the text of their own element: a
 * translator may have replaced the text nodes, and words in a kept node would never change again.
 */
export function buttonTemplate(model: ViewModel, callbacks: ViewCallbacks): TemplateResult {
  const { onAction, onIntent } = callbacks;
  const { journey, messages, lang, dir, disabled } = model;
  const { state } = journey;
  const action = primaryAction(journey);
  const second = secondaryAction(journey);
  const busy = model.refreshing || state === 'loading' || state === 'opening' || state === 'checking';
  const failed = journey.state === 'error' && !disabled;
  const waiting = action === 'retry' && model.waitMs > 0;
  const off = waiting || state === 'idle' || state === 'closed' || state === 'done';
  const look = lookOf(model, action, off);
  return html`<div part="base" class="base" lang=${lang} dir=${dir}>
    <button
      part=${look ? `button ${look}` : 'button'}
      class=${look === 'quiet' ? 'button quiet' : 'button'}
      type="button"
      aria-describedby="hint"
      aria-disabled=${off ? 'true' : nothing}
      aria-busy=${busy ? 'true' : nothing}
      ?disabled=${disabled}
      @click=${() => onAction(action)}
      @pointerenter=${onIntent}
      @focus=${onIntent}
      @touchstart=${{ handleEvent: onIntent, passive: true }}
    >
      <span class="face"
        ><span part=${busy ? 'spinner' : 'icon'} class=${busy ? 'spinner' : nothing}
          ><slot name=${busy ? 'unused' : 'icon'}
            ><svg viewBox="0 0 20 20" aria-hidden="true">
              <path d=${busy ? nothing : ICON_PATHS[ICONS[action] ?? 'camera']}></path></svg></slot></span
        ><span part="label"
          ><slot name=${action === 'start' || action === 'resume' ? nothing : 'unused'}
              .textContent=${messages.actions[action]}
            ></slot
            >${waiting ? html`<span aria-hidden="true" .textContent=${` (${minutesText(model.waitMs)})`}></span>` : nothing}</span
        ></span
      >
    </button>
    <div class="row">
      ${badge(model)} ${failed ? reference(journey.failure.code, model.failedAt) : nothing}
      ${
        second
          ? // a reused button that changes its text would count as a layout shift
            keyed(
              second,
              html`<button
                class="second"
                part="secondary-button"
                type="button"
                @click=${() => onAction(second)}
                .textContent=${messages.actions[second]}
              ></button>`,
            )
          : nothing
      }
    </div>
    ${
      failed
        ? // not the same elements with another start, which would count as a layout shift
          html`<div class="failed">
            ${icon('warning')}
            <p part="error" class="hint" id="hint" .textContent=${hintText(model)}></p>
          </div>`
        : html`<p part="hint" class="hint" id="hint" .textContent=${hintText(model)}></p>`
    }
    <slot name="help"></slot>
    ${model.compact ? nothing : panelsTemplate(model, callbacks)}
    <div class="spoken" role="status" .textContent=${model.announcement}></div>
  </div>`;
}

/** The second part name of the button, for style sheets that paint the button by its part. */
function lookOf({ journey, disabled }: ViewModel, action: PrimaryAction, off: boolean): string {
  if (journey.state === 'done') return 'done';
  if (off || disabled) return 'off';
  return action === 'check' ? 'quiet' : '';
}

function reference(code: ErrorCode, failedAt: number): TemplateResult {
  const text = errorReference(code, failedAt);
  return html`<span part="error-reference" class="reference" dir="ltr" .textContent=${text}></span>`;
}

function badge(model: ViewModel): TemplateResult | typeof nothing {
  const { state, customer } = model.journey;
  if (!hasStatus(model.journey))
    return state === 'loading' ? html`<span class="badge ghost"></span>` : nothing;
  return html`<span part="badge" class="badge" data-phase=${customer.phase}
    >${icon(customer.phase)}<span .textContent=${badgeText(model)}></span></span
  >`;
}
