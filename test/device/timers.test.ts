import { expect } from '@open-wc/testing';

import { browserTimers } from '../../src/device/timers.js';

describe('browserTimers', () => {
  it('runs a task asynchronously, and not one that was cancelled', async () => {
    const runs: string[] = [];
    await new Promise<void>((resolve) => {
      const cancel = browserTimers.after(0, () => runs.push('cancelled'));
      browserTimers.after(0, () => runs.push('run'));
      cancel();
      expect(runs).to.deep.equal([]);
      browserTimers.after(0, resolve);
    });
    expect(runs).to.deep.equal(['run']);
  });

  it("uses the browser's clocks and random numbers", () => {
    expect(browserTimers.now()).to.be.closeTo(Date.now(), 1000);
    expect(browserTimers.monotonic()).to.be.closeTo(performance.now(), 1000);
    expect(browserTimers.random()).to.be.within(0, 1);
  });
});
