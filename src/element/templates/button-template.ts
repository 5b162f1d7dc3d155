import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import type { ErrorCode } from '../../errors/error-catalogue.js';
import type { ButtonAction, PrimaryAction } from '../../locales/messages.js';
import type { Language } from '../language.js';
import { isCallNext, primaryAction, secondaryAction } from './actions.js';
import { doneBanner } from './done-banner.js';
import { errorReference } from './error-reference.js';
import { hintText, introduction, type HintModel } from './hint.js';
import { minutesText } from './minutes-text.js';
import { icon, ICON_PATHS, type IconName } from './icons.js';
import { panelsTemplate, reviewMessage, type PanelsModel } from './panels.js';
import { rejectionReason } from './rejection-reason.js';
import { statusBadge } from './status-badge.js';

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
  const hasPanels = !isDone && !compact;
  return html`<div part="base" class=${isDone ? 'base done' : 'base'} lang=${lang} dir=${dir}>
    ${isDone ? doneBanner(model) : mainPart(model, callbacks)}${hasPanels ? panelsTemplate(model, callbacks) : nothing}${hasPanels && !isCallNext(journey) ? reviewMessage(model.messages) : nothing}
    <div class="spoken" role="status" .textContent=${model.announcement}></div>
  </div>`;
}

/** Whether the button itself is what is busy, so that it is not usable now. */
function isBusy({ journey: { state }, refreshing }: ViewModel, action: PrimaryAction): boolean {
  return (
    state === 'loading' || state === 'opening' || (refreshing && (action === 'check' || action === 'retry'))
  );
}

/**
 * The button, the status and the sentence: in one template, as each costs nodes and time. So does an expression at the end of
 * a template, which is why the slot is here.
 */
function mainPart(model: ViewModel, callbacks: ViewCallbacks): TemplateResult {
  const { journey, messages, disabled } = model;
  const { onAction, onIntent } = callbacks;
  const action = primaryAction(journey);
  const busy = isBusy(model, action);
  const symbol = busy ? 'spinner' : 'icon';
  const isAwaited = journey.state === 'checking' || (model.refreshing && !busy);
  const waiting = action === 'retry' && model.waitMs > 0;
  // a new label comes with new nodes: an icon that stays and moves with the lines would count as a layout shift
  const label = messages.actions[action];
  const wait = waiting ? ` (${minutesText(model.waitMs)})` : '';
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
    ${keyed(
      label + wait,
      html`<slot part=${symbol} class=${symbol} name=${busy ? 'unused' : 'icon'}
        ><svg viewBox="0 0 20 20" aria-hidden="true">
          <path d=${busy ? nothing : ICON_PATHS[ICONS[action] ?? 'camera']}></path></svg></slot
      ><span part="label"
        ><slot name=${action === 'start' || action === 'resume' ? nothing : 'unused'}
            .textContent=${label}
          ></slot
          >${wait ? html`<span aria-hidden="true" .textContent=${wait}></span>` : nothing}</span
      >`,
    )}
  </button>
  <div class="row">${statusBadge(model, isAwaited)}${besideBadge(model, callbacks)}</div>${sentence(model)}<slot name="help"></slot>`;
}

/** The part names of the button, which are also its classes. The second one is for style sheets that paint it by its part. */
function lookOf(off: boolean, action: PrimaryAction): string {
  if (off) return 'button off';
  return action === 'check' ? 'button quiet' : 'button';
}

/** Beside the badge: the secondary button, or the reference of a failure, which never come together. */
function besideBadge(
  model: ViewModel,
  { onAction }: ViewCallbacks,
): TemplateResult | DirectiveResult | typeof nothing {
  const { journey, messages, disabled, failedAt } = model;
  if (journey.state === 'error') return disabled ? nothing : reference(journey.failure.code, failedAt);
  const second = secondaryAction(journey);
  if (!second) return nothing;
  // new nodes for a new text, since a button that stays and changes its text would count as a layout shift
  return keyed(
    second,
    html`<button
      class="second"
      part="secondary-button"
      type="button"
      @click=${() => onAction(second)}
      .textContent=${messages.actions[second]}
    ></button>`,
  );
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
      <p part="error" class="hint" id="hint" data-room=${room} .textContent=${hintText(model)}></p>
    </div>`;
  const hint = html`<p
    part="hint"
    class="hint"
    id="hint"
    data-room=${room}
    .textContent=${model.notice || hintText(model)}
  ></p>`;
  const reason = disabled ? null : rejectionReason(journey.customer);
  return reason ? html`${hint}${reasonLine(messages.reason, reason)}` : hint;
}

/** EnKash's own explanation of a rejection. */
function reasonLine(introduction: string, reason: string): TemplateResult {
  return html`<p part="reason" class="reason">
    <span .textContent=${introduction}></span> <bdi .textContent=${reason}></bdi>
  </p>`;
}
