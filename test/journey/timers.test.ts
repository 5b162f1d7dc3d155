import { expect } from '@open-wc/testing';

import { browserTimers } from '../../src/journey/timers.js';

describe('browserTimers', () => {
  it('runs a task later, not at once, and not one that was cancelled', async () => {
    const done: string[] = [];
    await new Promise<void>((resolve) => {
      const cancel = browserTimers.after(0, () => done.push('cancelled'));
      browserTimers.after(0, () => done.push('run'));
      cancel();
      expect(done).to.deep.equal([]);
      browserTimers.after(0, resolve);
    });
    expect(done).to.deep.equal(['run']);
  });

  it("goes by the browser's clocks and its chance", () => {
    expect(browserTimers.now()).to.be.closeTo(Date.now(), 1000);
    expect(browserTimers.monotonic()).to.be.closeTo(performance.now(), 1000);
    expect(browserTimers.random()).to.be.within(0, 1);
  });
});
