import { expect } from '@open-wc/testing';

import type { CallWindow } from '../../src/launch/call-window.js';
import { createCurrentStart } from '../../src/launch/current-start.js';
import { continuePendingStarts, type PendingStart } from '../../src/launch/pending-start.js';
import type { StartRequest } from '../../src/launch/start-request.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import { openDialog } from '../../src/launch/dialog.js';
import { FakeTimers } from '../support/fake-timers.js';
import { forgetPageCall } from '../support/forget-page-call.js';
import { loadedPart } from '../support/lazy-parts.js';

const request: StartRequest = {
  mode: 'popup',
  hosts: DEFAULT_LINK_HOSTS,
  placeholder: { lang: 'en', dir: 'ltr', title: '', text: '' },
  dialog: { root: document.body } as unknown as StartRequest['dialog'],
  openDialog: loadedPart(openDialog),
};

describe('the current start', () => {
  afterEach(forgetPageCall);

  function setup() {
    const timers = new FakeTimers();
    const owner = { callOpened: () => undefined, callEnded: () => undefined };
    const start = createCurrentStart({ owner, timers });
    let discarded = 0;
    const window: CallWindow = {
      closed: false,
      go: () => true,
      focus: () => undefined,
      discard: () => {
        discarded++;
      },
    };
    return { timers, start, window, discarded: () => discarded };
  }

  it('has another number after each that was given up, and its window is closed', () => {
    const { start, window, discarded } = setup();
    const { id } = start;
    start.pressed(request);
    start.track(window, 'popup', request);
    expect(start.waitsInWindow).to.equal(true);
    start.giveUp();
    expect(start.id).not.to.equal(id);
    expect([start.placeholder, start.waitsInWindow, discarded()]).to.deep.equal([null, false, 1]);
  });

  it('has nothing left to give up once the call is on screen', () => {
    const { start, window, discarded } = setup();
    start.track(window, 'popup', request);
    const { placeholder } = start;
    expect(start.complete()).to.equal(placeholder);
    start.giveUp();
    expect(discarded()).to.equal(0);
  });

  it('leaves its press and its open window to another journey', async () => {
    const { timers, start, window, discarded } = setup();
    const continued: PendingStart[] = [];
    start.track(window, 'popup', request);
    start.handOver();
    const stop = continuePendingStarts((one) => void continued.push(one));
    await timers.advance(1);
    stop();
    expect(continued).to.deep.equal([{ request, window }]);
    expect([start.placeholder, discarded()]).to.deep.equal([null, 0]);
  });

  it('leaves no press to another journey when there was none', async () => {
    const { timers, start } = setup();
    const continued: PendingStart[] = [];
    start.handOver();
    const stop = continuePendingStarts((one) => void continued.push(one));
    await timers.advance(1);
    stop();
    expect(continued).to.deep.equal([]);
  });
});
