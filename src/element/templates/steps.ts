import { html, nothing, type TemplateResult } from 'lit';
import type { Journey } from '../../journey/journey.js';
import type { Messages, StepName } from '../../locales/messages.js';

const STEPS: readonly StepName[] = ['call', 'review', 'done'];

/** The step that the customer has reached. */
export function currentStep({ state, customer }: Journey): StepName {
  if (state === 'done') return 'done';
  return customer.phase === 'under-review' ? 'review' : 'call';
}

/** The way from the call to the end, as one quiet line. Written out: a list of templates needs two more nodes for each. */
export function stepLine(journey: Journey, { steps }: Messages): TemplateResult {
  const current = STEPS.indexOf(currentStep(journey));
  const isCurrent = (step: number) => (step === current ? 'step' : nothing);
  return html`<ol part="steps" class="steps" role="list">
    <li data-reached aria-current=${isCurrent(0)} .textContent=${steps.call}></li>
    <li ?data-reached=${current > 0} aria-current=${isCurrent(1)} .textContent=${steps.review}></li>
    <li ?data-reached=${current > 1} aria-current=${isCurrent(2)} .textContent=${steps.done}></li>
  </ol>`;
}
