import { expect } from '@open-wc/testing';

import { handoffWays } from '../../src/handoff/handoff-ways.js';

describe('handoffWays', () => {
  it('has copy, text message and e-mail in any browser', () => {
    expect(handoffWays(false, {})).to.deep.equal(['copy', 'sms', 'email']);
  });

  it('has the share sheet where it takes a link', () => {
    const canShare = (data?: ShareData) => URL.canParse(data?.url ?? '');
    expect(handoffWays(false, { canShare })).to.deep.equal(['copy', 'share', 'sms', 'email']);
    expect(handoffWays(false, { canShare: () => false })).to.deep.equal(['copy', 'sms', 'email']);
  });

  it('has no messages inside another app, whose page they might replace', () => {
    expect(handoffWays(true, { canShare: () => true })).to.deep.equal(['copy', 'share']);
  });

  it('begins with copy in the browser that runs this test', () => {
    expect(handoffWays(false)[0]).to.equal('copy');
  });
});
