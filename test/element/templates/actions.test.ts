import { expect } from '@open-wc/testing';

import { primaryAction, secondaryAction } from '../../../src/element/templates/actions.js';
import { journeyIn, SHUT } from '../../support/journeys.js';

describe('primaryAction and secondaryAction outside the opening hours', () => {
  it('offer a reminder, whatever the outcome of the last attempt', () => {
    for (const lastAttempt of [null, 'closed', 'severed', 'blocked', 'no-window', 'frame-failed'] as const) {
      const journey = journeyIn('closed', { lastAttempt });
      expect(primaryAction(journey), `${lastAttempt}`).to.equal('start');
      expect(secondaryAction(journey), `${lastAttempt}`).to.equal('remind');
    }
  });

  it('offer a refresh if the next opening is unknown', () => {
    const availability = { ...SHUT, reason: 'server', opensAt: null } as const;
    expect(secondaryAction(journeyIn('closed', { availability, lastAttempt: null }))).to.equal('check');
  });
});
