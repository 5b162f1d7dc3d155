import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import type { JourneyAction } from '../../src/journey/journey-action.js';
import { newJourney, transition, type Journey, type State } from '../../src/journey/journey.js';
import type { Downgrade } from '../../src/launch/call-mode.js';
import {
  EXPIRED,
  FAILURE,
  IN_PROGRESS,
  journeyIn,
  NOT_STARTED,
  OPEN,
  REJECTED,
  SHUT,
  standing,
  STATES,
  UNDER_REVIEW,
  UNKNOWN,
  VERIFIED,
} from '../support/journeys.js';

const after = (journey: Journey) => ('after' in journey ? journey.after : undefined);
const follow = (journey: Journey, ...events: JourneyAction[]) => events.reduce(transition, journey);

const BLOCKED: Downgrade = { from: 'popup', to: 'popup', reason: 'popup-blocked' };

/** Every event, and the states that it changes; in all others it changes no state. */
const TABLE: readonly (readonly [JourneyAction, Partial<Record<State, State>>])[] = [
  [
    { type: 'endpoint-given' },
    {
      idle: 'loading',
      ready: 'loading',
      closed: 'loading',
      opening: 'loading',
      open: 'loading',
      checking: 'loading',
      done: 'loading',
      error: 'loading',
    },
  ],
  [{ type: 'asked-again' }, { error: 'loading' }],
  [{ type: 'returned' }, {}],
  [
    { type: 'answered', standing: IN_PROGRESS },
    { loading: 'ready', done: 'ready' },
  ],
  [
    { type: 'answered', standing: NOT_STARTED },
    { loading: 'ready', done: 'ready', checking: 'ready' },
  ],
  [
    { type: 'answered', standing: REJECTED },
    { loading: 'ready', done: 'ready', checking: 'ready' },
  ],
  [
    { type: 'answered', standing: UNDER_REVIEW },
    { loading: 'ready', done: 'ready', checking: 'ready', closed: 'ready' },
  ],
  [
    { type: 'answered', standing: VERIFIED },
    {
      loading: 'done',
      ready: 'done',
      closed: 'done',
      opening: 'done',
      open: 'done',
      checking: 'done',
      error: 'done',
    },
  ],
  [
    { type: 'minted', standing: IN_PROGRESS },
    { loading: 'ready', done: 'ready' },
  ],
  [
    { type: 'minted', standing: VERIFIED },
    { loading: 'done', closed: 'done', opening: 'done', open: 'done', checking: 'done', error: 'done' },
  ],
  [{ type: 'unanswered', failure: null, wished: false }, { loading: 'ready' }],
  [{ type: 'unanswered', failure: null, wished: true }, { loading: 'ready' }],
  [
    { type: 'unanswered', failure: FAILURE, wished: false },
    { idle: 'error', loading: 'error' },
  ],
  [
    { type: 'unanswered', failure: FAILURE, wished: true },
    { idle: 'error', loading: 'error', ready: 'error', closed: 'error' },
  ],
  [{ type: 'handed-off' }, {}],
  [{ type: 'hours-changed', availability: SHUT, lastCall: null, clock: 'server' }, { ready: 'closed' }],
  [{ type: 'hours-changed', availability: OPEN, lastCall: null, clock: 'server' }, { closed: 'ready' }],
  [
    { type: 'started', mode: 'popup' },
    {
      idle: 'opening',
      loading: 'opening',
      ready: 'opening',
      closed: 'opening',
      open: 'opening',
      checking: 'opening',
      error: 'opening',
    },
  ],
  [
    { type: 'blocked', downgrade: BLOCKED },
    { opening: 'ready', open: 'ready' },
  ],
  [{ type: 'opened' }, { opening: 'open' }],
  [{ type: 'start-failed', failure: FAILURE }, { opening: 'error' }],
  [{ type: 'start-failed', failure: null }, { opening: 'ready' }],
  [
    { type: 'gone', reason: 'user' },
    { opening: 'ready', open: 'checking' },
  ],
  [{ type: 'patience-ended' }, { checking: 'ready' }],
];

