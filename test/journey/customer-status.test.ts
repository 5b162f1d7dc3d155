import { expect } from '@open-wc/testing';

import { differs, isSettled, NO_STATUS, customerStatusOf } from '../../src/journey/customer-status.js';
import {
  EXPIRED,
  IN_PROGRESS,
  NOT_STARTED,
  REJECTED,
  standing,
  UNDER_REVIEW,
  UNKNOWN,
  VERIFIED,
} from '../support/journeys.js';

describe('standingOf', () => {
  it('reads the phase from the names, and keeps what the customer must do first', () => {
    const action = { kind: 'accept-terms', url: '/terms' } as const;
    expect(customerStatusOf({ status: IN_PROGRESS.status, action }, undefined)).to.deep.equal({
      ...IN_PROGRESS,
      action,
    });
  });

  it("goes by the page's own names for a phase", () => {
    expect(customerStatusOf(IN_PROGRESS, { VKYC_IN_PROGRESS: 'rejected' }).phase).to.equal('rejected');
  });

  it('knows nothing before EnKash has said anything', () => {
    expect(customerStatusOf(NO_STATUS, undefined)).to.deep.equal(NO_STATUS);
  });
});

describe('isSettled', () => {
  it('is so once the last call has had its outcome, or its audit', () => {
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
  it('compares the phase, both names and what is to be done first, and no messages', () => {
    expect(differs(IN_PROGRESS, standing('MIN_KYC_VERIFIED', 'VKYC_IN_PROGRESS'))).to.equal(false);
    expect(differs(IN_PROGRESS, { ...IN_PROGRESS, phase: 'unknown' })).to.equal(true);
    expect(differs(IN_PROGRESS, standing('MIN_KYC_VERIFIED', 'VKYC_INITIATED'))).to.equal(true);
    expect(differs(IN_PROGRESS, standing('MIN_KYC_PENDING', 'VKYC_IN_PROGRESS'))).to.equal(true);
    const action = { kind: 'accept-terms', url: '/terms' } as const;
    expect(differs(IN_PROGRESS, { ...IN_PROGRESS, action })).to.equal(true);
    const label = { name: 'VKYC_IN_PROGRESS', label: 'Other messages', description: null };
    const worded = { ...IN_PROGRESS, status: { ...IN_PROGRESS.status, kycSubStatus: label } };
    expect(differs(IN_PROGRESS, worded)).to.equal(false);
  });
});
