import { html, nothing, type TemplateResult } from 'lit';
import type { Journey } from '../../journey/journey.js';
import type { Messages } from '../../locales/messages.js';

/** The step that the customer has reached: 0 is the call, 1 the review, 2 the end. */
export function currentStep({ state, customer }: Journey): 0 | 1 | 2 {
  if (state === 'done') return 2;
  return customer.phase === 'under-review' ? 1 : 0;
}

/** The way from the call to the end, as one quiet line. Written out: a list of templates needs two more nodes for each. */
export function stepLine(journey: Journey, { steps }: Messages): TemplateResult {
  const current = currentStep(journey);
  const isCurrent = (step: number) => (step === current ? 'step' : nothing);
  return html`<ol part="steps" class="steps" role="list">
    <li data-reached aria-current=${isCurrent(0)} .textContent=${steps.call}></li>
    <li ?data-reached=${current > 0} aria-current=${isCurrent(1)} .textContent=${steps.review}></li>
    <li ?data-reached=${current > 1} aria-current=${isCurrent(2)} .textContent=${steps.done}></li>
  </ol>`;
}
