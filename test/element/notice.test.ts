import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { browserTimers } from '../../src/device/timers.js';
import { createNotice } from '../../src/element/notice.js';
import type { Journey } from '../../src/journey/journey.js';
import { FakeTimers } from '../support/fake-timers.js';
import { IN_PROGRESS, journeyIn, UNDER_REVIEW } from '../support/journeys.js';

const setup = () => {
  let current: Journey = journeyIn('ready');
  const controllers: ReactiveController[] = [];
  const notice = createNotice({
    host: {
      addController: (controller) => void controllers.push(controller),
      requestUpdate: () => undefined,
    },
    current: () => current,
  });
  return {
    notice,
    become: (next: Journey) => void (current = next),
    remove: () => controllers.forEach((controller) => controller.hostDisconnected?.()),
  };
};

describe('createNotice', () => {
  const realTimers = { ...browserTimers };
  let timers: FakeTimers;
  beforeEach(() => {
    timers = new FakeTimers();
    Object.assign(browserTimers, timers);
  });
  afterEach(() => void Object.assign(browserTimers, realTimers));

  it('shows its text for some seconds, also through polls that change nothing', async () => {
    const { notice, become } = setup();
    notice.show('Checked just now.');
    become(journeyIn('ready', { customer: { ...IN_PROGRESS } }));
    await timers.advance(8_000);
    expect(notice.text).to.equal('Checked just now.');
    await timers.advance(4_000);
    expect(notice.text).to.equal('');
  });

  for (const [what, next] of [
    ['another state', journeyIn('opening')],
    ['another phase', journeyIn('ready', { customer: UNDER_REVIEW })],
    ['another outcome of the call', journeyIn('ready', { lastAttempt: 'ended' })],
  ] as const)
    it(`is replaced by ${what} at once`, () => {
      const { notice, become } = setup();
      notice.show('Saved.');
      become(next);
      expect(notice.text).to.equal('');
    });

  it('leaves no timer behind when the element is removed', () => {
    const { notice, remove } = setup();
    notice.show('Saved.');
    remove();
    expect(timers.pendingDelays).to.deep.equal([]);
  });
});
