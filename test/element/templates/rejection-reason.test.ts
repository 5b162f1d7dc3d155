import { expect } from '@open-wc/testing';
import { rejectionReason } from '../../../src/element/templates/rejection-reason.js';
import { parseEnumModel } from '../../../src/status/parse-enum-model.js';
import { phaseOf, type StatusPhases } from '../../../src/status/phase.js';

const reasonOf = (kycStatus: unknown, kycSubStatus: unknown, phases?: StatusPhases) => {
  const status = { kycStatus: parseEnumModel(kycStatus), kycSubStatus: parseEnumModel(kycSubStatus) };
  return rejectionReason({ status, phase: phaseOf(status, phases), action: null });
};
const model = (name: string, description: string) =>
  `EnumModel(name=${name}, label=A label, description=${description})`;

describe('rejectionReason', () => {
  it('is the description of the field that says that the customer was rejected', () => {
    expect(reasonOf('MIN_KYC_VERIFIED', model('VKYC_REJECTED', 'Photo not clear'))).to.equal(
      'Photo not clear',
    );
    expect(reasonOf(model('FULL_KYC_REJECTED', 'Name differs'), 'VKYC_COMPLETED')).to.equal('Name differs');
    expect(reasonOf('MIN_KYC_VERIFIED', { name: 'VKYC_FAILED', description: 'No PAN card' })).to.equal(
      'No PAN card',
    );
  });

  it('is the description of a field that only the page knows', () => {
    expect(
      reasonOf('MIN_KYC_VERIFIED', model('AUDIT_NOT_OK', 'Blurred'), { AUDIT_NOT_OK: 'rejected' }),
    ).to.equal('Blurred');
  });

  it('is not what the other field describes', () => {
    expect(reasonOf(model('MIN_KYC_VERIFIED', 'Minimum KYC is done'), 'VKYC_REJECTED')).to.equal(null);
    expect(reasonOf('FULL_KYC_REJECTED', model('VKYC_COMPLETED', 'Call completed'))).to.equal(null);
  });

  it('is cleaned of control and bidi characters, and null without text', () => {
    expect(reasonOf('MIN_KYC_VERIFIED', model('VKYC_REJECTED', 'Photo\u202e not\u0007 clear'))).to.equal(
      'Photo not clear',
    );
    for (const nothing of ['null', '', ' ', '\u200b'])
      expect(reasonOf('MIN_KYC_VERIFIED', model('VKYC_REJECTED', nothing))).to.equal(null);
  });

  it('is null in every other phase', () => {
    expect(reasonOf('MIN_KYC_VERIFIED', model('VKYC_IN_PROGRESS', 'Link sent'))).to.equal(null);
    expect(reasonOf(model('FULL_KYC_VERIFIED', 'All good'), null)).to.equal(null);
  });
});