describe('transition', () => {
  for (const [event, changes] of TABLE) {
    const detail = 'standing' in event ? ` (${event.standing.phase})` : '';
    it(`knows what ${event.type}${detail} means in every state`, () => {
      for (const state of STATES)
        expect(transition(journeyIn(state), event).state, `from ${state}`).to.equal(changes[state] ?? state);
    });
  }

  it('leaves the very same journey where an event means nothing, so that nobody draws it anew', () => {
    for (const [event, changes] of TABLE)
      for (const state of STATES) {
        if (
          changes[state] ||
          ['answered', 'minted', 'handed-off', 'hours-changed', 'endpoint-given', 'started'].includes(
            event.type,
          )
        )
          continue;
        const journey = journeyIn(state);
        expect(transition(journey, event), `${event.type} in ${state}`).to.equal(journey);
      }
  });

  it('keeps what is known through every event but a new endpoint', () => {
    for (const [event] of TABLE)
      for (const state of STATES) {
        const journey = journeyIn(state);
        const next = transition(journey, event);
        if (!['answered', 'minted', 'endpoint-given'].includes(event.type))
          expect(next.standing, `${event.type} in ${state}`).to.equal(journey.standing);
        if (event.type === 'hours-changed') continue;
        expect(next.availability, `${event.type} in ${state}`).to.equal(journey.availability);
        expect(next.lastCall, `${event.type} in ${state}`).to.equal(journey.lastCall);
      }
  });

  it('forgets the customer of an endpoint when another is given', () => {
    const journey = transition(journeyIn('done'), { type: 'endpoint-given' });
    expect(journey).to.deep.equal({
      state: 'loading',
      standing: UNKNOWN,
      ahead: null,
      availability: OPEN,
      lastCall: null,
    });
  });

  describe('when the answer is in', () => {
    const answered = (journey: Journey, to: typeof IN_PROGRESS) =>
      transition(journey, { type: 'answered', standing: to });

    it('waits for opening hours, unless a review needs no call or nothing is left to do', () => {
      const loading = journeyIn('loading', { availability: SHUT });
      expect(answered(loading, IN_PROGRESS).state).to.equal('closed');
      expect(answered(loading, REJECTED).state).to.equal('closed');
      expect(answered(loading, UNDER_REVIEW).state).to.equal('ready');
      expect(answered(loading, VERIFIED).state).to.equal('done');
    });

    it('takes every phase but verified for a customer who may start', () => {
      for (const phase of [UNKNOWN, NOT_STARTED, IN_PROGRESS, UNDER_REVIEW, REJECTED, EXPIRED])
        expect(answered(journeyIn('loading'), phase).state, phase.phase).to.equal('ready');
    });

    it('brings the button back when verified is taken back', () => {
      expect(answered(journeyIn('done'), EXPIRED).state).to.equal('ready');
    });

    it('keeps the news of the standing, also in a state that waits for something else', () => {
      for (const state of STATES)
        expect(answered(journeyIn(state), EXPIRED).standing, state).to.equal(EXPIRED);
    });

    it('keeps an error on screen until the customer tries again, or need not', () => {
      for (const still of [NOT_STARTED, IN_PROGRESS, UNDER_REVIEW, REJECTED, EXPIRED])
        expect(answered(journeyIn('error'), still).state, still.phase).to.equal('error');
      expect(answered(journeyIn('error'), VERIFIED).state).to.equal('done');
    });
  });

  describe('when a call does not come about', () => {
    it('remembers why, for the next press', () => {
      const steps: readonly (readonly [Downgrade, string])[] = [
        [BLOCKED, 'blocked'],
        [{ ...BLOCKED, to: 'redirect' }, 'no-window'],
        [{ from: 'iframe', to: 'popup', reason: 'frame-empty' }, 'frame-failed'],
      ];
      for (const [downgrade, left] of steps) {
        const journey = transition(journeyIn('opening'), { type: 'blocked', downgrade });
        expect(journey).to.include({ state: 'ready', after: left });
      }
    });

    it('remembers nothing when the customer closed the placeholder', () => {
      expect(transition(journeyIn('opening'), { type: 'gone', reason: 'user' })).to.include({
        state: 'ready',
        after: null,
      });
    });

    it('shows the failure, and that trying again means to start again', () => {
      const journey = transition(journeyIn('opening'), { type: 'start-failed', failure: FAILURE });
      expect(journey).to.include({ state: 'error', failure: FAILURE, again: 'start' });
      expect(
        transition(journeyIn('loading'), { type: 'unanswered', failure: FAILURE, wished: false }),
      ).to.include({
        again: 'ask',
      });
    });

    it('is done all the same when making the link told that the customer is verified', () => {
      const journey = follow(
        journeyIn('opening'),
        { type: 'answered', standing: VERIFIED },
        { type: 'start-failed', failure: FAILURE },
      );
      expect(journey.state).to.equal('done');
    });
  });

  describe('when the window is gone', () => {
    const open = follow(
      journeyIn('ready', { standing: NOT_STARTED }),
      { type: 'started', mode: 'popup' },
      { type: 'answered', standing: IN_PROGRESS },
      { type: 'opened' },
    );
    const gone = transition(open, { type: 'gone', reason: 'user' });

    it('checks, and tells a window that was closed from one out of sight', () => {
      expect(after(gone)).to.equal('closed');
      expect(after(transition(open, { type: 'gone', reason: 'page' }))).to.equal('closed');
      expect(after(transition(open, { type: 'gone', reason: 'replaced' }))).to.equal('closed');
      expect(after(transition(open, { type: 'gone', reason: 'severed' }))).to.equal('severed');
    });

    it('does not take for an outcome that making the link put the call in progress', () => {
      const journey = transition(gone, { type: 'answered', standing: IN_PROGRESS });
      expect(journey.state).to.equal('checking');
    });

    it('ends the check with an answer that differs, and with an outcome the waiting', () => {
      for (const outcome of [UNDER_REVIEW, REJECTED, EXPIRED]) {
        const journey = transition(gone, { type: 'answered', standing: outcome });
        expect(journey, outcome.phase).to.include({ state: 'ready', after: null });
      }
    });

    it('goes on waiting after an answer that differs and settles nothing', () => {
      const news = standing('MIN_KYC_VERIFIED', 'VKYC_AGENT_LEFT');
      expect(transition(gone, { type: 'answered', standing: news })).to.include({
        state: 'ready',
        after: 'closed',
      });
    });

    it('ends the check at once with an outcome that came while the window was still open', () => {
      const journey = follow(
        open,
        { type: 'answered', standing: UNDER_REVIEW },
        { type: 'gone', reason: 'user' },
        { type: 'answered', standing: UNDER_REVIEW },
      );
      expect(journey).to.include({ state: 'ready', after: null });
    });

    it('hands the button back when patience ends, and still waits for the outcome', () => {
      const journey = transition(gone, { type: 'patience-ended' });
      expect(journey).to.include({ state: 'ready', after: 'closed' });
      const same = transition(journey, { type: 'answered', standing: IN_PROGRESS });
      expect(after(same)).to.equal('closed');
      const outcome = transition(same, { type: 'answered', standing: REJECTED });
      expect(after(outcome)).to.equal(null);
    });

    it('does not take the outcome of the call before for that of this one', () => {
      const journey = follow(
        journeyIn('ready', { standing: REJECTED }),
        { type: 'started', mode: 'popup' },
        { type: 'opened' },
        { type: 'gone', reason: 'user' },
        { type: 'answered', standing: REJECTED },
      );
      expect(journey.state).to.equal('checking');
      const later = follow(journey, { type: 'patience-ended' }, { type: 'answered', standing: REJECTED });
      expect(later).to.include({ state: 'ready', after: 'closed' });
    });

    it('hands back a closed button when EnKash closed meanwhile', () => {
      const journey = follow(
        gone,
        { type: 'hours-changed', availability: SHUT, lastCall: null, clock: 'server' },
        { type: 'patience-ended' },
      );
      expect(journey).to.include({ state: 'closed', after: 'closed' });
    });
  });

  describe('when a link is made ahead of the click', () => {
    const ahead = transition(journeyIn('ready', { standing: NOT_STARTED }), {
      type: 'minted',
      standing: IN_PROGRESS,
    });

    it('keeps for itself what came with it', () => {
      expect(ahead.standing).to.equal(NOT_STARTED);
    });

    it('heeds it when the customer uses the link, here or on the phone', () => {
      for (const use of [{ type: 'started', mode: 'popup' }, { type: 'handed-off' }] as const)
        expect(transition(ahead, use).standing, use.type).to.equal(IN_PROGRESS);
    });

    it('is done at the click, without a call, if it says that the customer is verified', () => {
      const verified = transition(journeyIn('ready'), { type: 'minted', standing: VERIFIED });
      expect(verified.state).to.equal('ready');
      expect(transition(verified, { type: 'started', mode: 'popup' }).state).to.equal('done');
    });

    it('forgets it for a later answer', () => {
      const journey = follow(
        ahead,
        { type: 'answered', standing: REJECTED },
        { type: 'started', mode: 'popup' },
      );
      expect(journey.standing).to.equal(REJECTED);
    });
  });

  describe('when the page sets it anew', () => {
    const configured = (journey: Journey, change: object) =>
      transition(journey, { ...journey, ...change, type: 'configured' });

    it("reads EnKash's names in the new way in every state that has an answer", () => {
      for (const state of ['ready', 'closed', 'opening', 'open', 'checking', 'error'] as const)
        expect(configured(journeyIn(state), { standing: VERIFIED }).state, state).to.equal('done');
      expect(configured(journeyIn('done'), { standing: IN_PROGRESS }).state).to.equal('ready');
      for (const state of ['idle', 'loading'] as const) {
        const journey = journeyIn(state);
        expect(configured(journey, { standing: VERIFIED }), state).to.equal(journey);
      }
    });

    it('keeps what the last call left behind', () => {
      const journey = journeyIn('ready', { after: 'severed' });
      expect(after(configured(journey, { standing: REJECTED }))).to.equal('severed');
    });

    it('goes by the new hours, as far as the state minds them', () => {
      expect(configured(journeyIn('ready'), { availability: SHUT }).state).to.equal('closed');
      expect(configured(journeyIn('open'), { availability: SHUT })).to.include({
        state: 'open',
        availability: SHUT,
      });
      expect(configured(journeyIn('ready'), { lastCall: 5 }).lastCall).to.equal(5);
    });

    it('stays the very same journey when nothing is new', () => {
      for (const state of STATES) {
        const journey = journeyIn(state);
        expect(configured(journey, {}), state).to.equal(journey);
      }
    });
  });

  it('starts afresh on coming back to a tab that had gone to the call itself', () => {
    for (const state of ['opening', 'open'] as const) {
      expect(transition(journeyIn(state, { mode: 'redirect' }), { type: 'returned' }).state).to.equal(
        'loading',
      );
      for (const mode of ['popup', 'iframe', 'host'])
        expect(transition(journeyIn(state, { mode }), { type: 'returned' }).state, mode).to.equal(state);
    }
  });

  it('never closes the button in a review, nor a call that is up, when EnKash closes', () => {
    const close: JourneyAction = {
      type: 'hours-changed',
      availability: SHUT,
      lastCall: null,
      clock: 'server',
    };
    expect(transition(journeyIn('ready', { standing: UNDER_REVIEW }), close).state).to.equal('ready');
    for (const state of ['opening', 'open', 'checking'] as const) {
      const journey = transition(journeyIn(state), close);
      expect(journey.state).to.equal(state);
      expect(journey.availability).to.equal(SHUT);
    }
  });

  it('offers no second try of a start outside hours, but the next opening', () => {
    const close: JourneyAction = {
      type: 'hours-changed',
      availability: SHUT,
      lastCall: null,
      clock: 'server',
    };
    expect(transition(journeyIn('error', { again: 'start' }), close).state).to.equal('closed');
    expect(transition(journeyIn('error', { again: 'ask' }), close).state).to.equal('error');
    const late = journeyIn('opening', { availability: SHUT });
    expect(transition(late, { type: 'start-failed', failure: FAILURE }).state).to.equal('closed');
  });

  it('leaves a call that goes on elsewhere to the phone, until its outcome is known', () => {
    const handedOff = transition(journeyIn('ready'), { type: 'handed-off' });
    expect(after(handedOff)).to.equal('handed-off');
    expect(after(transition(handedOff, { type: 'answered', standing: IN_PROGRESS }))).to.equal('handed-off');
    expect(after(transition(handedOff, { type: 'answered', standing: UNDER_REVIEW }))).to.equal(null);
  });

  it('keeps through opening hours what the last call left behind', () => {
    const journey = follow(
      journeyIn('ready', { after: 'severed' }),
      { type: 'hours-changed', availability: SHUT, lastCall: null, clock: 'server' },
      { type: 'hours-changed', availability: OPEN, lastCall: null, clock: 'server' },
    );
    expect(after(journey)).to.equal('severed');
  });

  describe('whatever happens, in whatever order,', () => {
    const anyEvent = fc.constantFrom(
      ...TABLE.map(([event]) => event),
      ...[UNKNOWN, EXPIRED].map((to): JourneyAction => ({ type: 'answered', standing: to })),
      ...(['iframe', 'redirect', 'host'] as const).map((mode): JourneyAction => ({ type: 'started', mode })),
      ...(['severed', 'page', 'replaced'] as const).map((reason): JourneyAction => ({
        type: 'gone',
        reason,
      })),
    );
    const always = (holds: (journey: Journey) => void) =>
      fc.assert(
        fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
          events.reduce(
            (journey, event) => {
              const next = transition(journey, event);
              holds(next);
              return next;
            },
            transition(newJourney(SHUT), { type: 'endpoint-given' }),
          );
        }),
        { numRuns: 500 },
      );

    it('is done only when verified', () => {
      always(({ state, standing: { phase } }) => {
        if (state === 'done') expect(phase).to.equal('verified');
      });
    });

    it('offers a verified customer no call', () => {
      always(({ state, standing: { phase } }) => {
        if (phase === 'verified') expect(['ready', 'closed', 'opening', 'open']).not.to.include(state);
      });
    });

    it('is ready only while EnKash is open or the customer under review, and closed only otherwise', () => {
      always(({ state, availability, standing: { phase } }) => {
        const canWork = availability.open || phase === 'under-review';
        if (state === 'ready') expect(canWork).to.equal(true);
        if (state === 'closed') expect(canWork).to.equal(false);
      });
    });

    it('never changes a journey in place', () => {
      fc.assert(
        fc.property(fc.constantFrom(...STATES), anyEvent, (state, event) => {
          const journey = Object.freeze(journeyIn(state));
          expect(() => transition(journey, event)).not.to.throw();
        }),
      );
    });
  });
});
