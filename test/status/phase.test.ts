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
const statusOf = (kycStatus: string | null, kycSubStatus: string | null = null): KycStatus => ({
  kycStatus: model(kycStatus),
  kycSubStatus: model(kycSubStatus),
});

describe('phaseOf', () => {
  it('maps the documented names: minimum KYC, and a video call in progress', () => {
    expect(phaseOf(statusOf('MIN_KYC_VERIFIED', 'VKYC_IN_PROGRESS'))).to.equal('in-progress');
    expect(phaseOf(statusOf('MIN_KYC_VERIFIED'))).to.equal('not-started');
  });

  it('is unknown if both fields are null', () => {
    expect(phaseOf(statusOf(null))).to.equal('unknown');
  });

  it('is unknown for names that are not listed', () => {
    expect(phaseOf(statusOf('SOMETHING_NEW'))).to.equal('unknown');
    expect(phaseOf(statusOf('MIN_KYC_VERIFIED', 'VKYC_SOMETHING_NEW'))).to.equal('unknown');
    expect(phaseOf(statusOf(null, 'VKYC_SOMETHING_NEW'))).to.equal('unknown');
  });

  it('looks up each name only in its own field', () => {
    expect(phaseOf(statusOf('VKYC_IN_PROGRESS'))).to.equal('unknown');
    expect(phaseOf(statusOf(null, 'MIN_KYC_VERIFIED'))).to.equal('unknown');
  });

  it('keeps the phase of kycStatus after the start if the sub-status is not listed', () => {
    expect(phaseOf(statusOf('FULL_KYC_REJECTED', 'BLURRED_DOCUMENT'))).to.equal('rejected');
    expect(phaseOf(statusOf('FULL_KYC_UNDER_REVIEW', 'AUDITOR_ASSIGNED'))).to.equal('under-review');
  });

  it('prefers the sub-status, which is more specific', () => {
    expect(phaseOf(statusOf('MIN_KYC_VERIFIED', 'VKYC_REJECTED'))).to.equal('rejected');
    expect(phaseOf(statusOf('MIN_KYC_VERIFIED', 'VKYC_EXPIRED'))).to.equal('expired');
    expect(phaseOf(statusOf('SOMETHING_NEW', 'VKYC_IN_PROGRESS'))).to.equal('in-progress');
  });

  it('stays rejected or expired after a completed call, until a new one is in progress', () => {
    expect(phaseOf(statusOf('FULL_KYC_REJECTED', 'VKYC_COMPLETED'))).to.equal('rejected');
    expect(phaseOf(statusOf('FULL_KYC_EXPIRED', 'VKYC_COMPLETED'))).to.equal('expired');
    expect(phaseOf(statusOf('FULL_KYC_REJECTED', 'VKYC_IN_PROGRESS'))).to.equal('in-progress');
    expect(phaseOf(statusOf('FULL_KYC_EXPIRED', 'VKYC_IN_PROGRESS'))).to.equal('in-progress');
  });

  describe('is verified', () => {
    it('for full KYC in kycStatus, whatever the sub-status', () => {
      for (const sub of [null, 'VKYC_COMPLETED', 'VKYC_IN_PROGRESS', 'VKYC_EXPIRED', 'SOMETHING_NEW']) {
        expect(phaseOf(statusOf('FULL_KYC_VERIFIED', sub))).to.equal('verified');
      }
    });

    it('for exactly one listed name of kycStatus', () => {
      const green = ROWS.filter(([, , , phase]) => phase === 'verified');
      expect(green).to.deep.equal([['presumed', 'kycStatus', 'FULL_KYC_VERIFIED', 'verified']]);
    });

    it('never for a sub-status that sounds completed', () => {
      for (const sub of ['VKYC_COMPLETED', 'VKYC_APPROVED', 'VKYC_VERIFIED', 'FULL_KYC_VERIFIED']) {
        for (const status of [null, 'MIN_KYC_VERIFIED', 'SOMETHING_NEW']) {
          expect(phaseOf(statusOf(status, sub)), `${status} ${sub}`).to.equal('under-review');
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
        expect(phaseOf(statusOf(name)), name).to.equal('unknown');
      }
    });
  });

  describe('with statusPhases', () => {
    it('prefers the partner’s phases for either field', () => {
      const statusPhases: StatusPhases = { KYC_OK: 'verified', AGENT_BUSY: 'in-progress' };
      expect(phaseOf(statusOf('KYC_OK'), statusPhases)).to.equal('verified');
      expect(phaseOf(statusOf('MIN_KYC_VERIFIED', 'AGENT_BUSY'), statusPhases)).to.equal('in-progress');
      expect(phaseOf(statusOf('MIN_KYC_VERIFIED', 'VKYC_EXPIRED'), { VKYC_EXPIRED: 'not-started' })).to.equal(
        'not-started',
      );
      expect(phaseOf(statusOf('FULL_KYC_VERIFIED'), { FULL_KYC_VERIFIED: 'under-review' })).to.equal(
        'under-review',
      );
    });

    it('can map a sub-status to unknown', () => {
      expect(phaseOf(statusOf('FULL_KYC_UNDER_REVIEW', 'NOISE'), { NOISE: 'unknown' })).to.equal('unknown');
    });

    it('never gives verified for a sub-status', () => {
      expect(phaseOf(statusOf('MIN_KYC_VERIFIED', 'VKYC_DONE'), { VKYC_DONE: 'verified' })).to.equal(
        'under-review',
      );
    });

    it('ignores values that are not phases', () => {
      for (const invalid of ['VERIFIED', '', null, undefined, 1, {}, ['verified']]) {
        const statusPhases = { MIN_KYC_VERIFIED: invalid } as unknown as StatusPhases;
        expect(phaseOf(statusOf('MIN_KYC_VERIFIED'), statusPhases)).to.equal('not-started');
      }
    });

    it('maps no name to a missing field', () => {
      expect(phaseOf(statusOf(null), { '': 'verified', null: 'verified', undefined: 'verified' })).to.equal(
        'unknown',
      );
    });

    it('treats a table that throws when it is read like an empty one', () => {
      const unreadable = new Proxy<StatusPhases>(
        {},
        {
          getOwnPropertyDescriptor() {
            throw new Error('It cannot be read.');
          },
        },
      );
      expect(phaseOf(statusOf('MIN_KYC_VERIFIED'), unreadable)).to.equal('not-started');
    });

    it('treats null like an empty table', () => {
      expect(phaseOf(statusOf('MIN_KYC_VERIFIED'), null)).to.equal('not-started');
      expect(phaseOf(statusOf('MIN_KYC_VERIFIED'), {})).to.equal('not-started');
    });
  });

  describe('is not misled', () => {
    it('by names of inherited properties', () => {
      for (const name of ['CONSTRUCTOR', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
        expect(phaseOf(statusOf(name, name), {}), name).to.equal('unknown');
      }
    });

    it('by a polluted prototype', () => {
      Object.defineProperty(Object.prototype, 'SOMETHING_NEW', { value: 'verified', configurable: true });
      try {
        expect(phaseOf(statusOf('SOMETHING_NEW'), {})).to.equal('unknown');
      } finally {
        Reflect.deleteProperty(Object.prototype, 'SOMETHING_NEW');
      }
    });
  });
});

describe('STATUS_TABLE', () => {
  it('marks only the two names that EnKash documents as documented', () => {
    expect(ROWS.filter(([source]) => source !== 'presumed')).to.deep.equal([
      ['documented', 'kycStatus', 'MIN_KYC_VERIFIED', 'not-started'],
      ['documented', 'kycSubStatus', 'VKYC_IN_PROGRESS', 'in-progress'],
    ]);
  });

  it('contains each name of a field once, with a valid phase', () => {
    const keys = ROWS.map(([, field, name]) => `${field} ${name}`);
    expect(keys).to.have.length(20);
    expect(new Set(keys).size).to.equal(keys.length);
    for (const [, , , phase] of ROWS) expect(PHASES).to.include(phase);
  });
});
