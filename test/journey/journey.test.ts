import { expect } from '@open-wc/testing';

import {
  customerStatusOf,
  differs,
  isAnswered,
  isAskingSafe,
  isAskingUseful,
  isSettled,
  mayContinueUnseen,
  mayPrefetch,
  newJourney,
  NO_STATUS,
} from '../../src/journey/journey.js';
import {
  EXPIRED,
  IN_PROGRESS,
  journeyIn,
  NOT_STARTED,
  REJECTED,
  OPEN,
  STATES,
  statusWith,
  UNDER_REVIEW,
  UNKNOWN,
  VERIFIED,
} from '../support/journeys.js';

describe('customerStatusOf', () => {
  it('maps the names to a phase, and keeps the required action', () => {
    const action = { kind: 'accept-terms', url: '/terms' } as const;
    expect(customerStatusOf({ status: IN_PROGRESS.status, action }, undefined)).to.deep.equal({
      ...IN_PROGRESS,
      action,
    });
  });

  it("maps by the page's own table", () => {
    expect(customerStatusOf(IN_PROGRESS, { VKYC_IN_PROGRESS: 'rejected' }).phase).to.equal('rejected');
  });

  it('maps no status to the phase unknown', () => {
    expect(customerStatusOf(NO_STATUS, undefined)).to.deep.equal(NO_STATUS);
  });
});

describe('isSettled', () => {
  it('is true of outcomes and of a review', () => {
    expect([VERIFIED, UNDER_REVIEW, REJECTED, EXPIRED].map(isSettled)).to.deep.equal([
      true,
      true,
      true,
      true,
    ]);
    expect([UNKNOWN, NOT_STARTED, IN_PROGRESS].map(isSettled)).to.deep.equal([false, false, false]);
  });
});

describe('isAnswered', () => {
  it('is true of a verified customer', () => {
    expect(isAnswered(journeyIn('done'))).to.equal(true);
  });

  it('is true while a call is up only of an outcome that differs from the status at its start', () => {
    const open = journeyIn('open');
    for (const customer of [REJECTED, UNDER_REVIEW, EXPIRED])
      expect(isAnswered({ ...open, customer })).to.equal(true);
    for (const customer of [IN_PROGRESS, NOT_STARTED, UNKNOWN])
      expect(isAnswered({ ...open, customer })).to.equal(false);
    expect(isAnswered({ ...open, customer: REJECTED, statusAtOpen: REJECTED } as typeof open)).to.equal(
      false,
    );
  });

  it('is false while no call is up, whatever the status', () => {
    for (const state of ['ready', 'closed', 'opening', 'checking', 'error'] as const)
      for (const customer of [REJECTED, IN_PROGRESS])
        expect(isAnswered(journeyIn(state, { customer })), state).to.equal(false);
  });
});

describe('isAskingSafe', () => {
  it('is true wherever asking mints nothing', () => {
    for (const state of STATES) expect(isAskingSafe(journeyIn(state)), state).to.equal(true);
    expect(isAskingSafe(journeyIn('ready', { lastAttempt: 'severed' }))).to.equal(true);
  });

  it('is false where asking may mint while a call is up, or may continue unseen', () => {
    const mayMint = true;
    for (const state of STATES)
      expect(isAskingSafe(journeyIn(state, { mayMint })), state).to.equal(
        state !== 'open' && state !== 'opening',
      );
    for (const state of ['ready', 'closed', 'checking', 'error', 'loading'] as const)
      for (const lastAttempt of ['severed', 'warned', 'handed-off'] as const)
        expect(isAskingSafe(journeyIn(state, { mayMint, lastAttempt })), `${state} ${lastAttempt}`).to.equal(
          false,
        );
    for (const lastAttempt of ['closed', 'blocked', 'no-window', 'frame-failed'] as const)
      expect(isAskingSafe(journeyIn('ready', { mayMint, lastAttempt })), lastAttempt).to.equal(true);
  });
});

