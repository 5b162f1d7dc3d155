import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { browserTimers } from '../../src/device/timers.js';
import { createAnnouncer } from '../../src/element/announcer.js';
import type { State } from '../../src/journey/journey.js';
import { FakeTimers } from '../support/fake-timers.js';

const setup = (currentParts: readonly string[] = [], { hasFocus = false } = {}) => {
  let changes = 0;
  const controllers: ReactiveController[] = [];
  const announcer = createAnnouncer({
    host: {
      addController: (controller) => void controllers.push(controller),
      requestUpdate: () => {
        changes += 1;
      },
    },
    currentParts: () => currentParts,
    hasFocus: () => hasFocus,
  });
  const update = (lang: string, parts: readonly string[], state: State = 'ready') =>
    announcer.update({ lang, parts, state });
  return {
    announcer,
    update,
    remove: () => controllers.forEach((controller) => controller.hostDisconnected?.()),
    get changes() {
      return changes;
    },
  };
};

describe('createAnnouncer', () => {
  const realTimers = { ...browserTimers };
  let timers: FakeTimers;
  beforeEach(() => {
    timers = new FakeTimers();
    Object.assign(browserTimers, timers);
  });
  afterEach(() => void Object.assign(browserTimers, realTimers));

  it('announces nothing at first', () => {
    const { announcer, update } = setup();
    expect(announcer.text).to.equal('');
    update('en', ['In progress.', 'A short video call.']);
    expect(announcer.text).to.equal('');
  });

  it('announces only the parts that have changed', () => {
    const { announcer, update } = setup();
    update('en', ['In progress.', 'A short video call.']);
    update('en', ['Verified.', 'A short video call.']);
    expect(announcer.text).to.equal('Verified.');
    update('en', ['Under review.', 'EnKash is reviewing it.']);
    expect(announcer.text).to.equal('Under review. EnKash is reviewing it.');
  });

  it('keeps its text while nothing changes, for some seconds', async () => {
    const { announcer, update } = setup();
    update('en', ['In progress.']);
    update('en', ['Verified.']);
    await timers.advance(3_000);
    update('en', ['Verified.']);
    expect(announcer.text).to.equal('Verified.');
    await timers.advance(3_000);
    expect(announcer.text).to.equal('');
    update('en', ['Verified.']);
    expect(announcer.text).to.equal('');
  });

  for (const state of ['idle', 'loading'] as const)
    it(`announces no first answer after "${state}", which is read with the page`, () => {
      const { announcer, update } = setup();
      update('en', ['', 'Checking…'], state);
      update('en', ['In progress.', 'A video call.']);
      expect(announcer.text).to.equal('');
      update('en', ['Verified.', 'Done.'], 'done');
      expect(announcer.text).to.equal('Verified. Done.');
    });

  it('announces the first answer to a customer who waits for it with the focus in the element', () => {
    const { announcer, update } = setup([], { hasFocus: true });
    update('en', ['', 'Checking…'], 'loading');
    update('en', ['In progress.', 'A video call.']);
    expect(announcer.text).to.equal('In progress. A video call.');
  });

  it('announces nothing for a new language', () => {
    const { announcer, update } = setup();
    update('en', ['In progress.']);
    update('en', ['Verified.']);
    update('hi', ['सत्यापित।']);
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

  it('announces the whole state on request, after a sentence of its own', () => {
    const { announcer } = setup(['', 'A short video call.']);
    announcer.announceState();
    expect(announcer.text).to.equal('A short video call.');
    announcer.announceState('Checked.');
    expect(announcer.text).to.equal('Checked. A short video call.');
  });

  it('leaves no timer behind when the element is removed', () => {
    const ctx = setup();
    ctx.announcer.announce('Saved.');
    ctx.remove();
    expect(timers.pendingDelays).to.deep.equal([]);
  });
});
