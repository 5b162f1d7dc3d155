import { expect, fixture, html } from '@open-wc/testing';
import { currentStep, stepLine } from '../../../src/element/templates/steps.js';
import en from '../../../src/locales/en.js';
import { EXPIRED, journeyIn, REJECTED, STATES, UNDER_REVIEW } from '../../support/journeys.js';

const [CALL, REVIEW, END] = [0, 1, 2];

describe('currentStep', () => {
  it('is the call until it has been made, and again after a rejection or an expiry', () => {
    for (const state of STATES.filter((known) => known !== 'done'))
      expect(currentStep(journeyIn(state)), state).to.equal(CALL);
    for (const customer of [REJECTED, EXPIRED])
      expect(currentStep(journeyIn('ready', { customer }))).to.equal(CALL);
  });

  it('is the review while EnKash reviews, and done only when verified', () => {
    expect(currentStep(journeyIn('ready', { customer: UNDER_REVIEW }))).to.equal(REVIEW);
    expect(currentStep(journeyIn('open', { customer: UNDER_REVIEW }))).to.equal(REVIEW);
    expect(currentStep(journeyIn('done'))).to.equal(END);
  });
});

describe('stepLine', () => {
  it('lists the three steps, and marks the current one and those before it', async () => {
    const journey = journeyIn('ready', { customer: UNDER_REVIEW });
    const host = await fixture<HTMLElement>(html`<div>${stepLine(journey, en)}</div>`);
    const items = [...host.querySelectorAll('li')];
    expect(items.map(({ textContent }) => textContent)).to.deep.equal(Object.values(en.steps));
    expect(items.map((item) => item.getAttribute('aria-current'))).to.deep.equal([null, 'step', null]);
    expect(items.map((item) => item.hasAttribute('data-reached'))).to.deep.equal([true, true, false]);
  });
});
