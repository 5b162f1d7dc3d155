import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { NO_STATUS } from '../../src/journey/journey.js';
import { createStatusPoller } from '../../src/journey/status-poller.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import type { Reply } from '../../src/session/session-client.js';
import { fakeJourneySession } from '../support/fake-journey-session.js';
import { FakeStore } from '../support/fake-store.js';
import { FakeTimers } from '../support/fake-timers.js';
import { journeyIn, NOT_STARTED, OPEN, STATES } from '../support/journeys.js';
import { replyWith } from '../support/replies.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A state for each pace. */
const FAST = journeyIn('open');
const SLOW = journeyIn('ready', { lastAttempt: 'closed' });
const NO_POLLING = journeyIn('ready', { customer: NOT_STARTED });

type Answer = () => Promise<Reply | null>;

const withInterval =
  (pollAfter: number | 'never'): Answer =>
  () =>
    Promise.resolve(replyWith({ pollAfter }));

/** A poller that has loaded once, and the times (in ms) of its further requests; they are answered at once. */
async function setup(answer: Answer = () => Promise.resolve(replyWith())) {
  const timers = new FakeTimers();
  const page = { hidden: false, online: true };
  const store = new FakeStore(NO_POLLING);
  const session = fakeJourneySession();
  const requests: number[] = [];
  session.fetchStatus = () => Promise.resolve(replyWith());
  const poller = createStatusPoller({ store, session, timers, visibility: () => page });
  poller.resume();
  await timers.advance(0);
  const respond = (next: Answer) => {
    session.fetchStatus = () => {
      requests.push(timers.monotonic());
      return next();
    };
  };
  respond(answer);
  return {
    timers,
    page,
    store,
    session,
    requests,
    poller,
    respond,
    /** The backend sets an interval in an answer that is not a poll. */
    setInterval: async (pollAfter: number | 'never') => {
      respond(withInterval(pollAfter));
      await poller.fetchStatus();
      requests.length = 0;
      respond(answer);
    },
  };
}

/** An answer that the test gives later. */
function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { answer: (): Promise<Reply> => promise.then(() => replyWith()), resolve };
}

/** The time before each request. */
const intervals = (requests: readonly number[]) => requests.map((at, nth) => at - (requests[nth - 1] ?? 0));

