import { html, nothing, type TemplateResult } from 'lit';
import { hintText, introduction, type HintModel } from './hint.js';
import { abroadMessage, type PanelsModel } from './panels.js';
import { statusBadge } from './status-badge.js';
import { stepLine } from './steps.js';

/** What the end looks like. */
export interface DoneModel extends HintModel {
  readonly compact: boolean;
  readonly panels: PanelsModel;
}

/**
 * One calm banner in place of everything else: there is nothing left to press. It fills the space that the element had
 * before, so that nothing below it moves. It can hold the focus of the button that it replaces, without being a tab stop.
 */
export function doneBanner(model: DoneModel): TemplateResult {
  const { journey, messages, opensWindow, compact, panels } = model;
  return html`<div part="button done" class="banner" tabindex="-1">
      ${statusBadge(model, false)}
      <p part="hint" class="hint" id="hint" .textContent=${hintText(model)}></p>
      ${compact ? nothing : stepLine(journey, messages)}
    </div>
    ${
      compact
        ? nothing
        : html`<div class="reserve">
            <div class="button"></div>
            <div class="row"></div>
            <p class="hint" data-room=${introduction(messages, opensWindow)}></p>
            ${stepLine(journey, messages)}
            <div class="panels">
              ${panels.isAbroad ? abroadMessage(messages) : nothing}
              <div class="row"></div>
              ${panels.offersHandoff ? html`<div class="row"></div>` : nothing}
            </div>
          </div>`
    }<slot name="help"></slot>`;
}
