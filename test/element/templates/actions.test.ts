import { expect } from '@open-wc/testing';

import { primaryAction, secondaryAction } from '../../../src/element/templates/actions.js';
import { journeyIn, SHUT } from '../../support/journeys.js';

describe('the actions outside hours', () => {
  it('are a reminder of the next opening, also after a window that the browser blocked', () => {
    for (const after of [null, 'closed', 'severed', 'blocked', 'no-window', 'frame-failed']) {
      const journey = journeyIn('closed', { after });
      expect(primaryAction(journey), `${after}`).to.equal('start');
      expect(secondaryAction(journey), `${after}`).to.equal('remind');
    }
  });

  it('let the customer ask again where nobody knows the next opening', () => {
    const availability = { ...SHUT, reason: 'server', opensAt: null };
    expect(secondaryAction(journeyIn('closed', { availability, after: null }))).to.equal('check');
  });
});
