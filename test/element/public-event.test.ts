import { expect } from '@open-wc/testing';

import { newJourney, type Journey, type JourneyAction } from '../../src/journey/journey.js';
import { isForEveryView, publicEventFor, failureToReport } from '../../src/element/public-event.js';
import { transition } from '../../src/journey/transition.js';
import { FAILURE, IN_PROGRESS, journeyIn, NOT_STARTED, OPEN, SHUT, UNKNOWN } from '../support/journeys.js';

const changeBy = (before: Journey, action: JourneyAction) => ({
  before,
  action,
  after: transition(before, action),
});
const eventFor = (before: Journey, action: JourneyAction) => publicEventFor(changeBy(before, action));

describe('publicEventFor', () => {
  it('is open, with the mode, when the call has opened', () => {
    const opening = journeyIn('opening', { mode: 'iframe' });
    expect(eventFor(opening, { type: 'call-opened' })).to.deep.equal({
      type: 'open',
      detail: { mode: 'iframe' },
    });
  });

  it('is close, with the reason, when a call has ended, and null for a placeholder', () => {
    const ended: JourneyAction = { type: 'call-ended', reason: 'severed', reportAs: 'popup' };
    expect(eventFor(journeyIn('open'), ended)).to.deep.equal({
      type: 'close',
      detail: { mode: 'popup', reason: 'severed' },
    });
    expect(eventFor(journeyIn('opening'), { ...ended, reportAs: null })).to.equal(null);
  });

  it('is close also when the customer was verified meanwhile, and null where another journey reports it', () => {
    const ended: JourneyAction = { type: 'call-ended', reason: 'user', reportAs: 'iframe' };
    expect(eventFor(journeyIn('done'), ended)).to.deep.equal({
      type: 'close',
      detail: { mode: 'iframe', reason: 'user' },
    });
    for (const state of ['open', 'done'] as const)
      expect(eventFor(journeyIn(state), { ...ended, reportAs: null }), state).to.equal(null);
  });

  it('is downgrade when the call was blocked', () => {
    const downgrade = { from: 'popup', to: 'popup', reason: 'popup-blocked' } as const;
    expect(eventFor(journeyIn('opening'), { type: 'call-blocked', downgrade })).to.deep.equal({
      type: 'downgrade',
      detail: downgrade,
    });
  });

  describe('when a status arrives', () => {
    const loading = transition(newJourney(OPEN), { type: 'endpoint-set' });

    it('is status-change from unknown for the first status, whatever it is', () => {
      for (const customer of [UNKNOWN, IN_PROGRESS])
        expect(eventFor(loading, { type: 'status-received', customer, mayMint: false })).to.deep.equal({
          type: 'status-change',
          detail: { ...customer.status, phase: customer.phase, previousPhase: 'unknown' },
        });
    });

    it('is status-change for each different status after it, and null for an equal one', () => {
      const journey = journeyIn('open', { customer: NOT_STARTED });
      expect(
        eventFor(journey, { type: 'status-received', customer: IN_PROGRESS, mayMint: false })?.detail,
      ).to.include({
        phase: 'in-progress',
        previousPhase: 'not-started',
      });
      expect(
        eventFor(journey, { type: 'status-received', customer: { ...NOT_STARTED }, mayMint: false }),
      ).to.equal(null);
    });

    it('is status-change for the status of a prefetched link when the link is used', () => {
      const ready = journeyIn('ready', { customer: NOT_STARTED });
      const received: JourneyAction = { type: 'link-received', customer: IN_PROGRESS };
      expect(eventFor(ready, received)).to.equal(null);
      for (const use of [{ type: 'call-started', mode: 'popup' }, { type: 'handed-off' }] as const) {
        expect(eventFor(transition(ready, received), use)?.type, use.type).to.equal('status-change');
        expect(eventFor(ready, use), use.type).to.equal(null);
      }
    });

    it('is null when the page changes its status table', () => {
      const phasesSet: JourneyAction = {
        type: 'status-phases-set',
        customer: { ...IN_PROGRESS, phase: 'rejected' },
      };
      expect(eventFor(journeyIn('ready'), phasesSet)).to.equal(null);
    });
  });

  describe('when the hours change', () => {
    const changed = (availability = SHUT): JourneyAction => ({
      type: 'hours-changed',
      availability,
      lastCall: null,
      clock: 'server',
      backendHoursExpired: false,
    });

    it('is availability-change, with the clock', () => {
      expect(eventFor(journeyIn('ready'), changed())).to.deep.equal({
        type: 'availability-change',
        detail: { ...SHUT, clock: 'server' },
      });
    });

    it('is null when only the next boundary moves', () => {
      const later = { ...OPEN, closesAt: '2026-11-23T13:30:00.000Z' };
      expect(eventFor(journeyIn('ready'), changed(later))).to.equal(null);
    });

    it('is null when the first answer corrects the hours, unless EnKash refused', () => {
      expect(eventFor(journeyIn('loading'), changed())).to.equal(null);
      const refused = { ...SHUT, reason: 'server' } as const;
      expect(eventFor(journeyIn('loading'), changed(refused))?.type).to.equal('availability-change');
    });

    it('is null when the page sets the schedule itself', () => {
      const scheduleSet: JourneyAction = { type: 'schedule-set', availability: SHUT, lastCall: null };
      expect(eventFor(journeyIn('ready'), scheduleSet)).to.equal(null);
    });
  });

  it('is null for failures', () => {
    expect(eventFor(journeyIn('opening'), { type: 'start-failed', failure: FAILURE })).to.equal(null);
  });

  it('is null for an action that meant nothing', () => {
    const downgrade = { from: 'popup', to: 'popup', reason: 'popup-blocked' } as const;
    expect(eventFor(journeyIn('ready'), { type: 'call-blocked', downgrade })).to.equal(null);
    expect(eventFor(journeyIn('open'), { type: 'call-opened' })).to.equal(null);
  });
});

describe('isForEveryView', () => {
  it('is true of status and availability, which concern every element', () => {
    const status = eventFor(journeyIn('ready'), {
      type: 'status-received',
      customer: NOT_STARTED,
      mayMint: false,
    });
    const opened = eventFor(journeyIn('opening'), { type: 'call-opened' });
    expect([status, opened].map((event) => event && isForEveryView(event))).to.deep.equal([true, false]);
  });
});

describe('failureToReport', () => {
  const failureBy = (before: Journey, action: JourneyAction) => failureToReport(changeBy(before, action));
  const failed: JourneyAction = { type: 'status-failed', failure: FAILURE, userInitiated: false };

  it('is the failure that changed the journey', () => {
    expect(failureBy(journeyIn('loading'), failed)).to.equal(FAILURE);
    expect(failureBy(journeyIn('opening'), { type: 'start-failed', failure: FAILURE })).to.equal(FAILURE);
  });

  it('is null for a failed poll, and for actions without a failure', () => {
    expect(failureBy(journeyIn('open'), failed)).to.equal(null);
    expect(failureBy(journeyIn('opening'), { type: 'start-failed', failure: null })).to.equal(null);
    expect(failureBy(journeyIn('opening'), { type: 'call-opened' })).to.equal(null);
  });

  it('is the failure of a handoff, although it does not change the journey', () => {
    expect(failureBy(journeyIn('ready'), { type: 'handoff-failed', failure: FAILURE })).to.equal(FAILURE);
  });
});
