import { html, nothing, type TemplateResult } from 'lit';
import type { Journey } from '../journey/journey.js';
import type { OpeningTime, Words } from '../locales/words.js';
import { hintOf } from './hint.js';
import { cameraIcon, checkIcon, phaseIcon } from './icons.js';
import {
  primaryAction,
  secondaryAction,
  type PrimaryAction,
  type SecondaryAction,
} from './primary-action.js';

/** All that the view shows. */
export interface Model {
  readonly journey: Journey;
  readonly words: Words;
  readonly opening: OpeningTime | null;
  /** The page's veto. */
  readonly disabled: boolean;
  /** What the live region says; empty until something has changed. */
  readonly announcement: string;
}

/** What the customer can do with it. */
export interface Actions {
  readonly primary: () => void;
  readonly secondary: (action: SecondaryAction) => void;
  /** The customer's hand nears the button. */
  readonly intent: () => void;
}

/** Draws a model. Pure: the same model gives the same picture. */
export function view(model: Model, actions: Actions): TemplateResult {
  const { journey, words, disabled } = model;
  const action = primaryAction(journey);
  const second = secondaryAction(journey);
  const busy = journey.state === 'loading' || journey.state === 'opening' || journey.state === 'checking';
  return html`<div part="base" class="base" lang="en" dir="ltr">
    <button
      part="button"
      class=${action === 'check-status' ? 'button quiet' : 'button'}
      type="button"
      aria-describedby="hint"
      aria-disabled=${journey.state === 'closed' || journey.state === 'done' ? 'true' : nothing}
      aria-busy=${busy ? 'true' : nothing}
      ?disabled=${disabled}
      @click=${actions.primary}
      @pointerenter=${actions.intent}
      @focus=${actions.intent}
      @touchstart=${{ handleEvent: actions.intent, passive: true }}
    >
      ${buttonIcon(busy, journey)}
      <span part="label">${label(action, journey, words)}</span>
    </button>
    <div class="row">
      ${badge(journey, words)}
      ${
        second
          ? html`<button class="second" type="button" @click=${() => actions.secondary(second)}>
            ${second === 'same-tab' ? words.sameTab : words.checkStatus}
          </button>`
          : nothing
      }
    </div>
    <p part=${journey.state === 'error' ? 'error' : 'hint'} class="hint" id="hint">${hintText(model)}</p>
    <div class="spoken" role="status">${model.announcement}</div>
    <slot name="help"></slot>
  </div>`;
}

/** The sentence below the button, also when the page itself has turned the button off. */
export function hintText({ journey, words, opening, disabled }: Model): string {
  return disabled ? words.disabled : hintOf(journey, words, opening);
}

/** What the badge says: EnKash's own label where there is one, since English is EnKash's language. */
export function badgeText({ standing }: Journey, words: Words): string {
  const { kycStatus, kycSubStatus } = standing.status;
  return kycSubStatus?.label ?? kycStatus?.label ?? words.phases[standing.phase];
}

/** What the live region says of a model: where the customer stands, and what comes next. */
export function spokenText(model: Model): string {
  const known = hasStatus(model.journey) ? `${badgeText(model.journey, model.words)}. ` : '';
  return known + hintText(model);
}

function hasStatus({ standing: { status } }: Journey): boolean {
  return status.kycStatus !== null || status.kycSubStatus !== null;
}

function badge(journey: Journey, words: Words) {
  const { phase } = journey.standing;
  const nothingKnown =
    journey.standing.status.kycStatus === null && journey.standing.status.kycSubStatus === null;
  if (nothingKnown) return nothing;
  return html`<span part="badge" class="badge" data-phase=${phase}>
    ${phaseIcon(phase)}<span>${badgeText(journey, words)}</span>
  </span>`;
}

function buttonIcon(busy: boolean, journey: Journey) {
  if (busy) return html`<span part="spinner" class="spinner"></span>`;
  return html`<span part="icon" class="icon">${journey.state === 'done' ? checkIcon : cameraIcon}</span>`;
}

function label(action: PrimaryAction, journey: Journey, words: Words) {
  switch (action) {
    case 'start':
      return html`<slot>${words.start}</slot>`;
    case 'resume':
      return html`<slot>${words.resume}</slot>`;
    case 'open-call':
      return words.openCall;
    case 'same-tab':
      return words.sameTab;
    case 'show-call':
      return words.showCall;
    case 'check-status':
      return words.checkStatus;
    case 'retry':
      return words.retry;
    case 'explain':
      return journey.state === 'done' ? words.done : html`<slot>${words.start}</slot>`;
  }
}