describe('isAskingUseful', () => {
  it('is false of a verified customer, without an endpoint, and while a call opens', () => {
    for (const state of STATES)
      expect(isAskingUseful(journeyIn(state)), state).to.equal(!['idle', 'opening', 'done'].includes(state));
    expect(isAskingUseful(journeyIn('open', { mayMint: true }))).to.equal(false);
  });
});

describe('mayPrefetch', () => {
  it('is true in ready only, where the button leads to a call', () => {
    for (const state of STATES) expect(mayPrefetch(journeyIn(state)), state).to.equal(state === 'ready');
    expect(mayPrefetch(journeyIn('ready', { customer: UNDER_REVIEW }))).to.equal(false);
    const action = { kind: 'accept-terms', url: '/terms' } as const;
    expect(mayPrefetch(journeyIn('ready', { customer: { ...IN_PROGRESS, action } }))).to.equal(false);
  });

  it('is false where a call may continue unseen', () => {
    for (const mayMint of [false, true])
      for (const customer of [NOT_STARTED, IN_PROGRESS])
        for (const lastAttempt of ['severed', 'handed-off'] as const)
          expect(mayPrefetch(journeyIn('ready', { mayMint, customer, lastAttempt }))).to.equal(false);
  });

  it('is false where asking may mint: in progress, and after a call', () => {
    const mayMint = true;
    expect(mayPrefetch(journeyIn('ready', { mayMint }))).to.equal(false);
    expect(mayPrefetch(journeyIn('ready', { mayMint, customer: NOT_STARTED }))).to.equal(true);
    for (const customer of [NOT_STARTED, REJECTED, EXPIRED])
      expect(mayPrefetch(journeyIn('ready', { mayMint, customer, lastAttempt: 'closed' }))).to.equal(false);
    expect(mayPrefetch(journeyIn('ready', { lastAttempt: 'closed' }))).to.equal(true);
  });
});

describe('differs', () => {
  it('compares the phase, both names and the required action, and no labels', () => {
    expect(differs(IN_PROGRESS, statusWith('MIN_KYC_VERIFIED', 'VKYC_IN_PROGRESS'))).to.equal(false);
    expect(differs(IN_PROGRESS, { ...IN_PROGRESS, phase: 'unknown' })).to.equal(true);
    expect(differs(IN_PROGRESS, statusWith('MIN_KYC_VERIFIED', 'VKYC_INITIATED'))).to.equal(true);
    expect(differs(IN_PROGRESS, statusWith('MIN_KYC_PENDING', 'VKYC_IN_PROGRESS'))).to.equal(true);
    const action = { kind: 'accept-terms', url: '/terms' } as const;
    expect(differs(IN_PROGRESS, { ...IN_PROGRESS, action })).to.equal(true);
    const label = { name: 'VKYC_IN_PROGRESS', label: 'Another label', description: null };
    const relabelled = { ...IN_PROGRESS, status: { ...IN_PROGRESS.status, kycSubStatus: label } };
    expect(differs(IN_PROGRESS, relabelled)).to.equal(false);
  });
});

describe('newJourney', () => {
  it('is idle, without a status, and closed unless hours are given', () => {
    expect(newJourney()).to.deep.include({ state: 'idle', customer: NO_STATUS, lastCall: null });
    expect(newJourney().availability.open).to.equal(false);
    expect(newJourney(OPEN).availability).to.equal(OPEN);
  });
});

describe('mayContinueUnseen', () => {
  it('is true of a call that was closed, ended, no longer seen or on the phone, and of nothing else', () => {
    for (const attempt of ['closed', 'ended', 'severed', 'warned', 'handed-off'] as const)
      expect(mayContinueUnseen(attempt), attempt).to.equal(true);
    for (const attempt of ['blocked', 'no-window', 'frame-failed', null] as const)
      expect(mayContinueUnseen(attempt), String(attempt)).to.equal(false);
  });
});
