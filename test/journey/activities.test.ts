import { expect } from '@open-wc/testing';

import { activitiesOf, CHECKING_PATIENCE } from '../../src/journey/activities.js';
import { journeyIn, NOT_STARTED, REJECTED, STATES, UNDER_REVIEW } from './journeys.js';

const pollIn = (...journey: Parameters<typeof journeyIn>) => activitiesOf(journeyIn(...journey)).poll;

describe('activitiesOf', () => {
  it('asks briskly while the call is up and while its outcome is awaited', () => {
    expect(pollIn('open')).to.equal('brisk');
    expect(pollIn('checking')).to.equal('brisk');
  });

  it('asks slowly while a review lasts, also outside hours', () => {
    expect(pollIn('ready', { standing: UNDER_REVIEW })).to.equal('slow');
    expect(pollIn('closed', { standing: UNDER_REVIEW })).to.equal('slow');
  });

  it('asks slowly after a call without an outcome yet, whatever the standing was before', () => {
    for (const state of ['ready', 'closed'] as const)
      for (const after of ['closed', 'severed', 'handed-off'])
        for (const standing of [NOT_STARTED, REJECTED])
          expect(pollIn(state, { after, standing }), `${state} ${after}`).to.equal('slow');
  });

  it('does not ask where no call has been, or nothing can be learnt', () => {
    for (const after of [null, 'blocked', 'no-window', 'frame-failed'])
      expect(pollIn('ready', { after }), String(after)).to.equal(null);
    for (const state of ['idle', 'loading', 'closed', 'opening', 'done', 'error'] as const)
      expect(pollIn(state), state).to.equal(null);
  });

  it('is patient for a minute, in checking alone', () => {
    expect(CHECKING_PATIENCE).to.equal(60_000);
    expect(STATES.filter((state) => activitiesOf(journeyIn(state)).patience)).to.deep.equal(['checking']);
  });
});
