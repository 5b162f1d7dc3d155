import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorCode } from '../../errors/error-catalogue.js';
import type { ButtonAction, PrimaryAction } from '../../locales/messages.js';
import type { Language } from '../language.js';
import { primaryAction, secondaryAction } from './actions.js';
import { doneBanner } from './done-banner.js';
import { errorReference } from './error-reference.js';
import { hintText, introduction, type HintModel } from './hint.js';
import { minutesText } from './minutes-text.js';
import { icon, ICON_PATHS, type IconName } from './icons.js';
import { panelsTemplate, type PanelsModel } from './panels.js';
import { rejectionReason } from './rejection-reason.js';
import { statusBadge } from './status-badge.js';
import { stepLine } from './steps.js';

/** Everything that the element shows, and its language. */
export interface ViewModel extends Language, HintModel {
  readonly panels: PanelsModel;
  /** The customer has asked for the current status, and the request is pending. */
  readonly refreshing: boolean;
  /** Without panels, and without space for what may come. */
  readonly compact: boolean;
  /** When the last failure happened, in epoch milliseconds. */
  readonly failedAt: number;
  /** The answer to the customer's last press, in place of the hint; empty for none. */
  readonly notice: string;
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
};

/**
 * Renders the element. Pure: the same model gives the same result. All words are set as the text of their own element: a
 * translator may have replaced the text nodes, and words in a kept node would never change again.
 */
export function buttonTemplate(model: ViewModel, callbacks: ViewCallbacks): TemplateResult {
  const { journey, lang, dir, compact } = model;
  const isDone = journey.state === 'done';
  const hasMore = !isDone && !compact;
  return html`<div part="base" class="base" lang=${lang} dir=${dir}>
    ${isDone ? doneBanner(model) : mainButton(model, callbacks)}${isDone ? nothing : statusRow(model, callbacks)}${isDone ? nothing : sentence(model)}${isDone ? nothing : reasonLine(model)}<slot
      name="help"
    ></slot
    >${hasMore ? stepLine(journey, model.messages) : nothing}${hasMore ? panelsTemplate(model, callbacks) : nothing}
    <div class="spoken" role="status" .textContent=${model.announcement}></div>
  </div>`;
}

/** Whether the button itself is what is busy, so that it is not usable now. */
function isBusy({ journey: { state }, refreshing }: ViewModel, action: PrimaryAction): boolean {
  return (
    state === 'loading' || state === 'opening' || (refreshing && (action === 'check' || action === 'retry'))
  );
}

function mainButton(model: ViewModel, { onAction, onIntent }: ViewCallbacks): TemplateResult {
  const { journey, messages, disabled } = model;
  const action = primaryAction(journey);
  const busy = isBusy(model, action);
  const waiting = action === 'retry' && model.waitMs > 0;
  const off = waiting || journey.state === 'idle' || journey.state === 'closed';
  const look = lookOf(disabled || off, action);
  return html`<button
    part=${look}
    class=${look}
    type="button"
    aria-describedby="hint"
    aria-disabled=${off || nothing}
    aria-busy=${busy || nothing}
    ?disabled=${disabled}
    @click=${() => onAction(action)}
    @pointerenter=${onIntent}
    @focus=${onIntent}
    @touchstart=${{ handleEvent: onIntent, passive: true }}
  >
    <span class="face"
      ><span part=${busy ? 'spinner' : 'icon'} class=${busy ? 'spinner' : 'icon'}
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
  </button>`;
}

/** The part names of the button, which are also its classes. The second one is for style sheets that paint it by its part. */
function lookOf(off: boolean, action: PrimaryAction): string {
  if (off) return 'button off';
  return action === 'check' ? 'button quiet' : 'button';
}

/** The badge, the reference of a failure, and the secondary button. */
function statusRow(model: ViewModel, { onAction }: ViewCallbacks): TemplateResult {
  const { journey, messages, refreshing } = model;
  const second = secondaryAction(journey);
  const button = second
    ? html`<button
        class="second"
        part="secondary-button"
        type="button"
        @click=${() => onAction(second)}
        .textContent=${messages.actions[second]}
      ></button>`
    : nothing;
  const isAwaited = journey.state === 'checking' || (refreshing && !isBusy(model, primaryAction(journey)));
  return html`<div class="row">
    ${statusBadge(model, isAwaited)}${
      // In the state error, where there is a reference, there is no second button.
      journey.state === 'error' && !model.disabled
        ? reference(journey.failure.code, model.failedAt)
        : second === 'check'
          ? // in a template of its own, since a button that stays and changes its text would count as a layout shift
            html`${button}`
          : button
    }
  </div>`;
}

function reference(code: ErrorCode, failedAt: number): TemplateResult {
  const text = errorReference(code, failedAt);
  return html`<span part="error-reference" class="reference" dir="ltr" .textContent=${text}></span>`;
}

/** The hint, or what has failed. It has the space of the introduction from the beginning, in every language. */
function sentence(model: ViewModel): TemplateResult {
  const { journey, messages, opensWindow, disabled } = model;
  const room = introduction(messages, opensWindow);
  if (journey.state === 'error' && !disabled)
    // not the same elements with another start, which would count as a layout shift
    return html`<div class="failed">
      ${icon(ICON_PATHS.warning)}
      <p part="error" class="hint" id="hint" data-room=${room}>
        <span .textContent=${hintText(model)}></span>
      </p>
    </div>`;
  return html`<p part="hint" class="hint" id="hint" data-room=${room}>
    <span .textContent=${model.notice || hintText(model)}></span>
  </p>`;
}

/** EnKash's own explanation of a rejection. */
function reasonLine({ journey, messages, disabled }: ViewModel): TemplateResult | typeof nothing {
  const reason = disabled || journey.state === 'error' ? null : rejectionReason(journey.customer);
  return reason
    ? html`<p part="reason" class="reason">
        <span .textContent=${messages.reason}></span> <bdi .textContent=${reason}></bdi>
      </p>`
    : nothing;
}
