import { html, nothing, type TemplateResult } from 'lit';
import type { Journey } from '../../journey/journey.js';
import type { Messages, StepName } from '../../locales/messages.js';

const STEPS: readonly StepName[] = ['call', 'review', 'done'];

/** The step that the customer has reached. */
export function currentStep({ state, customer }: Journey): StepName {
  if (state === 'done') return 'done';
  return customer.phase === 'under-review' ? 'review' : 'call';
}

/** The way from the call to the end, as one quiet line. */
export function stepLine(journey: Journey, { steps }: Messages): TemplateResult {
  const current = currentStep(journey);
  return html`<ol part="steps" class="steps" role="list">
    ${STEPS.map(
      (step) =>
        html`<li
          aria-current=${step === current ? 'step' : nothing}
          data-reached=${STEPS.indexOf(step) <= STEPS.indexOf(current) ? '' : nothing}
          .textContent=${steps[step]}
        ></li>`,
    )}
  </ol>`;
}
