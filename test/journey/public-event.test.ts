import { expect } from '@open-wc/testing';

import type { JourneyAction } from '../../src/journey/journey-action.js';
import { newJourney, transition, type Journey } from '../../src/journey/journey.js';
import { publicEventFor } from '../../src/journey/public-event.js';
import { FAILURE, IN_PROGRESS, journeyIn, NOT_STARTED, OPEN, SHUT, UNKNOWN } from '../support/journeys.js';

/** What the page hears of an event. */
const heard = (journey: Journey, event: JourneyAction) =>
  publicEventFor(journey, event, transition(journey, event));

describe('the page', () => {
  it('hears that the call is on screen, and how', () => {
    const opening = journeyIn('opening', { mode: 'iframe' });
    expect(heard(opening, { type: 'opened' })).to.deep.equal({ type: 'open', detail: { mode: 'iframe' } });
  });

  it('hears that a call is gone, and why, but nothing of a mere placeholder', () => {
    const gone: JourneyAction = { type: 'gone', reason: 'severed' };
    expect(heard(journeyIn('open'), gone)).to.deep.equal({
      type: 'close',
      detail: { mode: 'popup', reason: 'severed' },
    });
    expect(heard(journeyIn('opening'), gone)).to.equal(null);
  });

  it('hears of each step down', () => {
    const downgrade = { from: 'popup', to: 'popup', reason: 'popup-blocked' } as const;
    expect(heard(journeyIn('opening'), { type: 'blocked', downgrade })).to.deep.equal({
      type: 'downgrade',
      detail: downgrade,
    });
  });

  describe('on what EnKash says,', () => {
    const loading = transition(newJourney(OPEN), { type: 'endpoint-given' });

    it('hears the first standing as a change from unknown, whatever it is', () => {
      for (const standing of [UNKNOWN, IN_PROGRESS])
        expect(heard(loading, { type: 'answered', standing })).to.deep.equal({
          type: 'status-change',
          detail: { ...standing.status, phase: standing.phase, previousPhase: 'unknown' },
        });
    });

    it('hears of each change from then on, and of nothing else', () => {
      const journey = journeyIn('open', { standing: NOT_STARTED });
      expect(heard(journey, { type: 'answered', standing: IN_PROGRESS })?.detail).to.include({
        phase: 'in-progress',
        previousPhase: 'not-started',
      });
      expect(heard(journey, { type: 'answered', standing: { ...NOT_STARTED } })).to.equal(null);
    });

    it('hears what came with a link when the link is used, not before', () => {
      const ready = journeyIn('ready', { standing: NOT_STARTED });
      const minted: JourneyAction = { type: 'minted', standing: IN_PROGRESS };
      expect(heard(ready, minted)).to.equal(null);
      for (const use of [{ type: 'started', mode: 'popup' }, { type: 'handed-off' }] as const) {
        expect(heard(transition(ready, minted), use)?.type, use.type).to.equal('status-change');
        expect(heard(ready, use), use.type).to.equal(null);
      }
    });

    it('hears nothing where it only reads the messages in another way', () => {
      const configured: JourneyAction = {
        type: 'configured',
        standing: { ...IN_PROGRESS, phase: 'rejected' },
        availability: OPEN,
        lastCall: null,
      };
      expect(heard(journeyIn('ready'), configured)).to.equal(null);
    });
  });

  describe('on the hours,', () => {
    const changed = (availability = SHUT): JourneyAction => ({
      type: 'hours-changed',
      availability,
      lastCall: null,
      clock: 'server',
    });

    it('hears that they flip, and by whose clock', () => {
      expect(heard(journeyIn('ready'), changed())).to.deep.equal({
        type: 'availability-change',
        detail: { ...SHUT, clock: 'server' },
      });
    });

    it('hears nothing when only their next boundary moves', () => {
      const later = { ...OPEN, closesAt: '2026-11-23T13:30:00.000Z' };
      expect(heard(journeyIn('ready'), changed(later))).to.equal(null);
    });

    it('hears nothing when the first answer knows them better, but that EnKash refuses', () => {
      expect(heard(journeyIn('loading'), changed())).to.equal(null);
      const refused = { ...SHUT, reason: 'server' } as const;
      expect(heard(journeyIn('loading'), changed(refused))?.type).to.equal('availability-change');
    });

    it('hears nothing when it sets them itself', () => {
      const configured: JourneyAction = {
        type: 'configured',
        standing: IN_PROGRESS,
        availability: SHUT,
        lastCall: null,
      };
      expect(heard(journeyIn('ready'), configured)).to.equal(null);
    });
  });

  it('has an event of its own for failures', () => {
    expect(heard(journeyIn('opening'), { type: 'start-failed', failure: FAILURE })).to.equal(null);
  });
});
