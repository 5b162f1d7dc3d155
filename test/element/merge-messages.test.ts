import { expect } from '@open-wc/testing';
import { mergeMessages } from '../../src/element/merge-messages.js';
import en from '../../src/locales/en.js';
import type { MessageOverrides } from '../../src/locales/messages.js';

describe('a page’s own messages', () => {
  it('replace ours down to a single label, and leave the others', () => {
    const messages = mergeMessages(en, { actions: { start: 'Begin' }, callTitle: 'Call' });
    expect(messages.actions).to.deep.equal({ ...en.actions, start: 'Begin' });
    expect(messages.callTitle).to.equal('Call');
    expect(messages.hints).to.deep.equal(en.hints);
  });

  it('may say something of a single failure that ours do not tell apart', () => {
    expect(mergeMessages(en, { errors: { no_link: 'No link.' } }).errors.no_link).to.equal('No link.');
  });

  it('leave no button without a label where one of them is not there', () => {
    const given = { actions: { start: undefined, retry: 7 }, callTitle: undefined };
    expect(mergeMessages(en, given as unknown as MessageOverrides).actions).to.deep.equal(en.actions);
  });

  it('are passed over where they are of another kind', () => {
    const wrong = { actions: null, hints: 'x', opensAt: () => 'x', callTitle: 7, weekdays: 1, other: {} };
    expect(mergeMessages(en, wrong as unknown as MessageOverrides)).to.deep.equal(en);
  });
});