describe('createStatusPoller', () => {
  it('does not poll in a state that needs no polling', async () => {
    const { timers, requests, poller, setInterval } = await setup();
    await setInterval(5000);
    poller.pageChanged();
    await timers.advance(HOUR);
    expect(requests).to.deep.equal([]);
  });

  it('polls fast after 5 seconds, then at growing intervals up to 30', async () => {
    const { timers, store, requests } = await setup();
    store.set(FAST);
    await timers.advance(5 * MINUTE);
    expect(intervals(requests).slice(0, 7)).to.deep.equal([
      5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000,
    ]);
  });

  it('polls slowly every 30 seconds', async () => {
    const { timers, store, requests } = await setup();
    store.set(SLOW);
    await timers.advance(2 * MINUTE);
    expect(intervals(requests)).to.deep.equal([30_000, 30_000, 30_000, 30_000]);
  });

  it('spreads its polls by 20 % either way', async () => {
    for (const [random, delay] of [
      [0, 4000],
      [0.5, 5000],
      [1, 6000],
    ] as const) {
      const { timers, store } = await setup();
      timers.randomValue = random;
      store.set(FAST);
      expect(timers.pendingDelays[0], String(random)).to.be.closeTo(delay, 1e-6);
    }
  });

  it('backs off for the Retry-After of a failure, whatever the occasion', async () => {
    const { timers, store, requests, poller, page, respond } = await setup();
    respond(() => Promise.reject(new VkycError('rate_limited', { retryAfter: 90 })));
    await poller.fetchStatus();
    requests.length = 0;
    respond(() => Promise.resolve(replyWith()));
    store.set(FAST);
    await timers.advance(60_000);
    poller.pageChanged();
    expect(requests).to.deep.equal([]);
    await timers.advance(30_000);
    expect(requests).to.deep.equal([90_000]);
    await timers.advance(4000);
    page.hidden = true;
    poller.pageChanged();
    page.hidden = false;
    poller.pageChanged();
    expect(requests).to.deep.equal([90_000, 94_000]);
  });

  it('stops when the state needs no more polling', async () => {
    const { timers, store, requests } = await setup();
    store.set(FAST);
    await timers.advance(5000);
    store.set(NO_POLLING);
    expect(timers.pendingDelays).to.deep.equal([]);
    await timers.advance(HOUR);
    expect(requests).to.deep.equal([5000]);
  });

  it('keeps its timer while the pace stays the same, and restarts it when the pace changes', async () => {
    const { timers, store, requests } = await setup();
    store.set(FAST);
    await timers.advance(4000);
    store.set(journeyIn('open', { customer: NOT_STARTED }));
    await timers.advance(1000);
    expect(requests).to.deep.equal([5000]);
    store.set(SLOW);
    expect(timers.pendingDelays).to.deep.equal([30_000]);
    store.set(FAST);
    expect(timers.pendingDelays).to.deep.equal([5000]);
  });

  it('waits for an answer before it polls again', async () => {
    const { answer, resolve } = deferred();
    const { timers, store, requests, poller } = await setup(answer);
    store.set(FAST);
    await timers.advance(HOUR);
    expect(requests).to.have.length(1);
    poller.pageChanged();
    expect(requests).to.have.length(1);
    expect(timers.pendingDelays).to.deep.equal([]);
    resolve();
    await timers.advance(7500);
    expect(requests).to.have.length(2);
  });

  it('stops polling also while a poll is in flight', async () => {
    const { answer, resolve } = deferred();
    const { timers, store, requests } = await setup(answer);
    store.set(FAST);
    await timers.advance(5000);
    store.set(NO_POLLING);
    resolve();
    await timers.advance(HOUR);
    expect(requests).to.deep.equal([5000]);
  });

  describe("the backend's interval", () => {
    it('applies to the next poll, from 2 seconds to 10 minutes, and to no further one', async () => {
      for (const [interval, delay] of [
        [10_000, 10_000],
        [0, 2000],
        [1999, 2000],
        [HOUR, 600_000],
        [Infinity, 600_000],
      ] as const) {
        const { timers, store, requests, setInterval } = await setup();
        store.set(FAST);
        await setInterval(interval);
        expect(timers.pendingDelays, String(interval)).to.deep.equal([delay]);
        await timers.advance(delay);
        expect(requests).to.deep.equal([delay]);
        expect(timers.pendingDelays).to.deep.equal([7500]);
      }
    });

    it('applies again with every answer that repeats it', async () => {
      const { timers, store, requests } = await setup(withInterval(10_000));
      store.set(FAST);
      await timers.advance(35_000);
      expect(requests).to.deep.equal([5000, 15_000, 25_000, 35_000]);
    });

    it('never: no timer polls again once asking may mint, but page events do', async () => {
      const { timers, store, requests, poller, setInterval, respond } = await setup();
      store.set(FAST);
      await setInterval('never');
      respond(withInterval('never'));
      await timers.advance(HOUR);
      expect(requests).to.deep.equal([]);
      poller.pageChanged();
      await timers.advance(HOUR);
      expect(requests).to.deep.equal([HOUR]);
      store.set(SLOW);
      expect(timers.pendingDelays).to.deep.equal([]);
    });

    it('never, also implied by an answer with a link and by an endpoint that answers only POST', async () => {
      for (const answer of [replyWith({ link: 'https://go.signzy.tech/' }), null]) {
        const { timers, store, poller, respond } = await setup();
        store.set(FAST);
        respond(() => Promise.resolve(answer));
        await poller.fetchStatus();
        expect(timers.pendingDelays).to.deep.equal([]);
      }
    });

    it('polls on a timer again when an answer revokes never', async () => {
      const { timers, store, poller, setInterval } = await setup();
      store.set(FAST);
      await setInterval('never');
      await poller.fetchStatus();
      expect(timers.pendingDelays).to.deep.equal([5000]);
    });
  });

  describe('pageChanged', () => {
    it('polls at once, and then fast again', async () => {
      const { timers, store, requests, poller } = await setup();
      store.set(FAST);
      await timers.advance(2 * MINUTE);
      requests.length = 0;
      poller.pageChanged();
      await timers.advance(0);
      expect(requests).to.have.length(1);
      expect(timers.pendingDelays).to.deep.equal([5000]);
    });

    it('does not poll offline', async () => {
      const { timers, store, page, requests, poller } = await setup();
      store.set(FAST);
      page.online = false;
      poller.pageChanged();
      await timers.advance(MINUTE);
      expect(requests).to.deep.equal([]);
    });
  });

  describe('when the customer comes back', () => {
    const comeBack = (ctx: Awaited<ReturnType<typeof setup>>) => {
      ctx.page.hidden = true;
      ctx.poller.pageChanged();
      ctx.page.hidden = false;
      ctx.poller.pageChanged();
    };

    it('asks once, in every state that an answer can change', async () => {
      for (const state of STATES) {
        const ctx = await setup();
        ctx.store.set(journeyIn(state, { customer: NOT_STARTED }));
        await ctx.timers.advance(0);
        ctx.requests.length = 0;
        comeBack(ctx);
        ctx.poller.pageChanged();
        await ctx.timers.advance(0);
        const isNeedless = ['idle', 'opening', 'done'].includes(state);
        expect(ctx.requests, state).to.have.length(isNeedless ? 0 : 1);
      }
    });

    it('asks also when the window lost and got the focus, or the network was away', async () => {
      const ctx = await setup();
      ctx.poller.pageChanged(true);
      ctx.poller.pageChanged();
      await ctx.timers.advance(10_000);
      ctx.page.online = false;
      ctx.poller.pageChanged();
      ctx.page.online = true;
      ctx.poller.pageChanged();
      await ctx.timers.advance(0);
      expect(ctx.requests).to.deep.equal([0, 10_000]);
    });

    it('asks at most every ten seconds', async () => {
      const ctx = await setup();
      for (let seconds = 0; seconds < 30; seconds++) {
        comeBack(ctx);
        await ctx.timers.advance(1000);
      }
      expect(ctx.requests).to.deep.equal([0, 10_000, 20_000]);
    });

    it('does not ask while a call may be alive that the question could end', async () => {
      for (const journey of [
        journeyIn('open', { mayMint: true }),
        journeyIn('checking', { mayMint: true, lastAttempt: 'severed' }),
        journeyIn('ready', { mayMint: true, lastAttempt: 'severed' }),
        journeyIn('ready', { mayMint: true, lastAttempt: 'handed-off' }),
        journeyIn('error', { mayMint: true, lastAttempt: 'severed' }),
      ]) {
        const ctx = await setup(withInterval('never'));
        ctx.store.set(journey);
        comeBack(ctx);
        await ctx.timers.advance(HOUR);
        comeBack(ctx);
        await ctx.timers.advance(HOUR);
        expect(ctx.requests, `${journey.state} ${journey.lastAttempt ?? ''}`).to.deep.equal([]);
        await ctx.poller.refresh();
        expect(ctx.requests, 'somebody asks').to.have.length(1);
      }
    });
  });

  describe('where asking may mint', () => {
    it('asks once that a window has gone, and not that it was severed', async () => {
      for (const [lastAttempt, requests] of [
        ['closed', 1],
        ['severed', 0],
      ] as const) {
        const ctx = await setup(withInterval('never'));
        ctx.store.set(journeyIn('open', { mayMint: true }));
        ctx.store.set(journeyIn('checking', { mayMint: true, lastAttempt }));
        await ctx.timers.advance(HOUR);
        expect(ctx.requests, lastAttempt).to.have.length(requests);
      }
    });

    it('polls on no timer after a failure either, whatever time the backend names', async () => {
      const ctx = await setup(() => Promise.reject(new VkycError('rate_limited', { retryAfter: 30 })));
      ctx.store.set(journeyIn('open', { mayMint: true }));
      await ctx.poller.refresh();
      await ctx.timers.advance(HOUR);
      expect(ctx.requests).to.have.length(1);
    });

    it('does not ask on a timer for new hours while a call is up', async () => {
      const ctx = await setup(withInterval('never'));
      ctx.store.set(journeyIn('open', { mayMint: true }));
      ctx.store.dispatch({
        type: 'hours-changed',
        availability: OPEN,
        lastCall: null,
        clock: 'server',
        backendHoursExpired: true,
      });
      await ctx.timers.advance(HOUR);
      expect(ctx.requests).to.deep.equal([]);
    });

    it('does not ask when it takes over a call that is up', async () => {
      const ctx = await setup(withInterval('never'));
      ctx.poller.suspend();
      ctx.store.set(journeyIn('open', { mayMint: true }));
      ctx.poller.resume();
      await ctx.timers.advance(HOUR);
      expect(ctx.requests).to.deep.equal([]);
    });
  });

  describe('while a call is in progress that this page does not know of', () => {
    it('polls at the interval of the backend, and only while the page is visible', async () => {
      const ctx = await setup(withInterval(20_000));
      ctx.store.set(journeyIn('ready'));
      await ctx.timers.advance(HOUR);
      expect(ctx.requests).to.deep.equal([]);
      await ctx.poller.fetchStatus();
      await ctx.timers.advance(40_000);
      expect(ctx.requests.map((at) => at - HOUR)).to.deep.equal([0, 20_000, 40_000]);
      ctx.page.hidden = true;
      ctx.poller.pageChanged();
      await ctx.timers.advance(HOUR);
      expect(ctx.requests).to.have.length(3);
      ctx.page.hidden = false;
      ctx.poller.pageChanged();
      await ctx.timers.advance(20_000);
      expect(ctx.requests).to.have.length(5);
    });
  });

  it('shows the failure at last when no answer came during a call', async () => {
    const ctx = await setup(() => Promise.reject(new VkycError('not_found')));
    ctx.store.set(journeyIn('checking', { customer: NO_STATUS }));
    await ctx.timers.advance(MINUTE);
    expect(ctx.store.state).to.include({ state: 'error', retry: 'refresh' });
  });

  describe('on a hidden page', () => {
    it('polls once a minute, and gives up after half an hour', async () => {
      const { timers, page, store, requests } = await setup();
      page.hidden = true;
      store.set(FAST);
      await timers.advance(10 * MINUTE);
      expect(requests).to.have.length(10);
      await timers.advance(2 * HOUR);
      expect(requests).to.have.length(30);
      expect(timers.pendingDelays).to.deep.equal([]);
    });

    it('resumes when the page becomes visible', async () => {
      const { timers, page, store, requests, poller } = await setup();
      page.hidden = true;
      store.set(FAST);
      await timers.advance(HOUR);
      page.hidden = false;
      requests.length = 0;
      poller.pageChanged();
      await timers.advance(0);
      expect(requests).to.have.length(1);
      expect(timers.pendingDelays).to.deep.equal([5000]);
    });

    it('counts each hidden period separately', async () => {
      const { timers, page, store, poller } = await setup();
      store.set(FAST);
      for (let times = 0; times < 3; times++) {
        page.hidden = true;
        poller.pageChanged();
        await timers.advance(20 * MINUTE);
        page.hidden = false;
        poller.pageChanged();
        await timers.advance(0);
        expect(timers.pendingDelays).to.have.length(1);
      }
    });
  });

  it('pauses offline and resumes online', async () => {
    const { timers, page, store, requests, poller } = await setup();
    store.set(FAST);
    page.online = false;
    poller.pageChanged();
    await timers.advance(HOUR);
    expect(requests).to.deep.equal([]);
    page.online = true;
    poller.pageChanged();
    expect(requests).to.deep.equal([HOUR]);
    await timers.advance(0);
    expect(timers.pendingDelays).to.deep.equal([5000]);
  });

  describe('limits', () => {
    it('gives up after two hours', async () => {
      const { timers, store, requests } = await setup();
      store.set(SLOW);
      await timers.advance(24 * HOUR);
      expect(timers.pendingDelays).to.deep.equal([]);
      expect(requests.at(-1)).to.be.within(2 * HOUR - 30_000, 2 * HOUR);
    });

    it('gives up after 400 polls', async () => {
      const { timers, store, requests } = await setup(withInterval(2000));
      store.set(FAST);
      await timers.advance(2 * HOUR - MINUTE);
      expect(requests).to.have.length(400);
      expect(timers.pendingDelays).to.deep.equal([]);
    });

    it('still polls on page events after that', async () => {
      const { timers, store, requests, poller } = await setup();
      store.set(SLOW);
      await timers.advance(3 * HOUR);
      requests.length = 0;
      poller.pageChanged();
      expect(requests).to.have.length(1);
    });

    it('has as many polls again for the next call', async () => {
      const { timers, store } = await setup(withInterval(2000));
      store.set(FAST);
      await timers.advance(HOUR);
      store.set(NO_POLLING);
      store.set(FAST);
      expect(timers.pendingDelays).to.deep.equal([2000]);
    });

    it('has as much time again for the next call', async () => {
      const { timers, store } = await setup();
      store.set(SLOW);
      await timers.advance(3 * HOUR);
      store.set(NO_POLLING);
      store.set(FAST);
      expect(timers.pendingDelays).to.deep.equal([5000]);
    });
  });

  describe('fetchStatus', () => {
    it('shares one request among concurrent calls', async () => {
      const { poller, requests } = await setup();
      await Promise.all([poller.fetchStatus(), poller.fetchStatus(), poller.refresh()]);
      expect(requests).to.have.length(1);
    });

    it('dispatches a failure, and whether somebody waited for the answer', async () => {
      const { poller, store, respond } = await setup();
      const failure = new VkycError('server_error');
      respond(() => Promise.reject(failure));
      await poller.fetchStatus();
      await poller.refresh();
      expect(store.actions).to.deep.equal([
        { type: 'status-failed', failure, userInitiated: false },
        { type: 'status-failed', failure, userInitiated: true },
      ]);
    });

    it('dispatches that EnKash is closed, which is not a failure', async () => {
      const { poller, store, respond } = await setup();
      respond(() => Promise.reject(new ClosedHours(null)));
      await poller.fetchStatus();
      expect(store.actions).to.deep.equal([
        { type: 'closed-by-server', opensAt: null },
        { type: 'status-failed', failure: null, userInitiated: false },
      ]);
    });

    it('dispatches nothing for an aborted request', async () => {
      const { poller, store, session, respond } = await setup();
      respond(() => Promise.reject(new DOMException('Aborted', 'AbortError')));
      const request = poller.fetchStatus();
      session.suspend();
      await request;
      expect(store.actions).to.deep.equal([]);
    });
  });

  describe('in checking', () => {
    it('requests the status at once, and once', async () => {
      const { timers, store, requests } = await setup();
      store.set(FAST);
      expect(requests).to.have.length(0);
      store.set(journeyIn('checking'));
      store.set(journeyIn('checking', { customer: NOT_STARTED }));
      await timers.advance(0);
      expect(requests).to.have.length(1);
      store.set(NO_POLLING);
      store.set(journeyIn('checking'));
      await timers.advance(0);
      expect(requests).to.have.length(2);
    });

    it('dispatches check-timed-out after a minute', async () => {
      const { timers, store } = await setup();
      store.set(journeyIn('checking'));
      await timers.advance(30_000);
      store.set(journeyIn('checking', { customer: NOT_STARTED }));
      await timers.advance(29_999);
      expect(store.actions).to.deep.equal([]);
      await timers.advance(1);
      expect(store.actions).to.deep.equal([{ type: 'check-timed-out' }]);
    });

    it('has that timeout in no other state', async () => {
      const { timers, store, setInterval } = await setup();
      await setInterval('never');
      for (const state of STATES) {
        store.set(journeyIn(state));
        expect(timers.pendingDelays, state).to.deep.equal(state === 'checking' ? [60_000] : []);
      }
    });
  });

  describe("when the backend's hours expire", () => {
    const expire = (store: FakeStore) =>
      store.dispatch({
        type: 'hours-changed',
        availability: OPEN,
        lastCall: null,
        clock: 'server',
        backendHoursExpired: true,
      });

    it('sends a request within ten seconds', async () => {
      const { timers, store, requests } = await setup();
      expire(store);
      expect(timers.pendingDelays).to.deep.equal([5000]);
      await timers.advance(5000);
      expect(requests).to.deep.equal([5000]);
    });

    it('sends none of its own when another request follows before', async () => {
      const { timers, store, requests, poller } = await setup();
      expire(store);
      await poller.fetchStatus();
      await timers.advance(10_000);
      expect(requests).to.deep.equal([0]);
    });
  });

  describe('suspend', () => {
    it('ends all timers, and ignores the state', async () => {
      const { timers, store, poller } = await setup();
      store.set(journeyIn('checking'));
      poller.suspend();
      expect(timers.pendingDelays).to.deep.equal([]);
      store.set(NO_POLLING);
      store.set(FAST);
      expect(timers.pendingDelays).to.deep.equal([]);
    });

    it('lets resume follow the state again, with a request of its own', async () => {
      const { answer, resolve } = deferred();
      const { timers, store, requests, poller } = await setup(answer);
      const abandoned = poller.fetchStatus();
      poller.suspend();
      store.set(FAST);
      poller.resume();
      expect(requests).to.deep.equal([0, 0]);
      expect(timers.pendingDelays).to.deep.equal([5000]);
      resolve();
      await abandoned;
    });
  });

  it('has at most one timer and one request at a time, after any sequence of inputs', async () => {
    type Context = Awaited<ReturnType<typeof setup>>;
    const input = fc.constantFrom<(ctx: Context) => unknown>(
      ({ store }) => store.set(FAST),
      ({ store }) => store.set(SLOW),
      ({ store }) => store.set(NO_POLLING),
      ({ setInterval }) => setInterval(3000),
      ({ setInterval }) => setInterval('never'),
      ({ poller }) => poller.fetchStatus(),
      ({ poller }) => poller.pageChanged(),
      ({ page }) => (page.hidden = !page.hidden),
      ({ page }) => (page.online = !page.online),
      ({ timers }) => timers.advance(MINUTE),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(input, { maxLength: 20 }), async (inputs) => {
        let inFlight = 0;
        const ctx = await setup(async () => {
          expect(++inFlight).to.equal(1);
          await Promise.resolve();
          inFlight--;
          return replyWith();
        });
        for (const apply of inputs) {
          await apply(ctx);
          expect(ctx.timers.pendingDelays.length).to.be.at.most(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
