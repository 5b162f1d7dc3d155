import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import {
  newJourney,
  type CustomerStatus,
  type Hours,
  type Journey,
  type JourneyAction,
  type State,
} from '../../src/journey/journey.js';
import { transition } from '../../src/journey/transition.js';
import type { Downgrade } from '../../src/launch/call-mode.js';
import type { CloseReason } from '../../src/launch/page-calls.js';
import {
  EXPIRED,
  FAILURE,
  IN_PROGRESS,
  journeyIn,
  NOT_STARTED,
  OPEN,
  REJECTED,
  SHUT,
  STATES,
  statusWith,
  UNDER_REVIEW,
  UNKNOWN,
  VERIFIED,
} from '../support/journeys.js';

const lastAttempt = (journey: Journey) => ('lastAttempt' in journey ? journey.lastAttempt : undefined);
const applyAll = (journey: Journey, ...actions: JourneyAction[]) => actions.reduce(transition, journey);

const BLOCKED: Downgrade = { from: 'popup', to: 'popup', reason: 'popup-blocked' };

/** Every action, and the states that it changes; in all others it changes no state. */
const TABLE: readonly (readonly [JourneyAction, Partial<Record<State, State>>])[] = [
  [
    { type: 'endpoint-set' },
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
  [{ type: 'refresh-requested' }, { error: 'loading' }],
  [{ type: 'page-restored' }, {}],
  [
    { type: 'status-received', customer: IN_PROGRESS, mayMint: false },
    { loading: 'ready', done: 'ready', error: 'ready' },
  ],
  [
    { type: 'status-received', customer: NOT_STARTED, mayMint: false },
    { loading: 'ready', done: 'ready', checking: 'ready', error: 'ready' },
  ],
  [
    { type: 'status-received', customer: REJECTED, mayMint: false },
    { loading: 'ready', done: 'ready', checking: 'ready', error: 'ready' },
  ],
  [
    { type: 'status-received', customer: UNDER_REVIEW, mayMint: false },
    { loading: 'ready', done: 'ready', checking: 'ready', closed: 'ready', error: 'ready' },
  ],
  [
    { type: 'status-received', customer: VERIFIED, mayMint: false },
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
    { type: 'link-received', customer: IN_PROGRESS },
    { loading: 'ready', done: 'ready', error: 'ready' },
  ],
  [
    { type: 'link-received', customer: VERIFIED },
    { loading: 'done', closed: 'done', opening: 'done', open: 'done', checking: 'done', error: 'done' },
  ],
  [{ type: 'status-failed', failure: null, userInitiated: false }, { loading: 'ready' }],
  [{ type: 'status-failed', failure: null, userInitiated: true }, { loading: 'ready' }],
  [
    { type: 'status-failed', failure: FAILURE, userInitiated: false },
    { idle: 'error', loading: 'error' },
  ],
  [
    { type: 'status-failed', failure: FAILURE, userInitiated: true },
    { idle: 'error', loading: 'error', ready: 'error', closed: 'error' },
  ],
  [{ type: 'handed-off' }, {}],
  [{ type: 'handoff-failed', failure: FAILURE }, {}],
  [{ type: 'closed-by-server', opensAt: null }, {}],
  [
    {
      type: 'hours-changed',
      availability: SHUT,
      lastCall: null,
      clock: 'server',
      backendHoursExpired: false,
    },
    { ready: 'closed' },
  ],
  [
    {
      type: 'hours-changed',
      availability: OPEN,
      lastCall: null,
      clock: 'server',
      backendHoursExpired: false,
    },
    { closed: 'ready' },
  ],
  [
    { type: 'call-started', mode: 'popup' },
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
    { type: 'call-blocked', downgrade: BLOCKED },
    { opening: 'ready', checking: 'ready' },
  ],
  [{ type: 'call-opened' }, { opening: 'open' }],
  [{ type: 'call-unseen' }, { open: 'open' }],
  [{ type: 'start-failed', failure: FAILURE }, { opening: 'error' }],
  [{ type: 'start-failed', failure: null }, { opening: 'ready' }],
  [
    { type: 'call-ended', reason: 'user', reportAs: 'popup' },
    { opening: 'ready', open: 'checking' },
  ],
  [
    { type: 'call-found', mode: 'popup', origin: null },
    { loading: 'open', ready: 'open', closed: 'open', checking: 'open', error: 'open' },
  ],
  [{ type: 'check-timed-out' }, { checking: 'ready' }],
];

describe('transition', () => {
  for (const [action, changes] of TABLE) {
    const detail = 'customer' in action ? ` (${action.customer.phase})` : '';
    it(`${action.type}${detail} leads to the expected state from every state`, () => {
      for (const state of STATES)
        expect(transition(journeyIn(state), action).state, `from ${state}`).to.equal(changes[state] ?? state);
    });
  }

  it('returns the same object where an action has no effect, so that nothing re-renders', () => {
    for (const [action, changes] of TABLE)
      for (const state of STATES) {
        if (
          changes[state] ||
          [
            'status-received',
            'link-received',
            'handed-off',
            'hours-changed',
            'endpoint-set',
            'call-started',
          ].includes(action.type)
        )
          continue;
        const journey = journeyIn(state);
        expect(transition(journey, action), `${action.type} in ${state}`).to.equal(journey);
      }
  });

  it('keeps status and hours through every action but a new endpoint', () => {
    for (const [action] of TABLE)
      for (const state of STATES) {
        const journey = journeyIn(state);
        const next = transition(journey, action);
        if (!['status-received', 'link-received', 'endpoint-set'].includes(action.type))
          expect(next.customer, `${action.type} in ${state}`).to.equal(journey.customer);
        if (action.type === 'hours-changed') continue;
        expect(next.availability, `${action.type} in ${state}`).to.equal(journey.availability);
        expect(next.lastCall, `${action.type} in ${state}`).to.equal(journey.lastCall);
      }
  });

  it('forgets the customer when another endpoint is set', () => {
    const journey = transition(journeyIn('done'), { type: 'endpoint-set' });
    expect(journey).to.deep.equal({
      state: 'loading',
      customer: UNKNOWN,
      prefetchedStatus: null,
      lastAttempt: null,
      mayMint: false,
      availability: OPEN,
      lastCall: null,
    });
  });

  describe('status-received', () => {
    const answered = (journey: Journey, to: typeof IN_PROGRESS) =>
      transition(journey, { type: 'status-received', customer: to, mayMint: false });

    it('is closed outside hours, unless the customer is under review or verified', () => {
      const loading = journeyIn('loading', { availability: SHUT });
      expect(answered(loading, IN_PROGRESS).state).to.equal('closed');
      expect(answered(loading, REJECTED).state).to.equal('closed');
      expect(answered(loading, UNDER_REVIEW).state).to.equal('ready');
      expect(answered(loading, VERIFIED).state).to.equal('done');
    });

    it('is ready in every phase but verified', () => {
      for (const phase of [UNKNOWN, NOT_STARTED, IN_PROGRESS, UNDER_REVIEW, REJECTED, EXPIRED])
        expect(answered(journeyIn('loading'), phase).state, phase.phase).to.equal('ready');
    });

    it('is ready again when the customer is no longer verified', () => {
      expect(answered(journeyIn('done'), EXPIRED).state).to.equal('ready');
    });

    it('stores the status in every state', () => {
      for (const state of STATES)
        expect(answered(journeyIn(state), EXPIRED).customer, state).to.equal(EXPIRED);
    });

    it('ends the error of a request, and keeps that of a start until the customer retries or is verified', () => {
      const failedStart = journeyIn('error', { retry: 'start' });
      for (const next of [NOT_STARTED, IN_PROGRESS, UNDER_REVIEW, REJECTED, EXPIRED]) {
        expect(answered(journeyIn('error'), next).state, next.phase).to.equal('ready');
        expect(answered(failedStart, next).state, next.phase).to.equal('error');
      }
      expect(answered(failedStart, VERIFIED).state).to.equal('done');
    });
  });

  describe('when a call does not open', () => {
    it('stores the reason for the next press', () => {
      const steps: readonly (readonly [Downgrade, string])[] = [
        [BLOCKED, 'blocked'],
        [{ ...BLOCKED, to: 'redirect' }, 'no-window'],
        [{ from: 'iframe', to: 'popup', reason: 'frame-empty' }, 'frame-failed'],
      ];
      for (const [downgrade, left] of steps) {
        const journey = transition(journeyIn('opening'), { type: 'call-blocked', downgrade });
        expect(journey).to.include({ state: 'ready', lastAttempt: left });
      }
    });

    it('stores no reason when the customer closed the placeholder', () => {
      expect(
        transition(journeyIn('opening'), { type: 'call-ended', reason: 'user', reportAs: 'popup' }),
      ).to.include({
        state: 'ready',
        lastAttempt: null,
      });
    });

    it('stores the failure, and that a retry starts a call', () => {
      const journey = transition(journeyIn('opening'), { type: 'start-failed', failure: FAILURE });
      expect(journey).to.include({ state: 'error', failure: FAILURE, retry: 'start' });
      expect(
        transition(journeyIn('loading'), { type: 'status-failed', failure: FAILURE, userInitiated: false }),
      ).to.include({
        retry: 'refresh',
      });
    });

    it('is done when the answer to the mint request says that the customer is verified', () => {
      const journey = applyAll(
        journeyIn('opening'),
        { type: 'status-received', customer: VERIFIED, mayMint: false },
        { type: 'start-failed', failure: FAILURE },
      );
      expect(journey.state).to.equal('done');
    });
  });

  describe('when the window is gone', () => {
    const open = applyAll(
      journeyIn('ready', { customer: NOT_STARTED }),
      { type: 'call-started', mode: 'popup' },
      { type: 'status-received', customer: IN_PROGRESS, mayMint: false },
      { type: 'call-opened' },
    );
    const checking = transition(open, { type: 'call-ended', reason: 'user', reportAs: 'popup' });

    it('checks, and distinguishes a closed window from a severed one', () => {
      expect(lastAttempt(checking)).to.equal('closed');
      const ended = (reason: CloseReason, from: Journey = open) =>
        lastAttempt(transition(from, { type: 'call-ended', reason, reportAs: null }));
      expect(ended('severed')).to.equal('severed');
      expect(ended('page'), 'the page gives up a window, but cannot close it').to.equal('severed');
      for (const [mode, reason] of [
        ['iframe', 'page'],
        ['iframe', 'replaced'],
        ['host', 'user'],
        ['host', 'page'],
      ] as const)
        expect(ended(reason, journeyIn('open', { mode })), `${mode} ${reason}`).to.equal('closed');
    });

    it('is ready at once when the customer has chosen to end the call, and still awaits an outcome', () => {
      const ended = transition(journeyIn('open', { mode: 'iframe' }), {
        type: 'call-ended',
        reason: 'user',
        reportAs: 'iframe',
      });
      expect(ended).to.include({ state: 'ready', lastAttempt: 'ended' });
      const outcome = { type: 'status-received', customer: UNDER_REVIEW, mayMint: false } as const;
      expect(transition(ended, outcome)).to.include({ state: 'ready', lastAttempt: null });
    });

    it('is ready, with nothing left to await, when the outcome arrived during the call', () => {
      for (const mode of ['popup', 'iframe', 'host'] as const)
        for (const customer of [UNDER_REVIEW, REJECTED, EXPIRED])
          for (const reason of ['user', 'page', 'severed'] as const) {
            const journey = applyAll(
              journeyIn('open', { mode }),
              { type: 'status-received', customer, mayMint: false },
              { type: 'call-ended', reason, reportAs: mode },
            );
            expect(journey, `${mode} ${reason}`).to.include({ state: 'ready', lastAttempt: null });
          }
    });

    it('is still checking when only the minting changed the status', () => {
      const journey = transition(checking, {
        type: 'status-received',
        customer: IN_PROGRESS,
        mayMint: false,
      });
      expect(journey.state).to.equal('checking');
    });

    it('is ready, with nothing left to await, on an outcome', () => {
      for (const outcome of [UNDER_REVIEW, REJECTED, EXPIRED]) {
        const journey = transition(checking, { type: 'status-received', customer: outcome, mayMint: false });
        expect(journey, outcome.phase).to.include({ state: 'ready', lastAttempt: null });
      }
    });

    it('is ready, but still awaits the outcome, on a different status that is not settled', () => {
      const other = statusWith('MIN_KYC_VERIFIED', 'VKYC_AGENT_LEFT');
      expect(transition(checking, { type: 'status-received', customer: other, mayMint: false })).to.include({
        state: 'ready',
        lastAttempt: 'closed',
      });
    });

    it('ends the check on the next answer when the outcome arrived during the call', () => {
      const journey = applyAll(
        open,
        { type: 'status-received', customer: UNDER_REVIEW, mayMint: false },
        { type: 'call-ended', reason: 'user', reportAs: 'popup' },
        { type: 'status-received', customer: UNDER_REVIEW, mayMint: false },
      );
      expect(journey).to.include({ state: 'ready', lastAttempt: null });
    });

    it('is ready after check-timed-out, and still awaits the outcome', () => {
      const journey = transition(checking, { type: 'check-timed-out' });
      expect(journey).to.include({ state: 'ready', lastAttempt: 'closed' });
      const same = transition(journey, { type: 'status-received', customer: IN_PROGRESS, mayMint: false });
      expect(lastAttempt(same)).to.equal('closed');
      const outcome = transition(same, { type: 'status-received', customer: REJECTED, mayMint: false });
      expect(lastAttempt(outcome)).to.equal(null);
    });

    it('does not mistake the outcome of the previous call for that of this one', () => {
      const journey = applyAll(
        journeyIn('ready', { customer: REJECTED }),
        { type: 'call-started', mode: 'popup' },
        { type: 'call-opened' },
        { type: 'call-ended', reason: 'user', reportAs: 'popup' },
        { type: 'status-received', customer: REJECTED, mayMint: false },
      );
      expect(journey.state).to.equal('checking');
      const later = applyAll(
        journey,
        { type: 'check-timed-out' },
        { type: 'status-received', customer: REJECTED, mayMint: false },
      );
      expect(later).to.include({ state: 'ready', lastAttempt: 'closed' });
    });

    it('is closed after check-timed-out when EnKash closed meanwhile', () => {
      const journey = applyAll(
        checking,
        {
          type: 'hours-changed',
          availability: SHUT,
          lastCall: null,
          clock: 'server',
          backendHoursExpired: false,
        },
        { type: 'check-timed-out' },
      );
      expect(journey).to.include({ state: 'closed', lastAttempt: 'closed' });
    });
  });

  describe('when a link was prefetched', () => {
    const prefetched = transition(journeyIn('ready', { customer: NOT_STARTED }), {
      type: 'link-received',
      customer: IN_PROGRESS,
    });

    it('does not apply its status', () => {
      expect(prefetched.customer).to.equal(NOT_STARTED);
    });

    it('applies its status when the customer uses the link, here or on the phone', () => {
      for (const use of [{ type: 'call-started', mode: 'popup' }, { type: 'handed-off' }] as const)
        expect(transition(prefetched, use).customer, use.type).to.equal(IN_PROGRESS);
    });

    it('is done at the click, without a call, if the customer is verified', () => {
      const verified = transition(journeyIn('ready'), { type: 'link-received', customer: VERIFIED });
      expect(verified.state).to.equal('ready');
      expect(transition(verified, { type: 'call-started', mode: 'popup' }).state).to.equal('done');
    });

    it('discards its status for a later answer', () => {
      const journey = applyAll(
        prefetched,
        { type: 'status-received', customer: REJECTED, mayMint: false },
        { type: 'call-started', mode: 'popup' },
      );
      expect(journey.customer).to.equal(REJECTED);
    });
  });

  describe('when the page changes its settings', () => {
    const setPhases = (journey: Journey, customer: CustomerStatus) =>
      transition(journey, { type: 'status-phases-set', customer });
    const setSchedule = (journey: Journey, change: Partial<Hours>) =>
      transition(journey, {
        type: 'schedule-set',
        availability: journey.availability,
        lastCall: journey.lastCall,
        ...change,
      });

    it('applies a new phase in every state that has an answer', () => {
      for (const state of ['ready', 'closed', 'opening', 'open', 'checking', 'error'] as const)
        expect(setPhases(journeyIn(state), VERIFIED).state, state).to.equal('done');
      expect(setPhases(journeyIn('done'), IN_PROGRESS).state).to.equal('ready');
      for (const state of ['idle', 'loading'] as const) {
        const journey = journeyIn(state);
        expect(setPhases(journey, VERIFIED), state).to.equal(journey);
      }
    });

    it('keeps the last attempt', () => {
      const journey = journeyIn('ready', { lastAttempt: 'severed' });
      expect(lastAttempt(setPhases(journey, REJECTED))).to.equal('severed');
    });

    it('applies new hours where they concern the state', () => {
      expect(setSchedule(journeyIn('ready'), { availability: SHUT }).state).to.equal('closed');
      expect(setSchedule(journeyIn('open'), { availability: SHUT })).to.include({
        state: 'open',
        availability: SHUT,
      });
      expect(setSchedule(journeyIn('ready'), { lastCall: 5 }).lastCall).to.equal(5);
    });

    it('returns the same object when nothing changed', () => {
      for (const state of STATES) {
        const journey = journeyIn(state);
        expect(setPhases(journey, { ...journey.customer }), state).to.equal(journey);
        expect(setSchedule(journey, {}), state).to.equal(journey);
      }
    });
  });

  it('waits for the customer again when the tab was not left, and knows that an app may show the call', () => {
    const open = journeyIn('open', { mode: 'redirect' });
    for (const [reason, attempt] of [
      ['user', null],
      ['page', null],
      ['severed', 'severed'],
    ] as const) {
      const journey = transition(open, { type: 'call-ended', reason, reportAs: null });
      expect(journey.state, reason).to.equal('ready');
      expect(lastAttempt(journey), reason).to.equal(attempt);
    }
  });

  it('notes once that the customer probably does not see an open call', () => {
    const unseen = transition(journeyIn('open'), { type: 'call-unseen' });
    expect(unseen).to.include({ state: 'open', unseen: true });
    expect(transition(unseen, { type: 'call-unseen' })).to.equal(unseen);
  });

  it('loads again when a tab that showed the call itself is restored', () => {
    for (const state of ['opening', 'open'] as const) {
      expect(transition(journeyIn(state, { mode: 'redirect' }), { type: 'page-restored' }).state).to.equal(
        'loading',
      );
      for (const mode of ['popup', 'iframe', 'host'] as const)
        expect(transition(journeyIn(state, { mode }), { type: 'page-restored' }).state, mode).to.equal(state);
    }
  });

  it('stays ready under review, and keeps an open call, when EnKash closes', () => {
    const close: JourneyAction = {
      type: 'hours-changed',
      availability: SHUT,
      lastCall: null,
      clock: 'server',
      backendHoursExpired: false,
    };
    expect(transition(journeyIn('ready', { customer: UNDER_REVIEW }), close).state).to.equal('ready');
    for (const state of ['opening', 'open', 'checking'] as const) {
      const journey = transition(journeyIn(state), close);
      expect(journey.state).to.equal(state);
      expect(journey.availability).to.equal(SHUT);
    }
  });

  it('offers no retry of a start outside hours, but the next opening', () => {
    const close: JourneyAction = {
      type: 'hours-changed',
      availability: SHUT,
      lastCall: null,
      clock: 'server',
      backendHoursExpired: false,
    };
    expect(transition(journeyIn('error', { retry: 'start' }), close).state).to.equal('closed');
    expect(transition(journeyIn('error', { retry: 'refresh' }), close).state).to.equal('error');
    const late = journeyIn('opening', { availability: SHUT });
    expect(transition(late, { type: 'start-failed', failure: FAILURE }).state).to.equal('closed');
  });

  it('awaits the outcome of a call on the phone until it is settled', () => {
    const handedOff = transition(journeyIn('ready'), { type: 'handed-off' });
    expect(lastAttempt(handedOff)).to.equal('handed-off');
    expect(
      lastAttempt(transition(handedOff, { type: 'status-received', customer: IN_PROGRESS, mayMint: false })),
    ).to.equal('handed-off');
    expect(
      lastAttempt(transition(handedOff, { type: 'status-received', customer: UNDER_REVIEW, mayMint: false })),
    ).to.equal(null);
  });

  it('keeps the last attempt through changes of the hours', () => {
    const journey = applyAll(
      journeyIn('ready', { lastAttempt: 'severed' }),
      {
        type: 'hours-changed',
        availability: SHUT,
        lastCall: null,
        clock: 'server',
        backendHoursExpired: false,
      },
      {
        type: 'hours-changed',
        availability: OPEN,
        lastCall: null,
        clock: 'server',
        backendHoursExpired: false,
      },
    );
    expect(lastAttempt(journey)).to.equal('severed');
  });

  describe('after any sequence of actions', () => {
    const anyAction = fc.constantFrom(
      ...TABLE.map(([action]) => action),
      ...[UNKNOWN, EXPIRED].map((to): JourneyAction => ({
        type: 'status-received',
        customer: to,
        mayMint: false,
      })),
      ...(['iframe', 'redirect', 'host'] as const).map((mode): JourneyAction => ({
        type: 'call-started',
        mode,
      })),
      ...(['severed', 'page', 'replaced'] as const).map((reason): JourneyAction => ({
        type: 'call-ended',
        reason,
        reportAs: null,
      })),
    );
    const always = (holds: (journey: Journey) => void) =>
      fc.assert(
        fc.property(fc.array(anyAction, { maxLength: 30 }), (actions) => {
          actions.reduce(
            (journey, action) => {
              const next = transition(journey, action);
              holds(next);
              return next;
            },
            transition(newJourney(SHUT), { type: 'endpoint-set' }),
          );
        }),
        { numRuns: 500 },
      );

    it('is done only when verified', () => {
      always(({ state, customer: { phase } }) => {
        if (state === 'done') expect(phase).to.equal('verified');
      });
    });

    it('offers a verified customer no call', () => {
      always(({ state, customer: { phase } }) => {
        if (phase === 'verified') expect(['ready', 'closed', 'opening', 'open']).not.to.include(state);
      });
    });

    it('is ready only while EnKash is open or the customer under review, and closed only otherwise', () => {
      always(({ state, availability, customer: { phase } }) => {
        const canWork = availability.open || phase === 'under-review';
        if (state === 'ready') expect(canWork).to.equal(true);
        if (state === 'closed') expect(canWork).to.equal(false);
      });
    });

    it('never mutates a journey', () => {
      fc.assert(
        fc.property(fc.constantFrom(...STATES), anyAction, (state, action) => {
          const journey = Object.freeze(journeyIn(state));
          expect(() => transition(journey, action)).not.to.throw();
        }),
      );
    });
  });
});
