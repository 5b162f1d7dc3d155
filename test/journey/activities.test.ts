import { expect } from '@open-wc/testing';

import { createActivities } from '../../src/journey/activities.js';
import type { PollPace } from '../../src/journey/poller.js';
import { FakeTimers } from '../support/fake-timers.js';
import { journeyIn, NOT_STARTED, REJECTED, STATES, UNDER_REVIEW } from '../support/journeys.js';

/** What runs beside journeys, written down. */
function bench() {
  const timers = new FakeTimers();
  const paces: (PollPace | null)[] = [];
  let questions = 0;
  let endings = 0;
  const activities = createActivities(
    {
      run: (pace) => void paces.push(pace),
      askAnew: () => {
        questions++;
        return Promise.resolve();
      },
    },
    () => endings++,
    timers,
  );
  return {
    timers,
    activities,
    questions: () => questions,
    endings: () => endings,
    paceIn: (...journey: Parameters<typeof journeyIn>) => {
      activities.keepUp(journeyIn(...journey));
      return paces.at(-1);
    },
  };
}

describe('beside a journey', () => {
  it('it is asked briskly while the call is up and while its outcome is awaited', () => {
    const { paceIn } = bench();
    expect(paceIn('open')).to.equal('brisk');
    expect(paceIn('checking')).to.equal('brisk');
  });

  it('it is asked slowly while a review lasts, also outside hours', () => {
    const { paceIn } = bench();
    expect(paceIn('ready', { standing: UNDER_REVIEW })).to.equal('slow');
    expect(paceIn('closed', { standing: UNDER_REVIEW })).to.equal('slow');
  });

  it('it is asked slowly after a call without an outcome yet, whatever the standing was before', () => {
    const { paceIn } = bench();
    for (const state of ['ready', 'closed'] as const)
      for (const after of ['closed', 'severed', 'handed-off'])
        for (const standing of [NOT_STARTED, REJECTED])
          expect(paceIn(state, { after, standing }), `${state} ${after}`).to.equal('slow');
  });

  it('it is not asked where no call has been, or nothing can be learnt', () => {
    const { paceIn } = bench();
    for (const after of [null, 'blocked', 'no-window', 'frame-failed'])
      expect(paceIn('ready', { after }), String(after)).to.equal(null);
    for (const state of ['idle', 'loading', 'closed', 'opening', 'done', 'error'] as const)
      expect(paceIn(state), state).to.equal(null);
  });

  it('it is asked at once, and once, when the outcome begins to be awaited', () => {
    const { paceIn, questions } = bench();
    paceIn('open');
    expect(questions()).to.equal(0);
    paceIn('checking');
    paceIn('checking', { standing: NOT_STARTED });
    expect(questions()).to.equal(1);
    paceIn('ready');
    paceIn('checking');
    expect(questions()).to.equal(2);
  });

  it('patience lasts a minute, in checking alone', async () => {
    const { paceIn, timers, endings } = bench();
    for (const state of STATES) {
      paceIn(state);
      expect(timers.waits, state).to.deep.equal(state === 'checking' ? [60_000] : []);
    }
    paceIn('checking');
    await timers.advance(30_000);
    paceIn('checking', { standing: NOT_STARTED });
    await timers.advance(30_000);
    expect(endings()).to.equal(1);
  });

  it('patience ends unheard when it is stopped', async () => {
    const { paceIn, timers, activities, endings } = bench();
    paceIn('checking');
    activities.stop();
    await timers.advance(60_000);
    expect(endings()).to.equal(0);
  });
});
