import { expect } from '@open-wc/testing';

import type { CallWindow } from '../../src/launch/call-window.js';
import { focusPageCall, trackPageCall } from '../../src/launch/page-calls.js';
import { FakeTimers } from '../support/fake-timers.js';

/** A window that records what is done to it. */
class FakeCallWindow implements CallWindow {
  closed = false;
  readonly log: string[] = [];
  go = () => true;
  focus = () => void this.log.push('focus');
  discard = () => void this.log.push('discard');
}

/** A tracked window, and the reasons that a subscriber received. */
function setup() {
  const timers = new FakeTimers();
  const window = new FakeCallWindow();
  const call = trackPageCall(window, timers);
  const reasons: string[] = [];
  const subscribe = () => call.subscribe((reason) => reasons.push(reason));
  return { timers, window, call, reasons, subscribe };
}

describe('trackPageCall', () => {
  it('is up from markOpened on until the window is closed', () => {
    const { call, window } = setup();
    expect(call.isUp).to.equal(false);
    call.markOpened();
    expect(call.isUp).to.equal(true);
    window.closed = true;
    expect(call.isUp).to.equal(false);
  });

  it('does not watch a placeholder', () => {
    const { timers, subscribe } = setup();
    subscribe();
    expect(timers.pendingDelays).to.deep.equal([]);
  });

  it('notifies every subscriber once when the window is gone, whenever it subscribed', async () => {
    const { timers, window, call, reasons, subscribe } = setup();
    subscribe();
    call.markOpened();
    await timers.advance(5000);
    subscribe();
    window.closed = true;
    await timers.advance(60_000);
    expect(reasons).to.deep.equal(['user', 'user']);
    expect(timers.pendingDelays).to.deep.equal([]);
  });

  it('has one watch, which runs while there are subscribers', async () => {
    const { timers, call, reasons, subscribe, window } = setup();
    call.markOpened();
    expect(timers.pendingDelays).to.deep.equal([]);
    const unsubscribe = [subscribe(), subscribe()];
    expect(timers.pendingDelays).to.deep.equal([1000]);
    for (const each of unsubscribe) each();
    expect(timers.pendingDelays).to.deep.equal([]);
    window.closed = true;
    await timers.advance(60_000);
    expect(reasons).to.deep.equal([]);
  });

  it('reports user for a window that was closed while nobody was subscribed', async () => {
    const { timers, window, call, reasons, subscribe } = setup();
    call.markOpened();
    window.closed = true;
    await timers.advance(60_000);
    subscribe();
    await timers.advance(1250);
    expect(reasons).to.deep.equal(['user']);
  });

  it('notifies the others also when one unsubscribes while it is notified', async () => {
    const { timers, window, call, reasons, subscribe } = setup();
    const unsubscribe = call.subscribe(() => unsubscribe());
    subscribe();
    call.markOpened();
    window.closed = true;
    await timers.advance(60_000);
    expect(reasons).to.deep.equal(['severed']);
  });

  it('release discards the window', () => {
    const { call, window } = setup();
    call.release();
    expect(window.log).to.deep.equal(['discard']);
  });
});

describe('focusPageCall', () => {
  it('focuses the window of the call, from the placeholder on', () => {
    const { call, window } = setup();
    expect(focusPageCall()).to.equal(true);
    call.markOpened();
    expect(focusPageCall()).to.equal(true);
    expect(window.log).to.deep.equal(['focus', 'focus']);
    call.release();
  });

  it('finds no call whose window is closed, or that was released', () => {
    const closed = setup();
    closed.window.closed = true;
    expect(focusPageCall()).to.equal(false);
    const released = setup();
    released.call.release();
    expect(focusPageCall()).to.equal(false);
    expect(released.window.log).to.deep.equal(['discard']);
  });

  it('finds the newest call, also after an older one was released', () => {
    const older = setup();
    const newer = setup();
    older.call.release();
    expect(focusPageCall()).to.equal(true);
    expect(newer.window.log).to.deep.equal(['focus']);
    newer.call.release();
  });

  it('finds the call of another copy of the script', async () => {
    const { call, window } = setup();
    const address = '/src/launch/page-calls.ts?a-second-copy';
    const copy = (await import(address)) as { focusPageCall: typeof focusPageCall };
    expect(copy.focusPageCall).not.to.equal(focusPageCall);
    expect(copy.focusPageCall()).to.equal(true);
    expect(window.log).to.deep.equal(['focus']);
    call.release();
  });
});
