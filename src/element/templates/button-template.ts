import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { HandoffWay } from '../../handoff/handoff-ways.js';
import type { Journey } from '../../journey/journey.js';
import type { ActionName } from '../../locales/messages.js';
import { leadsToCall, primaryAction, secondaryAction } from './actions.js';
import { checklistPanel, findingsText } from './checklist.js';
import { handoffNews, handoffPanel } from './handoff.js';
import { hintOf } from './hint.js';
import { drawings, icon, type IconName } from './icons.js';
import type { Language } from '../language.js';
import type { OpeningTime } from './opening-time.js';
import type { PanelsModel } from '../panels.js';

/** All that the view shows, and in which language. */
export interface Model extends Language {
  readonly journey: Journey;
  readonly opening: OpeningTime | null;
  /** The last moment to start a call, while it is near. */
  readonly closing: OpeningTime | null;
  /** What is open below. */
  readonly panels: PanelsModel;
  /** The ways to the phone; null where the page offers none. */
  readonly handoffWays: readonly HandoffWay[] | null;
  /** The customer has asked where they stand, and waits for the answer. */
  readonly asking: boolean;
  /** A call would open in a window of its own. */
  readonly inWindow: boolean;
  /** The page's veto. */
  readonly disabled: boolean;
}

/** What the customer does with it. */
export interface Hands {
  readonly act: (action: ActionName) => void;
  /** The customer's hand nears the button. */
  readonly intent: () => void;
}

/** The drawing on the button, where that is not the call it leads to. */
const DRAWINGS: { readonly [Action in ActionName]?: IconName } = {
  check: 'ask',
  retry: 'ask',
  done: 'tick',
};

/** Draws a model, and what the live region says. Pure: the same model gives the same picture. */
export function view(model: Model, announcement: string, { act, intent }: Hands): TemplateResult {
  const { journey, messages, lang, dir, disabled } = model;
  const { state } = journey;
  const action = primaryAction(journey);
  const second = secondaryAction(journey);
  const busy = model.asking || state === 'loading' || state === 'opening' || state === 'checking';
  const off = state === 'idle' || state === 'closed' || state === 'done';
  return html`<div part="base" class="base" lang=${lang} dir=${dir}>
    <button
      part="button"
      class=${action === 'check' ? 'button quiet' : 'button'}
      type="button"
      aria-describedby="hint"
      aria-disabled=${off ? 'true' : nothing}
      aria-busy=${busy ? 'true' : nothing}
      ?disabled=${disabled}
      @click=${() => act(action)}
      @pointerenter=${intent}
      @focus=${intent}
      @touchstart=${{ handleEvent: intent, passive: true }}
    >
      <span class="face"
        ><span part=${busy ? 'spinner' : 'icon'} class=${busy ? 'spinner' : nothing}
          ><svg viewBox="0 0 20 20" aria-hidden="true">
            <path d=${busy ? nothing : drawings[DRAWINGS[action] ?? 'camera']}></path></svg></span
        ><span part="label"
          ><slot name=${action === 'start' || action === 'resume' ? nothing : 'unused'}
            >${messages.actions[action]}</slot
          ></span
        ></span
      >
    </button>
    <div class="row">
      ${badge(model)}
      ${
        second
          ? // one that stays and is set anew at the end of its line would count as moved
            keyed(
              second,
              html`<button class="second" type="button" @click=${() => act(second)}>${messages.actions[second]}</button>`,
            )
          : nothing
      }
    </div>
    <p part=${state === 'error' ? 'error' : 'hint'} class="hint" id="hint">${hintText(model)}</p>
    ${panels(model, act)}
    <div class="spoken" role="status">${announcement}</div>
    <slot name="help"></slot>
  </div>`;
}

/** The panels keep their room where they mean nothing, so that nothing below the element moves. */
function panels(model: Model, act: (action: ActionName) => void): TemplateResult {
  const { journey, messages, handoffWays: ways } = model;
  const { checklist, handoff } = model.panels;
  return html`<div class="panels" ?inert=${!leadsToCall(journey)}>
    ${checklistPanel({ messages, open: checklist !== null, findings: checklist?.findings ?? null }, { act })}
    ${ways ? handoffPanel({ messages, handoff, ways }, { act }) : nothing}
  </div>`;
}

/** What is new in the panels, for the live region; empty when nothing is. */
export function panelNews({ messages, panels: { checklist, handoff }, handoffWays: ways }: Model): string {
  if (checklist) return findingsText({ messages, open: true, findings: checklist.findings });
  return ways ? handoffNews({ messages, handoff, ways }) : '';
}

/** What the live region says of a model: where the customer stands, and what comes next. */
export function spokenParts(model: Model): readonly string[] {
  return [isKnown(model.journey) ? `${badgeText(model)}.` : '', hintText(model)];
}

/** The sentence below the button, also when the page itself has turned the button off. */
function hintText({ journey, messages, opening, closing, inWindow, disabled }: Model): string {
  return disabled ? messages.hints.idle : hintOf(journey, messages, opening, closing, inWindow);
}

function badge(model: Model) {
  const { state } = model.journey;
  if (!isKnown(model.journey)) return state === 'loading' ? html`<span class="badge ghost"></span>` : nothing;
  const { phase } = model.journey.customer;
  return html`<span part="badge" class="badge" data-phase=${phase}
    >${icon(phase)}<span>${badgeText(model)}</span></span
  >`;
}

/**
 * In English, EnKash's own label of what decided the phase, where there is one; elsewhere the language's word for the
 * phase. Without a sub-status there was no video KYC yet, and the label of the lesser KYC before it would only mislead.
 */
function badgeText({ journey, messages, lang }: Model): string {
  const { status, phase } = journey.customer;
  if (lang.split('-')[0] !== 'en') return messages.phases[phase];
  const decisive = phase === 'verified' ? status.kycStatus : status.kycSubStatus;
  const stranger = phase === 'unknown' ? status.kycStatus : null;
  return (decisive ?? stranger)?.label ?? messages.phases[phase];
}

/** Whether EnKash has said anything of the customer yet. */
function isKnown({ customer: { status } }: Journey): boolean {
  return status.kycStatus !== null || status.kycSubStatus !== null;
}
