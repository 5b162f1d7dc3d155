import { expect } from '@open-wc/testing';

import type { EnumModel } from '../../src/status/parse-enum-model.js';
import { PHASES, STATUS_TABLE, phaseOf, type KycStatus, type StatusPhases } from '../../src/status/phase.js';

/** Each row as source, field, name and phase. */
const ROWS = Object.entries(STATUS_TABLE).flatMap(([source, fields]) =>
  Object.entries(fields).flatMap(([field, names]) =>
    Object.entries(names).map(([name, phase]) => [source, field, name, phase]),
  ),
);

const model = (name: string | null): EnumModel | null =>
  (name && { name, label: null, description: null }) || null;
const said = (kycStatus: string | null, kycSubStatus: string | null = null): KycStatus => ({
  kycStatus: model(kycStatus),
  kycSubStatus: model(kycSubStatus),
});

describe('phaseOf', () => {
  it('reads what EnKash has published: minimum KYC, and a video call in progress', () => {
    expect(phaseOf(said('MIN_KYC_VERIFIED', 'VKYC_IN_PROGRESS'))).to.equal('in-progress');
    expect(phaseOf(said('MIN_KYC_VERIFIED'))).to.equal('not-started');
  });

  it('is unknown when nothing is said', () => {
    expect(phaseOf(said(null))).to.equal('unknown');
  });

  it('is unknown for names that are not listed', () => {
    expect(phaseOf(said('SOMETHING_NEW'))).to.equal('unknown');
    expect(phaseOf(said('MIN_KYC_VERIFIED', 'VKYC_SOMETHING_NEW'))).to.equal('unknown');
    expect(phaseOf(said(null, 'VKYC_SOMETHING_NEW'))).to.equal('unknown');
  });

  it('reads each name in its own field only', () => {
    expect(phaseOf(said('VKYC_IN_PROGRESS'))).to.equal('unknown');
    expect(phaseOf(said(null, 'MIN_KYC_VERIFIED'))).to.equal('unknown');
  });

  it('keeps what kycStatus says beyond the start when the sub-status is not listed', () => {
    expect(phaseOf(said('FULL_KYC_REJECTED', 'BLURRED_DOCUMENT'))).to.equal('rejected');
    expect(phaseOf(said('FULL_KYC_UNDER_REVIEW', 'AUDITOR_ASSIGNED'))).to.equal('under-review');
  });

  it('lets the sub-status speak, being the finer one', () => {
    expect(phaseOf(said('MIN_KYC_VERIFIED', 'VKYC_REJECTED'))).to.equal('rejected');
    expect(phaseOf(said('MIN_KYC_VERIFIED', 'VKYC_EXPIRED'))).to.equal('expired');
    expect(phaseOf(said('SOMETHING_NEW', 'VKYC_IN_PROGRESS'))).to.equal('in-progress');
  });

  it('stays rejected or expired when the call was completed, and moves on when a new one is in progress', () => {
    expect(phaseOf(said('FULL_KYC_REJECTED', 'VKYC_COMPLETED'))).to.equal('rejected');
    expect(phaseOf(said('FULL_KYC_EXPIRED', 'VKYC_COMPLETED'))).to.equal('expired');
    expect(phaseOf(said('FULL_KYC_REJECTED', 'VKYC_IN_PROGRESS'))).to.equal('in-progress');
    expect(phaseOf(said('FULL_KYC_EXPIRED', 'VKYC_IN_PROGRESS'))).to.equal('in-progress');
  });

  describe('shows green', () => {
    it('for full KYC in kycStatus, whatever became of the call', () => {
      for (const sub of [null, 'VKYC_COMPLETED', 'VKYC_IN_PROGRESS', 'VKYC_EXPIRED', 'SOMETHING_NEW']) {
        expect(phaseOf(said('FULL_KYC_VERIFIED', sub))).to.equal('verified');
      }
    });

    it('for one kycStatus name alone among all those listed', () => {
      const green = ROWS.filter(([, , , phase]) => phase === 'verified');
      expect(green).to.deep.equal([['presumed', 'kycStatus', 'FULL_KYC_VERIFIED', 'verified']]);
    });

    it('never for a sub-status that sounds done', () => {
      for (const sub of ['VKYC_COMPLETED', 'VKYC_APPROVED', 'VKYC_VERIFIED', 'FULL_KYC_VERIFIED']) {
        for (const status of [null, 'MIN_KYC_VERIFIED', 'SOMETHING_NEW']) {
          expect(phaseOf(said(status, sub)), `${status} ${sub}`).to.equal('under-review');
        }
      }
    });

    it('never for a part of a name', () => {
      for (const name of [
        'FULL_KYC_VERIFIED_PENDING',
        'NOT_FULL_KYC_VERIFIED',
        'FULL_KYC',
        'KYC_VERIFIED',
        'VERIFIED',
        'FULL_KYC_VERIFIED_',
      ]) {
        expect(phaseOf(said(name)), name).to.equal('unknown');
      }
    });
  });

  describe('with statusPhases', () => {
    it('takes the partner’s reading of either field before its own', () => {
      const statusPhases: StatusPhases = { KYC_OK: 'verified', AGENT_BUSY: 'in-progress' };
      expect(phaseOf(said('KYC_OK'), statusPhases)).to.equal('verified');
      expect(phaseOf(said('MIN_KYC_VERIFIED', 'AGENT_BUSY'), statusPhases)).to.equal('in-progress');
      expect(phaseOf(said('MIN_KYC_VERIFIED', 'VKYC_EXPIRED'), { VKYC_EXPIRED: 'not-started' })).to.equal(
        'not-started',
      );
      expect(phaseOf(said('FULL_KYC_VERIFIED'), { FULL_KYC_VERIFIED: 'under-review' })).to.equal(
        'under-review',
      );
    });

    it('can say that a sub-status means nothing', () => {
      expect(phaseOf(said('FULL_KYC_UNDER_REVIEW', 'NOISE'), { NOISE: 'unknown' })).to.equal('unknown');
    });

    it('still shows no green for a sub-status', () => {
      expect(phaseOf(said('MIN_KYC_VERIFIED', 'VKYC_DONE'), { VKYC_DONE: 'verified' })).to.equal(
        'under-review',
      );
    });

    it('passes over values that are no phase', () => {
      for (const wrong of ['VERIFIED', '', null, undefined, 1, {}, ['verified']]) {
        const statusPhases = { MIN_KYC_VERIFIED: wrong } as unknown as StatusPhases;
        expect(phaseOf(said('MIN_KYC_VERIFIED'), statusPhases)).to.equal('not-started');
      }
    });

    it('has no name for what EnKash did not say', () => {
      expect(phaseOf(said(null), { '': 'verified', null: 'verified', undefined: 'verified' })).to.equal(
        'unknown',
      );
    });

    it('reads no table as an empty one', () => {
      expect(phaseOf(said('MIN_KYC_VERIFIED'), null)).to.equal('not-started');
      expect(phaseOf(said('MIN_KYC_VERIFIED'), {})).to.equal('not-started');
    });
  });

  describe('is not misled', () => {
    it('by names that objects inherit', () => {
      for (const name of ['CONSTRUCTOR', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
        expect(phaseOf(said(name, name), {}), name).to.equal('unknown');
      }
    });

    it('by a polluted prototype', () => {
      Object.defineProperty(Object.prototype, 'SOMETHING_NEW', { value: 'verified', configurable: true });
      try {
        expect(phaseOf(said('SOMETHING_NEW'), {})).to.equal('unknown');
      } finally {
        Reflect.deleteProperty(Object.prototype, 'SOMETHING_NEW');
      }
    });
  });
});

describe('STATUS_TABLE', () => {
  it('marks as documented the two names that EnKash has published, and nothing else', () => {
    expect(ROWS.filter(([source]) => source !== 'presumed')).to.deep.equal([
      ['documented', 'kycStatus', 'MIN_KYC_VERIFIED', 'not-started'],
      ['documented', 'kycSubStatus', 'VKYC_IN_PROGRESS', 'in-progress'],
    ]);
  });

  it('has each name of a field once, and each with a phase', () => {
    const keys = ROWS.map(([, field, name]) => `${field} ${name}`);
    expect(keys).to.have.length(20);
    expect(new Set(keys).size).to.equal(keys.length);
    for (const [, , , phase] of ROWS) expect(PHASES).to.include(phase);
  });
});
