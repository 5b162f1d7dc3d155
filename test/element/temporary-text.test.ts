import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { browserTimers } from '../../src/device/timers.js';
import { createTemporaryText } from '../../src/element/temporary-text.js';
import { FakeTimers } from '../support/fake-timers.js';

const KEEP_MS = 5_000;

function setup() {
  const controllers: ReactiveController[] = [];
  let updates = 0;
  const host = {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    requestUpdate() {
      updates++;
    },
  };
  return {
    text: createTemporaryText({ host, keepMs: KEEP_MS }),
    remove: () => controllers.forEach((controller) => controller.hostDisconnected?.()),
    updates: () => updates,
  };
}

describe('createTemporaryText', () => {
  const realTimers = { ...browserTimers };
  let timers: FakeTimers;
  beforeEach(() => {
    timers = new FakeTimers();
    Object.assign(browserTimers, timers);
  });
  afterEach(() => void Object.assign(browserTimers, realTimers));

  it('empties itself after its time, and updates the host once', async () => {
    const { text, updates } = setup();
    text.set('Saved.');
    await timers.advance(KEEP_MS - 1);
    expect([text.value, updates()]).to.deep.equal(['Saved.', 0]);
    await timers.advance(1);
    expect([text.value, updates()]).to.deep.equal(['', 1]);
  });

  it('stays for the whole time of a text that replaces another', async () => {
    const { text } = setup();
    text.set('Saved.');
    await timers.advance(KEEP_MS - 1);
    text.set('Copied.');
    await timers.advance(KEEP_MS - 1);
    expect(text.value).to.equal('Copied.');
  });

  it('is empty when an element that was removed comes back, without an update meanwhile', async () => {
    const { text, remove, updates } = setup();
    text.set('Saved.');
    remove();
    await timers.advance(KEEP_MS);
    expect([text.value, updates()]).to.deep.equal(['', 0]);
  });
});
