import { expect } from '@open-wc/testing';

import { primaryAction, secondaryAction } from '../../../src/element/templates/actions.js';
import { IN_PROGRESS, journeyIn, SHUT } from '../../support/journeys.js';

describe('secondaryAction during a call', () => {
  it('offers a refresh, and this tab where the customer probably does not see the call', () => {
    const open = journeyIn('open');
    expect(secondaryAction(open)).to.equal('check');
    expect(
      secondaryAction({ ...open, state: 'open', mode: 'popup', statusAtOpen: IN_PROGRESS, unseen: true }),
    ).to.equal('same-tab');
  });
});

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
