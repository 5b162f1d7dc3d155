import { expect } from '@open-wc/testing';

import { primaryAction, secondaryAction } from '../../../src/element/templates/actions.js';
import { ERROR_CATALOGUE, type ErrorCode } from '../../../src/errors/error-catalogue.js';
import { VkycError } from '../../../src/errors/vkyc-error.js';
import { IN_PROGRESS, journeyIn, SHUT } from '../../support/journeys.js';

describe('secondaryAction during a call', () => {
  it('offers a refresh, and this tab where the customer probably does not see the call', () => {
    const open = journeyIn('open');
    expect(secondaryAction(open)).to.equal('check');
    expect(
      secondaryAction({ ...open, state: 'open', mode: 'popup', statusAtOpen: IN_PROGRESS, unseen: true }),
    ).to.equal('same-tab');
  });
});

describe('primaryAction and secondaryAction outside the opening hours', () => {
  it('offer a reminder, whatever the outcome of the last attempt', () => {
    for (const lastAttempt of [null, 'closed', 'severed', 'blocked', 'no-window', 'frame-failed'] as const) {
      const journey = journeyIn('closed', { lastAttempt });
      expect(primaryAction(journey), `${lastAttempt}`).to.equal('start');
      expect(secondaryAction(journey), `${lastAttempt}`).to.equal('remind');
    }
  });

  it('offer a refresh if the next opening is unknown', () => {
    const availability = { ...SHUT, reason: 'server', opensAt: null } as const;
    expect(secondaryAction(journeyIn('closed', { availability, lastAttempt: null }))).to.equal('check');
  });
});

describe('primaryAction after an error', () => {
  const after = (code: ErrorCode, retry: 'refresh' | 'start') =>
    primaryAction(journeyIn('error', { retry, failure: new VkycError(code) }));
  const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

  it('repeats only what may end in another way', () => {
    for (const code of codes)
      for (const retry of ['refresh', 'start'] as const)
        expect(after(code, retry) === 'retry', code).to.equal(ERROR_CATALOGUE[code].retryable);
  });

  it('reloads the page for a fresh endpoint, or checks the status if only the call is refused', () => {
    const unretryable = codes.filter((code) => !ERROR_CATALOGUE[code].retryable);
    for (const code of unretryable) expect(after(code, 'refresh'), code).to.equal('reload');
    for (const code of unretryable)
      expect(after(code, 'start'), code).to.equal(
        ['not_eligible', 'invalid_link', 'no_camera'].includes(code) ? 'check' : 'reload',
      );
  });
});
