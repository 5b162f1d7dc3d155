import { expect } from '@open-wc/testing';
import { overridden } from '../../src/element/overridden.js';
import en from '../../src/locales/en.js';
import type { WordOverrides } from '../../src/locales/words.js';

describe('a page’s own words', () => {
  it('replace ours down to a single label, and leave the others', () => {
    const words = overridden(en, { actions: { start: 'Begin' }, callTitle: 'Call' });
    expect(words.actions).to.deep.equal({ ...en.actions, start: 'Begin' });
    expect(words.callTitle).to.equal('Call');
    expect(words.hints).to.deep.equal(en.hints);
  });

  it('may say something of a single failure that ours do not tell apart', () => {
    expect(overridden(en, { errors: { no_link: 'No link.' } }).errors.no_link).to.equal('No link.');
  });

  it('leave no button without a label where one of them is not there', () => {
    const given = { actions: { start: undefined, retry: 7 }, callTitle: undefined };
    expect(overridden(en, given as unknown as WordOverrides).actions).to.deep.equal(en.actions);
  });

  it('are passed over where they are of another kind', () => {
    const wrong = { actions: null, hints: 'x', opensAt: () => 'x', callTitle: 7, weekdays: 1, other: {} };
    expect(overridden(en, wrong as unknown as WordOverrides)).to.deep.equal(en);
  });
});
