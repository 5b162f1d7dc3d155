import { expect } from '@open-wc/testing';
import { createAnnouncer } from '../../src/element/announcer.js';

const setup = (currentParts: readonly string[] = []) => {
  let changes = 0;
  const announcer = createAnnouncer({ currentParts: () => currentParts, onChange: () => changes++ });
  return {
    announcer,
    get changes() {
      return changes;
    },
  };
};

describe('createAnnouncer', () => {
  it('announces nothing at first', () => {
    const { announcer } = setup();
    expect(announcer.text).to.equal('');
    announcer.update('en', ['In progress.', 'A short video call.']);
    expect(announcer.text).to.equal('');
  });

  it('announces only the parts that have changed', () => {
    const { announcer } = setup();
    announcer.update('en', ['In progress.', 'A short video call.']);
    announcer.update('en', ['Verified.', 'A short video call.']);
    expect(announcer.text).to.equal('Verified.');
    announcer.update('en', ['Under review.', 'EnKash is reviewing it.']);
    expect(announcer.text).to.equal('Under review. EnKash is reviewing it.');
  });

  it('keeps its text while nothing changes', () => {
    const { announcer } = setup();
    announcer.update('en', ['In progress.']);
    announcer.update('en', ['Verified.']);
    announcer.update('en', ['Verified.']);
    expect(announcer.text).to.equal('Verified.');
  });

  it('announces nothing for a new language', () => {
    const { announcer } = setup();
    announcer.update('en', ['In progress.']);
    announcer.update('en', ['Verified.']);
    announcer.update('hi', ['सत्यापित।']);
    expect(announcer.text).to.equal('');
  });

  it('changes its text even for the sentence just announced', () => {
    const ctx = setup();
    ctx.announcer.announce('Saved.');
    const first = ctx.announcer.text;
    ctx.announcer.announce('Saved.');
    expect(ctx.announcer.text).not.to.equal(first);
    expect(ctx.announcer.text.trim()).to.equal('Saved.');
    expect(ctx.changes).to.equal(2);
  });

  it('announces the whole state on request', () => {
    const { announcer } = setup(['', 'A short video call.']);
    announcer.announceState();
    expect(announcer.text).to.equal('A short video call.');
  });
});
