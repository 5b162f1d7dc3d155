import { expect } from '@open-wc/testing';
import { isAnswered, NO_STATUS, type Journey, type JourneyAction } from '../../src/journey/journey.js';
import { transition } from '../../src/journey/transition.js';
import { FAILURE, IN_PROGRESS, journeyIn, NOT_STARTED, REJECTED, STATES } from '../support/journeys.js';

const received = (customer: Journey['customer']): JourneyAction => ({
  type: 'status-received',
  customer,
  mayMint: false,
});
const applyAll = (journey: Journey, ...actions: JourneyAction[]) => actions.reduce(transition, journey);

describe('transition, for a call that this journey did not open or does not see', () => {
  it('takes a remembered call for one that may be alive, until the first answer', () => {
    for (const [place, lastAttempt] of [
      ['window', 'severed'],
      ['phone', 'handed-off'],
    ] as const) {
      const loading = transition(journeyIn('loading'), { type: 'call-remembered', place });
      expect(loading).to.deep.equal({ ...journeyIn('loading'), lastAttempt });
      expect(transition(loading, received(IN_PROGRESS)).lastAttempt, place).to.equal(lastAttempt);
      for (const journey of STATES.filter((state) => state !== 'loading').map((state) => journeyIn(state)))
        expect(transition(journey, { type: 'call-remembered', place }), journey.state).to.equal(journey);
    }
  });

  it('warns once before a second call, in every state where the customer can press', () => {
    for (const state of ['ready', 'closed', 'checking'] as const) {
      const journey = journeyIn(state, { lastAttempt: 'severed' });
      const warned = transition(journey, { type: 'second-call-requested' });
      expect(warned).to.deep.equal({ ...journey, lastAttempt: 'warned' });
      expect(transition(warned, { type: 'second-call-requested' }), state).to.equal(warned);
    }
  });

  it('warns before a second call also where the start of another has failed', () => {
    const failed = journeyIn('error', { lastAttempt: 'severed', retry: 'start' });
    const warned = transition(failed, { type: 'second-call-requested' });
    expect(warned).to.deep.equal(journeyIn('ready', { lastAttempt: 'warned' }));
  });

  it('warns of nothing after a call that was seen to end', () => {
    for (const lastAttempt of [null, 'closed', 'ended', 'handed-off', 'blocked'] as const) {
      const journey = journeyIn('ready', { lastAttempt });
      expect(transition(journey, { type: 'second-call-requested' }), `${lastAttempt}`).to.equal(journey);
    }
  });

  it('fears that a question mints when this journey or the one that opened the call knows so', () => {
    for (const [own, origins, mayMint] of [
      [false, null, false],
      [true, null, true],
      [false, false, false],
      [false, true, true],
      [true, false, true],
    ] as const) {
      const origin = origins === null ? null : journeyIn('open', { mayMint: origins });
      const found = transition(journeyIn('ready', { mayMint: own }), {
        type: 'call-found',
        mode: 'popup',
        origin,
      });
      expect(found.mayMint, `${own}, ${origins}`).to.equal(mayMint);
    }
  });

  it('compares the outcome of a found call with the first answer, if nothing else is known', () => {
    const found = transition(journeyIn('loading'), { type: 'call-found', mode: 'popup', origin: null });
    expect(found).to.include({ state: 'open', statusAtOpen: NO_STATUS });
    const first = transition(found, received(REJECTED));
    expect(first).to.include({ state: 'open', statusAtOpen: REJECTED });
    expect(isAnswered(first)).to.equal(false);
    const second = transition(first, received(NOT_STARTED));
    expect(second, 'only the first').to.include({ statusAtOpen: REJECTED });
  });

  it('compares the outcome of a found call with what the journey that opened it knew', () => {
    const origin = journeyIn('open', { customer: NOT_STARTED });
    const found = transition(journeyIn('ready'), { type: 'call-found', mode: 'popup', origin });
    expect(transition(found, received(IN_PROGRESS))).to.include({ statusAtOpen: NOT_STARTED });
  });

  it('lets the next answer decide when a check ends without any, also if it is a failure', () => {
    const checking = journeyIn('checking', { customer: NO_STATUS });
    const loading = transition(checking, { type: 'check-timed-out' });
    expect(loading).to.deep.equal({ ...journeyIn('loading'), customer: NO_STATUS, lastAttempt: 'closed' });
    const failed = { type: 'status-failed', failure: FAILURE, userInitiated: false } as const;
    expect(applyAll(loading, failed).state).to.equal('error');
  });

  it('waits for the customer when a check ends without any answer and asking may end the call', () => {
    const checking = journeyIn('checking', { customer: NO_STATUS, lastAttempt: 'severed', mayMint: true });
    expect(transition(checking, { type: 'check-timed-out' })).to.include({
      state: 'ready',
      lastAttempt: 'severed',
    });
  });

  it('changes nothing when a call is handed to the phone again', () => {
    const handedOff = journeyIn('ready', { lastAttempt: 'handed-off' });
    expect(transition(handedOff, { type: 'handed-off' })).to.equal(handedOff);
  });
});
