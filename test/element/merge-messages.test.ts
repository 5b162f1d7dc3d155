import { expect } from '@open-wc/testing';
import { mergeMessages } from '../../src/element/merge-messages.js';
import en from '../../src/locales/en.js';
import type { MessageOverrides } from '../../src/locales/messages.js';

describe('mergeMessages', () => {
  it('replaces single messages and keeps the others', () => {
    const messages = mergeMessages(en, { actions: { start: 'Begin' }, callTitle: 'Call' });
    expect(messages.actions).to.deep.equal({ ...en.actions, start: 'Begin' });
    expect(messages.callTitle).to.equal('Call');
    expect(messages.hints).to.deep.equal(en.hints);
  });

  it('adds a message for a failure that has none of its own', () => {
    expect(mergeMessages(en, { errors: { no_link: 'No link.' } }).errors.no_link).to.equal('No link.');
  });

  it('keeps the label if an override is undefined or not a string', () => {
    const overrides = { actions: { start: undefined, retry: 7 }, callTitle: undefined };
    expect(mergeMessages(en, overrides as unknown as MessageOverrides).actions).to.deep.equal(en.actions);
  });

  it('ignores overrides of the wrong type', () => {
    const invalid = { actions: null, hints: 'x', opensAt: () => 'x', callTitle: 7, weekdays: 1, other: {} };
    expect(mergeMessages(en, invalid as unknown as MessageOverrides)).to.deep.equal(en);
  });
});
