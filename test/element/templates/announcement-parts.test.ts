import { expect } from '@open-wc/testing';
import {
  announcementParts,
  badgeText,
  hasStatus,
} from '../../../src/element/templates/announcement-parts.js';
import type { ErrorCode } from '../../../src/errors/error-catalogue.js';
import { VkycError } from '../../../src/errors/vkyc-error.js';
import type { HintModel } from '../../../src/element/templates/hint.js';
import en from '../../../src/locales/en.js';
import hi from '../../../src/locales/hi.js';
import type { EnumModel } from '../../../src/status/parse-enum-model.js';
import { PHASES, type Phase } from '../../../src/status/phase.js';
import { LANGUAGES } from '../../support/languages.js';
import { journeyIn, UNKNOWN } from '../../support/journeys.js';

const field = (label: string | null): EnumModel => ({ name: 'A', label, description: null });

const modelOf = (
  phase: Phase,
  status: { kycStatus?: EnumModel; kycSubStatus?: EnumModel },
  messages = en,
): HintModel => ({
  journey: journeyIn('ready', {
    customer: { phase, status: { kycStatus: null, kycSubStatus: null, ...status }, action: null },
  }),
  messages,
  opening: null,
  closing: null,
  opensWindow: false,
  disabled: false,
});

describe('badgeText', () => {
  const completed = { kycStatus: field('Full Kyc Verified'), kycSubStatus: field('VKYC Completed') };

  it('is the language’s own text for a known phase, in English too', () => {
    for (const phase of PHASES.filter((known) => known !== 'unknown'))
      for (const messages of [en, hi])
        expect(badgeText(modelOf(phase, completed, messages))).to.equal(messages.phases[phase]);
  });

  it('is EnKash’s label for an unknown name, of the sub-status first, in every language', () => {
    const status = { kycStatus: field('On hold') };
    expect(badgeText(modelOf('unknown', status))).to.equal('On hold');
    expect(badgeText(modelOf('unknown', completed, hi))).to.equal('VKYC Completed');
  });

  it('is the language’s own text for an unknown name without a label', () => {
    expect(badgeText(modelOf('unknown', { kycSubStatus: field(null) }))).to.equal(en.phases.unknown);
  });
});

describe('announcementParts', () => {
  it('are the badge as a sentence, the hint, and nothing to wait for', () => {
    const model = modelOf('in-progress', { kycSubStatus: field('VKYC In Progress') });
    expect(announcementParts(model)).to.deep.equal(['In progress.', en.hints.intro, '']);
  });

  it('end the badge with the full stop of the language', () => {
    for (const [lang, { messages, stop }] of Object.entries(LANGUAGES)) {
      const [badge] = announcementParts(modelOf('verified', { kycStatus: field(null) }, messages));
      expect(badge, lang).to.equal(`${messages.phases.verified}${stop}`);
    }
  });

  it('have no badge before the status is known', () => {
    const model = modelOf('unknown', {});
    expect(hasStatus(journeyIn('loading', { customer: UNKNOWN }))).to.equal(false);
    expect(announcementParts(model)).to.deep.equal(['', en.hints.intro, '']);
  });

  it('have the whole time that the customer must wait, unless what is left of it is given', () => {
    const failed = (retryAfter: number | undefined, code: ErrorCode = 'rate_limited') => ({
      ...modelOf('unknown', {}),
      journey: journeyIn('error', { failure: new VkycError(code, { retryAfter }) }),
    });
    expect(announcementParts(failed(90))[2]).to.equal('Try again (1:30).');
    expect(announcementParts(failed(90), 4_001)[2]).to.equal('Try again (0:05).');
    expect(announcementParts(failed(90), 0)[2]).to.equal('');
    expect(announcementParts(failed(undefined))[2]).to.equal('');
    expect(announcementParts(failed(90, 'not_found'))[2], 'cannot be tried again').to.equal('');
    expect(announcementParts({ ...failed(90), disabled: true })[2]).to.equal('');
  });
});
