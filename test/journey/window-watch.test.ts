import { expect } from '@open-wc/testing';

import { watchWindow } from '../../src/journey/window-watch.js';
import { FakeTimers } from '../support/fake-timers.js';

/** A window under watch, and what was said of it. */
function watched(leftAt = 0) {
  const timers = new FakeTimers();
  const call = { closed: false };
  const said: string[] = [];
  const stop = watchWindow(call, leftAt, (reason) => said.push(reason), timers);
  return { timers, call, said, stop };
}

describe('watchWindow', () => {
  it('says nothing of a window that is open', async () => {
    const { timers, said } = watched();
    await timers.advance(3_600_000);
    expect(said).to.deep.equal([]);
  });

  it('looks once a second', async () => {
    const { timers } = watched();
    for (let second = 0; second < 3; second++) {
      expect(timers.waits).to.deep.equal([1000]);
      await timers.advance(1000);
    }
  });

  it('says once that the customer closed it, after a second look', async () => {
    const { timers, call, said } = watched();
    await timers.advance(5000);
    call.closed = true;
    await timers.advance(1000);
    expect(said).to.deep.equal([]);
    await timers.advance(250);
    expect(said).to.deep.equal(['user']);
    await timers.advance(60_000);
    expect(said).to.deep.equal(['user']);
    expect(timers.waits).to.deep.equal([]);
  });

  it('believes no single look', async () => {
    const { timers, call, said } = watched();
    call.closed = true;
    await timers.advance(1000);
    call.closed = false;
    await timers.advance(10_000);
    expect(said).to.deep.equal([]);
    call.closed = true;
    await timers.advance(2000);
    expect(said).to.deep.equal(['user']);
  });

  it('says that sight of it was lost when it reads as closed at once: nobody closes a call in two seconds', async () => {
    const { timers, call, said } = watched();
    call.closed = true;
    await timers.advance(1250);
    expect(said).to.deep.equal(['severed']);
  });

  it('takes a window that was seen open for two seconds for closed by the customer', async () => {
    const { timers, call, said } = watched();
    await timers.advance(1500);
    call.closed = true;
    await timers.advance(1000);
    expect(said).to.deep.equal(['user']);
  });

  it('takes a window for closed by the customer that was not looked at since it left long ago', async () => {
    const { timers, call, said } = watched(-60_000);
    call.closed = true;
    await timers.advance(1250);
    expect(said).to.deep.equal(['user']);
  });

  it('stops when told to, also between two looks', async () => {
    for (const when of [0, 1000, 1100]) {
      const { timers, call, said, stop } = watched();
      call.closed = true;
      await timers.advance(when);
      stop();
      expect(timers.waits, `after ${when} ms`).to.deep.equal([]);
      await timers.advance(10_000);
      expect(said).to.deep.equal([]);
    }
  });
});
