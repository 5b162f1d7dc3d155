import { expect } from '@open-wc/testing';

import { primaryAction, secondaryAction } from '../../../src/element/templates/actions.js';
import { journeyIn, SHUT } from '../../support/journeys.js';

describe('primaryAction and secondaryAction outside the opening hours', () => {
  it('offer a reminder, whatever the outcome of the last attempt', () => {
    for (const after of [null, 'closed', 'severed', 'blocked', 'no-window', 'frame-failed']) {
      const journey = journeyIn('closed', { after });
      expect(primaryAction(journey), `${after}`).to.equal('start');
      expect(secondaryAction(journey), `${after}`).to.equal('remind');
    }
  });

  it('offer a refresh if the next opening is unknown', () => {
    const availability = { ...SHUT, reason: 'server', opensAt: null };
    expect(secondaryAction(journeyIn('closed', { availability, after: null }))).to.equal('check');
  });
});
