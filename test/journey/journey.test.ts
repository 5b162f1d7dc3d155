import { expect } from '@open-wc/testing';

import {
  customerStatusOf,
  differs,
  isSettled,
  mayContinueUnseen,
  newJourney,
  NO_STATUS,
} from '../../src/journey/journey.js';
import {
  EXPIRED,
  IN_PROGRESS,
  NOT_STARTED,
  REJECTED,
  OPEN,
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
  it('is true of a closed or severed window and of a call on the phone, and of nothing else', () => {
    for (const attempt of ['closed', 'severed', 'handed-off'] as const)
      expect(mayContinueUnseen(attempt), attempt).to.equal(true);
    for (const attempt of ['blocked', 'no-window', 'frame-failed', null] as const)
      expect(mayContinueUnseen(attempt), String(attempt)).to.equal(false);
  });
});
