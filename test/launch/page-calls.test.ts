import { expect } from '@open-wc/testing';

import type { CallMode } from '../../src/launch/call-mode.js';
import type { CallWindow } from '../../src/launch/call-window.js';
import {
  currentPageCall,
  endLostDialog,
  focusPageCall,
  followPageCall,
  trackPageCall,
  type PageCallFollower,
} from '../../src/launch/page-calls.js';
import { FakeTimers } from '../support/fake-timers.js';
import { forgetPageCall } from '../support/forget-page-call.js';

const HOUR = 3_600_000;

/** A window that records what is done to it. */
class FakeCallWindow implements CallWindow {
  closed = false;
  readonly log: string[] = [];
  go = () => true;
  focus = () => void this.log.push('focus');
  discard = () => void this.log.push('discard');
}

describe('the call of a page', () => {
  const unfollows: (() => void)[] = [];
  afterEach(() => {
    unfollows.splice(0).forEach((unfollow) => unfollow());
    forgetPageCall();
  });

  /** A follower, and what it was notified of. */
  function createFollower() {
    const log: string[] = [];
    const follower: PageCallFollower = {
      callOpened: ({ mode }) => log.push(`opened ${mode}`),
      callEnded: (_call, { reason }, reports) => log.push(`ended ${reason}${reports ? ' and reports' : ''}`),
    };
    return {
      log,
      follower,
      follow() {
        const unfollow = followPageCall(follower);
        unfollows.push(unfollow);
        return unfollow;
      },
    };
  }

  /** A tracked window, whose owner follows it. */
  function setup(mode: CallMode = 'popup') {
    const timers = new FakeTimers();
    const window = new FakeCallWindow();
    const owner = createFollower();
    const unfollow = owner.follow();
    const call = trackPageCall({ window, mode, owner: owner.follower, timers });
    return { timers, window, owner, unfollow, call };
  }

  it('is up from markOpened on until it ends', async () => {
    const { call, window, timers } = setup();
    expect(call.isUp).to.equal(false);
    call.markOpened();
    expect(call.isUp).to.equal(true);
    window.closed = true;
    await timers.advance(5000);
    expect(call.isUp).to.equal(false);
  });

  it('does not watch a placeholder, nor the window of a native shell', () => {
    expect(setup().timers.pendingDelays).to.deep.equal([]);
    const shell = setup('host');
    shell.call.markOpened();
    expect(shell.timers.pendingDelays).to.deep.equal([]);
  });

  it('tells everybody who follows, its owner only of the end, and lets the owner report it', async () => {
    const earlier = createFollower();
    earlier.follow();
    const { call, owner, window, timers } = setup();
    const later = createFollower();
    call.markOpened();
    later.follow();
    await timers.advance(5000);
    window.closed = true;
    await timers.advance(5000);
    expect(owner.log).to.deep.equal(['ended user and reports']);
    for (const { log } of [earlier, later]) expect(log).to.deep.equal(['opened popup', 'ended user']);
    expect(timers.pendingDelays).to.deep.equal([]);
  });

  it('has one watch, which runs while somebody follows', () => {
    const { timers, call, unfollow } = setup();
    call.markOpened();
    const other = createFollower().follow();
    expect(timers.pendingDelays).to.deep.equal([1000]);
    unfollow();
    other();
    expect(timers.pendingDelays).to.deep.equal([]);
  });

  it('is found, and its end reported, by the next follower when its owner has left', async () => {
    const { timers, call, unfollow, window, owner } = setup();
    call.markOpened();
    unfollow();
    const next = createFollower();
    next.follow();
    const third = createFollower();
    third.follow();
    await timers.advance(5000);
    window.closed = true;
    await timers.advance(5000);
    expect(owner.log).to.deep.equal([]);
    expect(next.log).to.deep.equal(['opened popup', 'ended user and reports']);
    expect(third.log).to.deep.equal(['opened popup', 'ended user']);
  });

  it('reports a window that was closed while nobody followed', async () => {
    const { timers, call, unfollow, window } = setup();
    call.markOpened();
    unfollow();
    window.closed = true;
    await timers.advance(60_000);
    const next = createFollower();
    next.follow();
    expect(next.log).to.deep.equal(['opened popup']);
    await timers.advance(1250);
    expect(next.log).to.deep.equal(['opened popup', 'ended user and reports']);
  });

  it('reports its end once, although it is remembered', () => {
    const { call, owner } = setup();
    call.markOpened();
    call.end('severed');
    call.end('user');
    const next = createFollower();
    next.follow();
    expect(owner.log).to.deep.equal(['ended severed and reports']);
    expect(next.log).to.deep.equal(['opened popup', 'ended severed']);
  });

  it('is forgotten two hours after its end was reported, and not before it was', async () => {
    const reported = setup();
    reported.call.markOpened();
    reported.call.end('severed');
    await reported.timers.advance(2 * HOUR + 1);
    const late = createFollower();
    late.follow();
    expect(late.log).to.deep.equal([]);

    const { call, unfollow, timers } = setup('iframe');
    call.markOpened();
    unfollows.splice(0).forEach((each) => each());
    unfollow();
    call.end('page');
    await timers.advance(24 * HOUR);
    const next = createFollower();
    next.follow();
    expect(next.log).to.deep.equal(['opened iframe', 'ended page and reports']);
  });

  it('ends silently when it was only a placeholder', () => {
    const { call, window, owner } = setup();
    const other = createFollower();
    other.follow();
    call.end('page');
    expect(window.log).to.deep.equal(['discard']);
    expect([...owner.log, ...other.log]).to.deep.equal([]);
    expect(currentPageCall()).to.equal(null);
  });

  it('tells a follower only of the newest call when another one starts while the end is reported', () => {
    const { call, window, timers } = setup();
    const other = createFollower();
    const starter = createFollower();
    starter.follower.callEnded = () => {
      const next = trackPageCall({ window, mode: 'host', owner: starter.follower, timers });
      next.markOpened();
    };
    starter.follow();
    other.follow();
    call.markOpened();
    call.end('user');
    expect(other.log).to.include('opened host');
    expect(currentPageCall()?.isUp).to.equal(true);
  });

  describe('endLostDialog', () => {
    it('ends a call in the page whose dialog has left the document, for a reason of the page', () => {
      const { call, window, owner } = setup('iframe');
      call.markOpened();
      endLostDialog();
      expect(owner.log).to.deep.equal([]);
      window.closed = true;
      endLostDialog();
      expect(owner.log).to.deep.equal(['ended page and reports']);
    });

    it('leaves a window alone, which the watch is there for', () => {
      const { call, window, owner } = setup('popup');
      call.markOpened();
      window.closed = true;
      endLostDialog();
      expect(owner.log).to.deep.equal([]);
    });
  });

  describe('focusPageCall', () => {
    it('focuses the window of the call, from the placeholder on', () => {
      const { call, window } = setup();
      expect(focusPageCall()).to.equal(true);
      call.markOpened();
      expect(focusPageCall()).to.equal(true);
      expect(window.log).to.deep.equal(['focus', 'focus']);
    });

    it('finds no call whose window is closed, that a native shell shows, or that never was', () => {
      setup().window.closed = true;
      expect(focusPageCall()).to.equal(false);
      setup('host').call.markOpened();
      expect(focusPageCall()).to.equal(false);
      forgetPageCall();
      expect(focusPageCall()).to.equal(false);
    });

    it('continues a window that the page gave up but that is still open, and reports its end no second time', async () => {
      const { call, window, owner, timers } = setup();
      call.markOpened();
      await timers.advance(5000);
      call.end('page');
      expect(timers.pendingDelays).to.deep.equal([]);
      expect(focusPageCall()).to.equal(true);
      expect(call.isUp).to.equal(true);
      window.closed = true;
      await timers.advance(5000);
      expect(owner.log).to.deep.equal(['ended page and reports', 'opened popup', 'ended user']);
    });

    it('finds the newest call, also after an older one has ended', () => {
      const older = setup();
      const newer = setup();
      older.call.end('page');
      expect(focusPageCall()).to.equal(true);
      expect(newer.window.log).to.deep.equal(['focus']);
    });

    it('finds the call of another copy of the script', async () => {
      const { window } = setup();
      const address = '/src/launch/page-calls.ts?a-second-copy';
      const copy = (await import(address)) as { focusPageCall: typeof focusPageCall };
      expect(copy.focusPageCall).not.to.equal(focusPageCall);
      expect(copy.focusPageCall()).to.equal(true);
      expect(window.log).to.deep.equal(['focus']);
    });
  });
});
