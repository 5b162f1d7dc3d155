import { expect } from '@open-wc/testing';
import {
  announcementParts,
  badgeText,
  hasStatus,
  type StatusModel,
} from '../../../src/element/templates/announcement-parts.js';
import en from '../../../src/locales/en.js';
import hi from '../../../src/locales/hi.js';
import type { EnumModel } from '../../../src/status/parse-enum-model.js';
import type { Phase } from '../../../src/status/phase.js';
import { journeyIn, UNKNOWN } from '../../support/journeys.js';

const field = (label: string | null): EnumModel => ({ name: 'A', label, description: null });

const modelOf = (
  phase: Phase,
  status: { kycStatus?: EnumModel; kycSubStatus?: EnumModel },
  { lang = 'en', messages = en }: Partial<StatusModel> = {},
): StatusModel => ({
  journey: journeyIn('ready', {
    customer: { phase, status: { kycStatus: null, kycSubStatus: null, ...status }, action: null },
  }),
  lang,
  messages,
  opening: null,
  closing: null,
  opensWindow: false,
  disabled: false,
});

describe('badgeText', () => {
  const minimum = field('Min Kyc Verified');

  it('is EnKash’s label of the sub-status in English', () => {
    const status = { kycStatus: minimum, kycSubStatus: field('VKYC In Progress') };
    expect(badgeText(modelOf('in-progress', status))).to.equal('VKYC In Progress');
    expect(badgeText(modelOf('in-progress', status, { lang: 'en-IN' }))).to.equal('VKYC In Progress');
  });

  it('is EnKash’s label of the status once the customer is verified', () => {
    const status = { kycStatus: field('Full Kyc Verified'), kycSubStatus: field('VKYC Completed') };
    expect(badgeText(modelOf('verified', status))).to.equal('Full Kyc Verified');
  });

  it('never is the label of the minimum KYC', () => {
    expect(badgeText(modelOf('not-started', { kycStatus: minimum }))).to.equal(en.phases['not-started']);
  });

  it('is the label of a status with an unknown name', () => {
    expect(badgeText(modelOf('unknown', { kycStatus: field('On hold') }))).to.equal('On hold');
  });

  it('is the language’s own text for the phase in other languages, and without a label', () => {
    const status = { kycSubStatus: field('VKYC In Progress') };
    expect(badgeText(modelOf('in-progress', status, { lang: 'hi', messages: hi }))).to.equal(
      hi.phases['in-progress'],
    );
    expect(badgeText(modelOf('in-progress', { kycSubStatus: field(null) }))).to.equal(
      en.phases['in-progress'],
    );
  });
});

describe('announcementParts', () => {
  it('are the badge as a sentence, and the hint', () => {
    const model = modelOf('in-progress', { kycSubStatus: field('VKYC In Progress') });
    expect(announcementParts(model)).to.deep.equal(['VKYC In Progress.', en.hints.intro]);
  });

  it('have no badge before the status is known', () => {
    const model = modelOf('unknown', {});
    expect(hasStatus(journeyIn('loading', { customer: UNKNOWN }))).to.equal(false);
    expect(announcementParts(model)).to.deep.equal(['', en.hints.intro]);
  });
});
