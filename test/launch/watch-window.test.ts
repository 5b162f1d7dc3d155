import { expect } from '@open-wc/testing';

import { watchWindow } from '../../src/launch/watch-window.js';
import { FakeTimers } from '../support/fake-timers.js';

/** A watched window, and the reasons that were reported. */
function setup(openedAt = 0) {
  const timers = new FakeTimers();
  const window = { closed: false };
  const reasons: string[] = [];
  const stop = watchWindow({ window, openedAt, timers, onEnd: (reason) => reasons.push(reason) });
  return { timers, window, reasons, stop };
}

describe('watchWindow', () => {
  it('reports nothing while the window is open', async () => {
    const { timers, reasons } = setup();
    await timers.advance(3_600_000);
    expect(reasons).to.deep.equal([]);
  });

  it('checks once a second', async () => {
    const { timers } = setup();
    for (let second = 0; second < 3; second++) {
      expect(timers.pendingDelays).to.deep.equal([1000]);
      await timers.advance(1000);
    }
  });

  it('reports once that the customer closed it, after a second check', async () => {
    const { timers, window, reasons } = setup();
    await timers.advance(5000);
    window.closed = true;
    await timers.advance(1000);
    expect(reasons).to.deep.equal([]);
    await timers.advance(250);
    expect(reasons).to.deep.equal(['user']);
    await timers.advance(60_000);
    expect(reasons).to.deep.equal(['user']);
    expect(timers.pendingDelays).to.deep.equal([]);
  });

  it('does not trust a single check', async () => {
    const { timers, window, reasons } = setup();
    window.closed = true;
    await timers.advance(1000);
    window.closed = false;
    await timers.advance(10_000);
    expect(reasons).to.deep.equal([]);
    window.closed = true;
    await timers.advance(2000);
    expect(reasons).to.deep.equal(['user']);
  });

  it('reports severed when the window reads as closed within two seconds', async () => {
    const { timers, window, reasons } = setup();
    window.closed = true;
    await timers.advance(1250);
    expect(reasons).to.deep.equal(['severed']);
  });

  it('reports user when the window was open for two seconds', async () => {
    const { timers, window, reasons } = setup();
    await timers.advance(1500);
    window.closed = true;
    await timers.advance(1000);
    expect(reasons).to.deep.equal(['user']);
  });

  it('reports user when the watch starts long after the window opened', async () => {
    const { timers, window, reasons } = setup(-60_000);
    window.closed = true;
    await timers.advance(1250);
    expect(reasons).to.deep.equal(['user']);
  });

  it('reports severed, however late, once the window can no longer be observed', async () => {
    const { timers, window, reasons } = setup();
    await timers.advance(60_000);
    Object.assign(window, { closed: true, lost: true });
    await timers.advance(1250);
    expect(reasons).to.deep.equal(['severed']);
  });

  it('reports nothing after stop, also between two checks', async () => {
    for (const when of [0, 1000, 1100]) {
      const { timers, window, reasons, stop } = setup();
      window.closed = true;
      await timers.advance(when);
      stop();
      expect(timers.pendingDelays, `after ${when} ms`).to.deep.equal([]);
      await timers.advance(10_000);
      expect(reasons).to.deep.equal([]);
    }
  });
});
