import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { firstDelayMs, grownDelayMs, isExhausted, nextDelayMs, paceOf } from '../../src/journey/poll-pace.js';
import { journeyIn, NOT_STARTED, REJECTED, UNDER_REVIEW } from '../support/journeys.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('paceOf', () => {
  it('is fast during a call and while its outcome is checked', () => {
    expect(paceOf(journeyIn('open'))).to.equal('fast');
    expect(paceOf(journeyIn('checking'))).to.equal('fast');
  });

  it('is slow under review, also outside hours', () => {
    expect(paceOf(journeyIn('ready', { customer: UNDER_REVIEW }))).to.equal('slow');
    expect(paceOf(journeyIn('closed', { customer: UNDER_REVIEW }))).to.equal('slow');
  });

  it('is slow after a call without an outcome, whatever the status was before', () => {
    for (const state of ['ready', 'closed'] as const)
      for (const lastAttempt of ['closed', 'severed', 'handed-off'] as const)
        for (const customer of [NOT_STARTED, REJECTED])
          expect(paceOf(journeyIn(state, { lastAttempt, customer })), `${state} ${lastAttempt}`).to.equal(
            'slow',
          );
  });

  it('is gentle while a call is in progress somewhere and the backend names an interval, only where a call can start', () => {
    expect(paceOf(journeyIn('ready'), true)).to.equal('gentle');
    expect(paceOf(journeyIn('closed'), true)).to.equal(null);
    for (const customer of [NOT_STARTED, REJECTED])
      expect(paceOf(journeyIn('ready', { customer }), true), customer.phase).to.equal(null);
    expect(paceOf(journeyIn('ready', { lastAttempt: 'closed' }), true)).to.equal('slow');
  });

  it('is null where there was no call, or polling cannot bring anything new', () => {
    for (const lastAttempt of [null, 'blocked', 'no-window', 'frame-failed'] as const)
      expect(paceOf(journeyIn('ready', { lastAttempt })), String(lastAttempt)).to.equal(null);
    for (const state of ['idle', 'loading', 'closed', 'opening', 'done', 'error'] as const)
      expect(paceOf(journeyIn(state)), state).to.equal(null);
  });
});

describe('the base delay', () => {
  it('begins with 5 seconds when fast, and with 30 when slow', () => {
    expect(firstDelayMs('fast')).to.equal(5000);
    expect(firstDelayMs('slow')).to.equal(30_000);
  });

  it('grows by half with each poll, up to 30 seconds', () => {
    const delays = [5000];
    for (let polls = 0; polls < 6; polls++) delays.push(grownDelayMs(delays.at(-1) ?? 0));
    expect(delays).to.deep.equal([5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000]);
  });

  it('grows from 0, where the delays restart, to the first delay of the fast pace', () => {
    expect(grownDelayMs(0)).to.equal(firstDelayMs('fast'));
  });
});

describe('nextDelayMs', () => {
  const delay = (change: Partial<Parameters<typeof nextDelayMs>[0]>) =>
    nextDelayMs({
      pace: 'fast',
      baseMs: 5000,
      serverIntervalMs: null,
      hidden: false,
      random: 0.5,
      ...change,
    });

  it('is the base delay within 20 % either way', () => {
    expect(delay({})).to.equal(5000);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (random) => {
        expect(delay({ random })).to.be.within(4000 - 1e-6, 6000 + 1e-6);
      }),
    );
  });

  it('is never below five seconds where a call is in progress somewhere', () => {
    for (const [interval, expected] of [
      [2000, 5000],
      [20_000, 20_000],
    ] as const)
      expect(delay({ pace: 'gentle', serverIntervalMs: interval })).to.equal(expected);
  });

  it('is a minute while the page is hidden', () => {
    expect(delay({ hidden: true })).to.equal(MINUTE);
  });

  it("is the backend's interval, without jitter, from 2 seconds to 10 minutes", () => {
    for (const [interval, expected] of [
      [10_000, 10_000],
      [0, 2000],
      [1999, 2000],
      [HOUR, 600_000],
      [Infinity, 600_000],
    ] as const)
      expect(delay({ serverIntervalMs: interval, random: 1, hidden: true }), String(interval)).to.equal(
        expected,
      );
  });
});

describe('isExhausted', () => {
  const run = { elapsedMs: 0, hiddenMs: 0, polls: 0 };

  it('is true after two hours, half an hour hidden, or 400 polls', () => {
    expect(isExhausted(run)).to.equal(false);
    for (const [almost, reached] of [
      [{ elapsedMs: 2 * HOUR - 1 }, { elapsedMs: 2 * HOUR }],
      [{ hiddenMs: 30 * MINUTE - 1 }, { hiddenMs: 30 * MINUTE }],
      [{ polls: 399 }, { polls: 400 }],
    ]) {
      expect(isExhausted({ ...run, ...almost }), JSON.stringify(almost)).to.equal(false);
      expect(isExhausted({ ...run, ...reached }), JSON.stringify(reached)).to.equal(true);
    }
  });
});
