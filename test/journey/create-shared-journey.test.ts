import { expect } from '@open-wc/testing';
import { delay, HttpResponse } from 'msw';

import { answer, MONDAY_11, SEED_LINK } from '../support/scenarios.js';
import { VkycError } from '../../src/errors/vkyc-error.js';
import { focusPageCall } from '../../src/launch/page-calls.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import { rememberedPlace } from '../../src/launch/remembered-call.js';
import { forgetPageCall } from '../support/forget-page-call.js';
import { RecordingObserver, setupJourneys } from '../support/journey-setup.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('createSharedJourney', () => {
  const { windows, lastWindow, setup, setupReady, setupOpen } = setupJourneys();

  describe('join', () => {
    it('sends one GET, mints nothing, and reports the first status as a change from unknown', async () => {
      const { journey, observer, response, untilState, respond, methods } = await setup();
      respond({ GET: response() });
      journey.join(observer);
      expect(journey.state.state).to.equal('loading');
      await untilState('ready');
      expect(methods()).to.deep.equal(['GET']);
      expect(journey.state.customer.phase).to.equal('in-progress');
      expect(observer.eventsOf('status-change')).to.have.length(1);
      expect(observer.eventsOf('status-change')[0]).to.include({
        previousPhase: 'unknown',
        phase: 'in-progress',
      });
    });

    it('reports the first status even if it is unknown', async () => {
      const { journey, observer, untilState, respond } = await setup();
      respond({ GET: () => HttpResponse.json({ kycStatus: null }) });
      journey.join(observer);
      await untilState('ready');
      expect(observer.eventsOf('status-change')[0]).to.include({
        previousPhase: 'unknown',
        phase: 'unknown',
      });
    });

    it('sends one request for all observers, and notifies all of them', async () => {
      const { journey, observer, response, untilState, respond, methods, joinAnother } = await setup();
      respond({ GET: response() });
      journey.join(observer);
      const other = joinAnother();
      await untilState('ready');
      expect(methods()).to.deep.equal(['GET']);
      expect(other.changes).to.be.above(0);
      expect(other.eventsOf('status-change')).to.deep.equal(observer.eventsOf('status-change'));
    });

    it('does not use a link in the answer to a status request', async () => {
      const ctx = await setup();
      ctx.respond({
        GET: ctx.response({ link: 'javascript:alert(1)' }),
        POST: ctx.response({ link: SEED_LINK }),
      });
      ctx.journey.join(ctx.observer);
      await ctx.untilState('ready');
      ctx.start();
      expect(lastWindow().url).to.equal('');
      await ctx.untilState('open');
      expect(lastWindow().navigations).to.deep.equal([SEED_LINK]);
    });

    it('is done when the customer is verified, and stops polling', async () => {
      const { journey, observer, response, untilState, timers, respond, methods } = await setup();
      respond({ GET: response({ status: 'verified' }) });
      journey.join(observer);
      await untilState('done');
      await timers.advance(HOUR);
      expect(methods()).to.deep.equal(['GET']);
    });

    it("maps EnKash's status names by the page's own table", async () => {
      const { journey, observer, untilState, respond } = await setup();
      respond({ GET: () => HttpResponse.json({ kycStatus: 'AGENT_DONE' }) });
      journey.configure({ schedule: {}, statusPhases: { AGENT_DONE: 'under-review' } });
      journey.join(observer);
      await untilState('ready');
      expect(journey.state.customer.phase).to.equal('under-review');
    });

    it('is ready without a status, a failure or polling where the backend answers only POST', async () => {
      const ctx = await setup();
      ctx.respond({ POST: ctx.response({ link: SEED_LINK }) });
      ctx.journey.join(ctx.observer);
      await ctx.untilState('ready');
      expect(ctx.journey.state.customer.phase).to.equal('unknown');
      expect(ctx.observer.failures).to.deep.equal([]);
      ctx.start();
      await ctx.untilState('open');
      // Only the checks of the window are pending.
      await ctx.timers.until(() => ctx.timers.pendingDelays.includes(1000));
      await ctx.journey.refresh();
      expect(ctx.timers.pendingDelays.filter((wait) => wait <= MINUTE)).to.deep.equal([1000, 2000]);
    });
  });

  describe('when the status request fails', () => {
    const failing = async () => {
      const ctx = await setup();
      ctx.respond({ GET: () => new HttpResponse(null, { status: 500 }) });
      ctx.journey.join(ctx.observer);
      await ctx.untilState('error');
      return ctx;
    };

    it('shows the error and reports the failure once', async () => {
      const { journey, observer } = await failing();
      expect(journey.state).to.include({ state: 'error', retry: 'refresh' });
      expect(observer.failures.map(({ code }) => code)).to.deep.equal(['server_error']);
    });

    it('sends another request on refresh', async () => {
      const { journey, response, respond } = await failing();
      respond({ GET: response() });
      const refreshed = journey.refresh();
      expect(journey.state.state).to.equal('loading');
      await refreshed;
      expect(journey.state.state).to.equal('ready');
    });

    it('shows the failure of a refresh in a state that ignores failed polls', async () => {
      const { journey, observer, respond } = await setupReady('under-review');
      respond({ GET: () => new HttpResponse(null, { status: 500 }) });
      const refreshed = journey.refresh();
      expect(journey.state.state).to.equal('ready');
      await refreshed;
      expect(journey.state).to.include({ state: 'error', retry: 'refresh' });
      expect(observer.failures.map(({ code }) => code)).to.deep.equal(['server_error']);
    });

    it('is closed, without a failure, when the backend answers closed_hours', async () => {
      const { journey, observer, untilState, respond } = await setup();
      const opensAt = new Date(MONDAY_11 + HOUR).toISOString();
      respond({
        GET: () => HttpResponse.json({ error: { code: 'closed_hours', opensAt } }, { status: 409 }),
      });
      journey.join(observer);
      await untilState('closed');
      expect(observer.failures).to.deep.equal([]);
      expect(observer.eventsOf('availability-change')).to.deep.equal([
        { open: false, reason: 'server', opensAt, closesAt: null, clock: 'device' },
      ]);
    });

    it('uses a fresh endpoint from the page before it reports an expired session', async () => {
      const { journey, observer, untilState, respond, endpoint } = await setup();
      respond({ GET: () => new HttpResponse(null, { status: 410 }) });
      respond({ GET: () => answer() }, `${endpoint}-fresh`);
      observer.fresh = { event: `${endpoint}-fresh` };
      journey.join(observer);
      await untilState('ready');
      expect(observer.failures).to.deep.equal([]);
    });

    it('reports session_expired when the page provides no fresh endpoint', async () => {
      const { journey, observer, untilState, respond } = await setup();
      respond({ GET: () => new HttpResponse(null, { status: 410 }) });
      journey.join(observer);
      await untilState('error');
      expect(observer.failures.map(({ code }) => code)).to.deep.equal(['session_expired']);
    });
  });

  describe('start', () => {
    it('opens the window synchronously and mints the link with POST', async () => {
      const { journey, observer, start, untilState, methods } = await setupReady();
      start();
      expect(windows.opened).to.have.length(1);
      expect(journey.state).to.include({ state: 'opening', mode: 'popup' });
      await untilState('open');
      expect(methods()).to.deep.equal(['POST']);
      expect(lastWindow().navigations).to.deep.equal([SEED_LINK]);
      expect(observer.eventsOf('open')).to.deep.equal([{ mode: 'popup' }]);
    });

    it('opens one window with one link on many clicks', async () => {
      const { start, untilState, methods } = await setupReady();
      for (let clicks = 0; clicks < 1000; clicks++) start();
      await untilState('open');
      expect(windows.opened).to.have.length(1);
      expect(methods()).to.deep.equal(['POST']);
    });

    it('mints with GET where the backend does not support POST', async () => {
      const ctx = await setup();
      ctx.respond({ GET: ctx.response({ link: SEED_LINK }) });
      ctx.journey.join(ctx.observer);
      await ctx.untilState('ready');
      ctx.start();
      await ctx.untilState('open');
      expect(ctx.methods()).to.deep.equal(['GET', 'POST', 'GET']);
      expect(lastWindow().navigations).to.deep.equal([SEED_LINK]);
    });

    it('shows and reports a failure once, and can start again', async () => {
      const { journey, observer, start, untilState, response, respond } = await setupReady();
      respond({ POST: () => new HttpResponse(null, { status: 503 }) });
      start();
      await untilState('error');
      expect(journey.state).to.include({ retry: 'start' });
      expect(observer.failures.map(({ code }) => code)).to.deep.equal(['server_error']);
      expect(lastWindow().closed).to.equal(true);
      respond({ POST: response({ link: SEED_LINK }) });
      start();
      await untilState('open');
      expect(windows.opened).to.have.length(2);
    });

    it('is closed, without a failure, when the backend answers closed_hours to the mint request', async () => {
      const { observer, start, untilState, respond } = await setupReady();
      respond({
        POST: () => HttpResponse.json({ error: { code: 'closed_hours' } }, { status: 409 }),
      });
      start();
      await untilState('closed');
      expect(lastWindow().closed).to.equal(true);
      expect(observer.failures).to.deep.equal([]);
      expect(observer.eventsOf('availability-change')[0]).to.include({ open: false, reason: 'server' });
    });

    it('is done, without a failure, when the answer has no link and a verified customer', async () => {
      const { observer, start, untilState, response, timers, respond } = await setupReady();
      respond({ POST: response({ status: 'verified' }) });
      start();
      await untilState('done');
      await timers.until(() => lastWindow().closed);
      expect(observer.failures).to.deep.equal([]);
    });

    it('is ready again after the customer closed the placeholder', async () => {
      const { observer, start, untilState } = await setupReady();
      start();
      lastWindow().close();
      await untilState('ready');
      expect(observer.eventsOf('open')).to.deep.equal([]);
      expect(observer.eventsOf('close')).to.deep.equal([]);
    });

    it('reports a blocked popup, and offers another one', async () => {
      const { journey, observer, start } = await setupReady();
      window.open = () => null;
      start();
      expect(journey.state).to.include({ state: 'ready', lastAttempt: 'blocked' });
      expect(observer.eventsOf('downgrade')).to.deep.equal([
        { from: 'popup', to: 'popup', reason: 'popup-blocked' },
      ]);
      expect(journey.resolveMode('auto').mode).to.equal('popup');
    });

    it('opens the terms first, without minting, when the backend requires it', async () => {
      const ctx = await setup();
      const url = 'https://wallet.example.com/terms';
      ctx.respond({ GET: ctx.response({ session: { action: { kind: 'accept-terms', url } } }) });
      ctx.journey.join(ctx.observer);
      await ctx.untilState('ready');
      ctx.journey.prefetchLink();
      ctx.start();
      expect(lastWindow().navigations).to.deep.equal([url]);
      await ctx.journey.refresh();
      expect(ctx.methods()).to.deep.equal(['GET', 'GET']);
    });

    it('fires close with reason page, once, when the page ends the call in its open listener', async () => {
      const { journey, observer, start, untilState, timers } = await setupReady();
      observer.onOpen = () => journey.endCall();
      start();
      await untilState('checking');
      lastWindow().close();
      await timers.advance(10_000);
      expect(observer.eventsOf('close')).to.deep.equal([{ mode: 'popup', reason: 'page' }]);
    });
  });

  describe('prefetchLink', () => {
    it('mints once, and the window goes to the link at once', async () => {
      const { journey, start, timers, methods } = await setupReady();
      journey.prefetchLink();
      journey.prefetchLink();
      await timers.until(() => timers.pendingDelays.includes(MINUTE));
      journey.prefetchLink();
      start();
      expect(lastWindow().navigations).to.deep.equal([SEED_LINK]);
      expect(journey.state.state).to.equal('open');
      await journey.refresh();
      expect(methods()).to.deep.equal(['POST', 'GET']);
    });

    it('does not change the visible status before the click, although minting sets a new customer in progress', async () => {
      const ctx = await setupReady('not-started');
      ctx.journey.prefetchLink();
      await ctx.untilRequests(1);
      await ctx.timers.until(() => ctx.timers.pendingDelays.includes(MINUTE));
      expect(ctx.journey.state.customer.phase).to.equal('not-started');
      expect(ctx.observer.eventsOf('status-change')).to.deep.equal([]);
      ctx.start();
      expect(ctx.journey.state.customer.phase).to.equal('in-progress');
      expect(ctx.observer.eventsOf('status-change')).to.have.length(1);
      expect(ctx.journey.state.state).to.equal('open');
    });

    it('reports no failure before the click', async () => {
      const { journey, observer, start, untilState, untilRequests, respond } = await setupReady();
      respond({ POST: () => new HttpResponse(null, { status: 500 }) });
      journey.prefetchLink();
      await untilRequests(1);
      await journey.refresh();
      expect(observer.failures).to.deep.equal([]);
      expect(journey.state.state).to.equal('ready');
      start();
      await untilState('error');
      expect(observer.failures).to.have.length(1);
    });

    it('mints nothing under review, where a click only refreshes', async () => {
      const { journey, methods } = await setupReady('under-review');
      journey.prefetchLink();
      await journey.refresh();
      expect(methods()).to.deep.equal(['GET']);
    });

    it('mints nothing outside hours, while loading, or for a verified customer', async () => {
      const ctx = await setup();
      ctx.respond({ GET: ctx.response({ session: { schedule: { workingHours: '20:00-21:00' } } }) });
      ctx.journey.join(ctx.observer);
      ctx.journey.prefetchLink();
      await ctx.untilState('closed');
      ctx.journey.prefetchLink();
      ctx.respond({ GET: ctx.response({ status: 'verified' }) });
      await ctx.journey.refresh();
      ctx.journey.prefetchLink();
      await ctx.journey.refresh();
      expect(ctx.methods()).to.deep.equal(['GET', 'GET', 'GET']);
    });
  });

  describe('while the call is up', () => {
    it('polls at growing intervals, and reports a new status', async () => {
      const { observer, timers, response, untilRequests, respond, methods } = await setupOpen();
      await timers.advance(5000);
      await untilRequests(1);
      respond({ GET: response({ status: 'under-review' }) });
      await timers.until(() => timers.pendingDelays.includes(7500));
      await timers.advance(7500);
      await timers.until(() => observer.eventsOf('status-change').length > 0);
      expect(methods()).to.deep.equal(['GET', 'GET']);
      expect(observer.eventsOf('status-change')[0]).to.include({
        previousPhase: 'in-progress',
        phase: 'under-review',
      });
    });

    it('never polls on a timer where asking may mint a link', async () => {
      for (const what of [{ link: SEED_LINK }, { session: { pollAfter: null } }]) {
        const ctx = await setup();
        ctx.respond({ GET: ctx.response(what), POST: ctx.response({ link: SEED_LINK }) });
        ctx.journey.join(ctx.observer);
        await ctx.untilState('ready');
        ctx.start();
        await ctx.untilState('open');
        ctx.clearHistory();
        await ctx.timers.advance(HOUR);
        window.dispatchEvent(new Event('focus'));
        await ctx.timers.advance(HOUR);
        expect(ctx.methods()).to.deep.equal([]);
        lastWindow().close();
        await ctx.timers.advance(1250);
        await ctx.untilRequests(1);
        ctx.journey.leave(ctx.observer);
        forgetPageCall();
      }
    });

    it('polls after the pollAfter of the answer', async () => {
      const { timers, response, respond } = await setupOpen();
      respond({ GET: response({ session: { pollAfter: 20_000 } }) });
      await timers.advance(5000);
      await timers.until(() => timers.pendingDelays.includes(20_000));
    });

    it('polls after the Retry-After of a 429, and reports no failure', async () => {
      const { journey, observer, timers, respond } = await setupOpen();
      respond({
        GET: () => new HttpResponse(null, { status: 429, headers: { 'Retry-After': '90' } }),
      });
      await timers.advance(5000);
      await timers.until(() => timers.pendingDelays.some((wait) => Math.abs(wait - 90_000) < 1000));
      expect(observer.failures).to.deep.equal([]);
      expect(journey.state.state).to.equal('open');
    });

    it('is done as soon as the customer is verified, and leaves the window open', async () => {
      const { journey, response, untilState, respond } = await setupOpen();
      respond({ GET: response({ status: 'verified' }) });
      await journey.refresh();
      await untilState('done');
      expect(lastWindow().closed).to.equal(false);
    });

    it('can be focused', async () => {
      await setupOpen();
      expect(focusPageCall()).to.equal(true);
      expect(lastWindow().focusCount).to.equal(1);
    });
  });

  describe('when the window is gone', () => {
    const setupClosed = async (...status: Parameters<typeof setupOpen>) => {
      const ctx = await setupOpen(...status);
      await ctx.timers.advance(3000);
      lastWindow().close();
      await ctx.timers.advance(2000);
      expect(ctx.journey.state.state).to.equal('checking');
      return ctx;
    };

    it('fires close with reason user, and requests the status at once', async () => {
      const { observer, untilRequests, methods } = await setupClosed();
      await untilRequests(1);
      expect(methods()).to.deep.equal(['GET']);
      expect(observer.eventsOf('close')).to.deep.equal([{ mode: 'popup', reason: 'user' }]);
    });

    it('is remembered by the tab only if the window was not seen to close', async () => {
      const ctx = await setupOpen();
      expect(rememberedPlace(ctx.timers.now())).to.equal('window');
      lastWindow().close();
      await ctx.timers.advance(1250);
      expect(rememberedPlace(ctx.timers.now()), 'severed').to.equal('window');
      ctx.journey.leave(ctx.observer);
      forgetPageCall();
      const closed = await setupClosed();
      expect(rememberedPlace(closed.timers.now()), 'closed').to.equal(null);
    });

    it('fires close with reason severed when the window reads as closed at once', async () => {
      const { observer, timers, journey } = await setupOpen();
      lastWindow().close();
      await timers.advance(1250);
      expect(observer.eventsOf('close')).to.deep.equal([{ mode: 'popup', reason: 'severed' }]);
      expect(journey.state).to.include({ state: 'checking', lastAttempt: 'severed' });
    });

    it('ends the check with the outcome', async () => {
      const { journey, response, respond } = await setupOpen();
      lastWindow().close();
      respond({ GET: response({ status: 'rejected' }) });
      journey.endCall();
      await journey.refresh();
      expect(journey.state).to.include({ state: 'ready', lastAttempt: null });
    });

    it('is still checking when only the minting itself set a new customer in progress', async () => {
      const ctx = await setupReady('not-started');
      ctx.respond({ GET: ctx.response(), POST: ctx.response({ link: SEED_LINK }) });
      ctx.start();
      await ctx.untilState('open');
      ctx.journey.endCall();
      await ctx.journey.refresh();
      expect(ctx.journey.state.state).to.equal('checking');
    });

    it('is ready after a minute without a new status, and continues to poll slowly', async () => {
      const { journey, timers } = await setupClosed();
      await timers.advance(MINUTE);
      expect(journey.state).to.include({ state: 'ready', lastAttempt: 'closed' });
      await timers.until(() => timers.pendingDelays.some((wait) => wait <= 30_000));
    });

    it('sends another request after the one in flight, where no timer polls', async () => {
      const ctx = await setupOpen();
      let answered = () => {};
      const answer = new Promise<void>((resolve) => (answered = resolve));
      ctx.respond({ GET: () => answer.then(ctx.response({ session: { pollAfter: null } })) });
      const refreshed = ctx.journey.refresh();
      await ctx.untilRequests(1);
      await ctx.timers.advance(3000);
      lastWindow().close();
      await ctx.timers.advance(1250);
      expect(ctx.journey.state.state).to.equal('checking');
      answered();
      await refreshed;
      await ctx.untilRequests(2);
      expect(ctx.methods()).to.deep.equal(['GET', 'GET']);
    });

    it('requests the status at once when the page gets the focus', async () => {
      const { timers, untilRequests } = await setupClosed();
      await untilRequests(1);
      await timers.until(() => timers.pendingDelays.some((wait) => wait > 1000 && wait < MINUTE - 2000));
      window.dispatchEvent(new Event('blur'));
      window.dispatchEvent(new Event('focus'));
      await untilRequests(2);
    });
  });

  describe('when the page acts', () => {
    it('stops observing a call on endCall, and leaves its window open', async () => {
      const { journey, observer } = await setupOpen();
      journey.endCall();
      expect(journey.state.state).to.equal('checking');
      expect(lastWindow().closed).to.equal(false);
      expect(observer.eventsOf('close')).to.deep.equal([{ mode: 'popup', reason: 'page' }]);
    });

    it('closes a placeholder on endCall, and does not use the link that arrives later', async () => {
      const { journey, observer, start, untilRequests, timers, respond, response } = await setupReady();
      let mint = () => {};
      const minted = new Promise<void>((resolve) => (mint = resolve));
      respond({ GET: response(), POST: () => minted.then(response({ link: SEED_LINK })) });
      start();
      await untilRequests(1);
      journey.endCall();
      expect(journey.state.state).to.equal('ready');
      expect(lastWindow().closed).to.equal(true);
      mint();
      await journey.refresh();
      await timers.advance(0);
      expect(lastWindow().navigations).to.deep.equal([]);
      expect(observer.eventsOf('open')).to.deep.equal([]);
    });

    it('applies a new status table to the last answer, without an event', async () => {
      const { journey, observer } = await setupReady();
      journey.configure({ schedule: {}, statusPhases: { VKYC_IN_PROGRESS: 'rejected' } });
      expect(journey.state.customer.phase).to.equal('rejected');
      expect(observer.eventsOf('status-change')).to.deep.equal([]);
    });

    it('applies a new schedule, without an event', async () => {
      const { journey, observer } = await setupReady();
      const before = observer.changes;
      journey.configure({ schedule: { workingHours: '20:00-21:00' }, statusPhases: undefined });
      expect(journey.state.state).to.equal('closed');
      expect(observer.changes).to.equal(before + 1);
      journey.configure({ schedule: { workingHours: '20:00-21:00' }, statusPhases: undefined });
      expect(observer.changes).to.equal(before + 1);
      expect(observer.eventsOf('availability-change')).to.deep.equal([]);
    });
  });

  describe('opening hours', () => {
    it('opens at the opening time without a request', async () => {
      const ctx = await setup();
      ctx.respond({ GET: ctx.response({ session: { schedule: { workingHours: '11:30-12:00' } } }) });
      ctx.journey.join(ctx.observer);
      await ctx.untilState('closed');
      ctx.observer.events.length = 0;
      await ctx.timers.advance(30 * MINUTE);
      expect(ctx.journey.state.state).to.equal('ready');
      expect(ctx.observer.eventsOf('availability-change')).to.have.length(1);
      expect(ctx.observer.eventsOf('availability-change')[0]).to.include({ open: true, reason: null });
    });

    it("fires no availability-change when the first answer corrects the page's schedule", async () => {
      const { journey, observer, respond, response, untilState } = await setup();
      respond({ GET: response({ session: { schedule: { workingHours: '11:30-12:00' } } }) });
      journey.join(observer);
      await untilState('closed');
      expect(observer.eventsOf('availability-change')).to.deep.equal([]);
    });

    it('updates the last call when the page changes its schedule', async () => {
      const { journey } = await setupReady();
      const settings = (lastEntry: number) => ({ schedule: { lastEntry }, statusPhases: undefined });
      journey.configure(settings(415));
      expect(journey.state.lastCall).to.equal(MONDAY_11 + 5 * MINUTE);
      journey.configure(settings(0));
      expect(journey.state.lastCall).to.equal(null);
    });

    it('reports whose clock it uses', async () => {
      const { journey, observer, respond, response, untilState } = await setup();
      expect(journey.clock).to.equal('device');
      respond({ GET: response() });
      journey.join(observer);
      await untilState('ready');
      expect(journey.clock).to.equal('server');
    });

    it('asks for the time after a sleep before it believes the device, on focus and on intent', async () => {
      for (const waking of ['look', 'intent']) {
        const { journey, untilRequests, untilState, sleep } = await setupReady();
        sleep(8 * HOUR);
        if (waking === 'look') window.dispatchEvent(new Event('focus'));
        else journey.prefetchLink();
        expect(journey.state.state).to.equal('ready');
        await untilRequests(1);
        await untilState('closed');
      }
    });

    describe("when the backend's hours expire", () => {
      const opensAt = new Date(MONDAY_11 + 30 * MINUTE).toISOString();
      const setupExpired = async (chance = 0.5) => {
        const ctx = await setup();
        ctx.timers.randomValue = chance;
        ctx.respond({
          GET: ctx.response({ session: { availability: { open: false, reason: 'holiday', opensAt } } }),
        });
        ctx.journey.join(ctx.observer);
        await ctx.untilState('closed');
        ctx.clearHistory();
        ctx.respond({ GET: ctx.response({ session: { availability: { open: false, reason: 'holiday' } } }) });
        await ctx.timers.advance(30 * MINUTE);
        return ctx;
      };

      it('changes at that very moment, and spreads its request over ten seconds', async () => {
        for (const [chance, pause] of [
          [0.1, 1000],
          [0.5, 5000],
          [0.999, 9990],
        ] as const) {
          const { journey, timers, untilRequests, untilState, methods } = await setupExpired(chance);
          expect(journey.state.state).to.equal('ready');
          expect(methods(), String(chance)).to.deep.equal([]);
          // The boundary was some real milliseconds ago.
          expect(timers.pendingDelays[0], String(chance)).to.be.closeTo(pause, 500);
          await timers.advance(pause);
          await untilRequests(1);
          await untilState('closed');
        }
      });

      it('sends no second request when another answer arrives before', async () => {
        const { journey, timers, untilState, methods } = await setupExpired();
        await journey.refresh();
        await untilState('closed');
        await timers.advance(10_000);
        expect(methods()).to.deep.equal(['GET']);
      });

      it('sends its own request after one in flight', async () => {
        const ctx = await setupReady();
        const closesAt = new Date(MONDAY_11 + 30 * MINUTE).toISOString();
        ctx.respond({ GET: ctx.response({ session: { availability: { open: true, closesAt } } }) });
        await ctx.journey.refresh();
        ctx.clearHistory();
        let answer = () => {};
        const answered = new Promise<void>((resolve) => (answer = resolve));
        ctx.respond({ GET: () => answered.then(ctx.response()) });
        const early = ctx.journey.refresh();
        await ctx.untilRequests(1);
        await ctx.timers.advance(31 * MINUTE);
        expect(ctx.methods()).to.deep.equal(['GET']);
        answer();
        await early;
        await ctx.untilRequests(2);
      });

      it('sends its request even if the element of that moment has left, for another one', async () => {
        const { journey, observer, timers, untilRequests, joinAnother } = await setupExpired();
        joinAnother();
        journey.leave(observer);
        await timers.advance(5000);
        await untilRequests(1);
      });

      it('sends no request without observers, and one at once when an observer joins', async () => {
        const { journey, observer, timers, untilRequests } = await setupExpired();
        journey.leave(observer);
        expect(timers.pendingDelays).to.deep.equal([]);
        journey.join(observer);
        await untilRequests(1);
      });
    });
  });

  describe('for a native shell', () => {
    const inShell = async () => {
      const ctx = await setupReady();
      const link = await ctx.journey.takeLink(DEFAULT_LINK_HOSTS);
      return { ...ctx, link };
    };

    it('returns the link, and polls while the shell shows the call', async () => {
      const { journey, link, observer, timers, untilRequests, methods } = await inShell();
      expect(link).to.equal(SEED_LINK);
      expect(journey.state).to.include({ state: 'open', mode: 'host' });
      expect(observer.eventsOf('open')).to.deep.equal([{ mode: 'host' }]);
      await timers.advance(5000);
      await untilRequests(2);
      expect(methods()).to.deep.equal(['POST', 'GET']);
    });

    it('ends the call on refresh', async () => {
      const { journey, observer } = await inShell();
      await journey.refresh();
      expect(observer.eventsOf('close')).to.deep.equal([{ mode: 'host', reason: 'user' }]);
      expect(journey.state.state).to.equal('checking');
    });

    it('rejects when there is no link, and reports the failure too', async () => {
      const { journey, observer, respond } = await setupReady();
      respond({ POST: () => new HttpResponse(null, { status: 422 }) });
      const outcome: unknown = await journey.takeLink(DEFAULT_LINK_HOSTS).catch((error: unknown) => error);
      expect(outcome).to.have.property('code', 'not_eligible');
      expect(observer.failures).to.deep.equal([outcome]);
      expect(journey.state.state).to.equal('error');
    });

    it('rejects with a VkycError when EnKash is closed', async () => {
      const { journey, respond } = await setupReady();
      respond({ POST: () => HttpResponse.json({ error: { code: 'closed_hours' } }, { status: 409 }) });
      const outcome: unknown = await journey.takeLink(DEFAULT_LINK_HOSTS).catch((error: unknown) => error);
      expect(outcome).to.be.instanceOf(VkycError);
      expect(outcome).to.have.property('code', 'conflict');
      expect(journey.state.state).to.equal('closed');
    });
  });

  describe('phoneLink', () => {
    it('resolves with a fresh link, and the outcome is awaited after handedOff', async () => {
      const { journey, observer, methods, respond, response, timers, untilState } = await setupReady();
      const link = await journey.phoneLink(DEFAULT_LINK_HOSTS);
      expect(link.href).to.equal(SEED_LINK);
      expect(methods()).to.deep.equal(['POST']);
      journey.handedOff();
      expect(journey.state).to.include({ state: 'ready', lastAttempt: 'handed-off' });
      journey.prefetchLink();
      respond({ GET: response({ status: 'verified' }) });
      await timers.advance(MINUTE);
      await untilState('done');
      expect(
        methods().filter((method) => method === 'POST'),
        'a fresh link might end the call',
      ).to.have.length(1);
      expect(observer.failures).to.deep.equal([]);
    });

    it("resolves with the partner's own link where the backend provides one, without minting", async () => {
      const ctx = await setup();
      const handoffUrl = 'https://wallet.example.com/k/7f3';
      ctx.respond({ GET: ctx.response({ session: { handoffUrl } }) });
      ctx.journey.join(ctx.observer);
      await ctx.untilState('ready');
      expect((await ctx.journey.phoneLink(DEFAULT_LINK_HOSTS)).href).to.equal(handoffUrl);
      expect(ctx.methods()).to.deep.equal(['GET']);
    });

    it("does not use an unsafe address as the partner's own link", async () => {
      const ctx = await setup();
      const session = { handoffUrl: 'javascript:alert(1)' };
      ctx.respond({ GET: ctx.response({ session }), POST: ctx.response({ link: SEED_LINK }) });
      ctx.journey.join(ctx.observer);
      await ctx.untilState('ready');
      expect((await ctx.journey.phoneLink(DEFAULT_LINK_HOSTS)).href).to.equal(SEED_LINK);
    });

    it('rejects when there is no valid link, and reports the failure once', async () => {
      const { journey, observer, respond, response } = await setupReady();
      respond({ GET: response(), POST: response({ link: 'https://evil.example/' }) });
      const refusal = await journey.phoneLink(DEFAULT_LINK_HOSTS).catch((error: unknown) => error);
      expect(observer.failures).to.deep.equal([refusal]);
      expect(observer.failures.map(({ code }) => code)).to.deep.equal(['invalid_link']);
      expect(journey.state).to.include({ state: 'ready', lastAttempt: null });
    });
  });

  it('closes the button when EnKash is closed', async () => {
    const { journey, observer, respond, response, untilState } = await setupReady();
    const closed = () => HttpResponse.json({ error: { code: 'closed_hours' } }, { status: 409 });
    respond({ GET: response(), POST: closed });
    const refusal = await journey.phoneLink(DEFAULT_LINK_HOSTS).catch((error: unknown) => error);
    expect(refusal).to.include({ code: 'conflict' });
    await untilState('closed');
    expect(observer.failures).to.deep.equal([]);
  });

  it('loads again when a tab that showed the call returns from the back-forward cache', async () => {
    const before = location.href;
    const { journey, start, untilState, response, untilRequests, respond, methods, clearHistory } =
      await setupReady();
    respond({ GET: response(), POST: response({ link: new URL('#call', before).href }) });
    try {
      start('redirect', ['localhost', '127.0.0.1']);
      await untilState('open');
      clearHistory();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      expect(journey.state.state).to.equal('loading');
      await untilRequests(1);
      await untilState('ready');
      expect(methods()).to.deep.equal(['GET']);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('ends only a call in a frame when the element was moved in the page', async () => {
    const { journey, observer, start, untilState, response, root, respond } = await setupReady();
    respond({ GET: response(), POST: response({ link: new URL('/call', location.href).href }) });
    journey.moved();
    start('iframe', ['localhost', '127.0.0.1']);
    await untilState('open');
    journey.moved();
    expect(observer.eventsOf('close')).to.deep.equal([{ mode: 'iframe', reason: 'page' }]);
    expect(root.querySelector('dialog')).to.equal(null);
    forgetPageCall();
    const popup = await setupOpen();
    popup.journey.moved();
    expect(popup.journey.state.state).to.equal('open');
  });

  describe('when several elements share the journey', () => {
    it('counts each observer once', async () => {
      const { journey, observer, endCount } = await setupReady();
      const other = new RecordingObserver(journey);
      journey.join(other);
      journey.join(other);
      journey.configure({ schedule: { workingHours: '20:00-21:00' }, statusPhases: undefined });
      expect(other.changes).to.equal(1);
      journey.leave(other);
      journey.leave(other);
      expect(endCount()).to.equal(0);
      journey.leave(observer);
      expect(endCount()).to.equal(1);
    });

    it('gives each its own event detail, since each event freezes its own', async () => {
      const { journey, observer, respond, response, joinAnother } = await setupReady();
      const other = joinAnother();
      respond({ GET: response({ status: 'rejected' }) });
      await journey.refresh();
      const details = [observer, other].map((each) => each.eventsOf('status-change')[0]);
      expect(details[0]).to.deep.equal(details[1]);
      expect(details[0]).not.to.equal(details[1]);
    });

    it('fires one-time events and failures on the first without an active view', async () => {
      const { journey, observer, start, untilState, respond, response, joinAnother } = await setupReady();
      const other = joinAnother();
      respond({ GET: response(), POST: () => new HttpResponse(null, { status: 500 }) });
      start();
      await untilState('error');
      expect(journey.activeView).to.equal(observer);
      expect([observer, other].map(({ failures }) => failures.length)).to.deep.equal([1, 0]);
    });

    it('fires failures on the active view until it leaves', async () => {
      const { journey, observer, start, untilState, respond, response, joinAnother } = await setupReady();
      const other = joinAnother();
      respond({ GET: response(), POST: () => new HttpResponse(null, { status: 500 }) });
      journey.setActiveView(other);
      start();
      await untilState('error');
      expect([observer, other].map(({ failures }) => failures.length)).to.deep.equal([0, 1]);
      journey.leave(other);
      expect(journey.activeView).to.equal(observer);
    });

    it('uses the first fresh endpoint that an observer provides in the requested way', async () => {
      const { journey, observer, respond, response, endpoint, untilState } = await setup();
      const second = new RecordingObserver(journey);
      const third = new RecordingObserver(journey);
      respond({ GET: () => new HttpResponse(null, { status: 410 }) });
      respond({ GET: response() }, `${endpoint}-second`);
      second.fresh = { function: `${endpoint}-second` };
      third.fresh = { function: `${endpoint}-third`, event: `${endpoint}-third` };
      for (const each of [observer, second, third]) journey.join(each);
      await untilState('ready');
      for (const each of [second, third]) journey.leave(each);
    });

    it('fires one-time events on the active view alone, else on the first', async () => {
      const { journey, observer, start, untilState, joinAnother } = await setupReady();
      const other = joinAnother();
      journey.setActiveView(other);
      start();
      await untilState('open');
      expect(other.eventsOf('open')).to.have.length(1);
      expect(observer.eventsOf('open')).to.deep.equal([]);
      journey.leave(other);
      journey.endCall();
      expect(observer.eventsOf('close')).to.have.length(1);
    });
  });

  describe('without observers', () => {
    it('has no active view, and a change notifies nobody', async () => {
      const { journey, observer } = await setupReady();
      journey.leave(observer);
      const { changes } = observer;
      journey.configure({ schedule: { workingHours: '20:00-21:00' }, statusPhases: undefined });
      expect(journey.activeView).to.equal(null);
      expect(observer.changes).to.equal(changes);
    });
  });

  describe('leave', () => {
    it('fires close with reason replaced for a call in the page when its last element continues with another endpoint', async () => {
      const { journey, observer, start, untilState, respond, response, joinAnother } = await setupReady();
      respond({ GET: response(), POST: response({ link: new URL('/call', location.href).href }) });
      const other = joinAnother();
      start('iframe', ['localhost', '127.0.0.1']);
      await untilState('open');
      journey.leave(other, true);
      expect(observer.eventsOf('close')).to.deep.equal([]);
      journey.leave(observer, true);
      expect(observer.eventsOf('close')).to.deep.equal([{ mode: 'iframe', reason: 'replaced' }]);
    });

    it('fires nothing for a call in a window, which continues, when its last element continues with another endpoint', async () => {
      const { journey, observer } = await setupOpen();
      journey.leave(observer, true);
      expect(observer.events).to.deep.equal([]);
      expect(lastWindow().closed).to.equal(false);
    });

    it('by one of two keeps the journey going', async () => {
      const ctx = await setupReady();
      const other = ctx.joinAnother();
      ctx.journey.leave(other);
      expect(ctx.endCount()).to.equal(0);
      const { changes } = other;
      await ctx.journey.refresh();
      expect(other.changes).to.equal(changes);
    });

    it('ends all timers and calls onEnd', async () => {
      const ctx = await setupReady();
      ctx.journey.prefetchLink();
      await ctx.timers.until(() => ctx.timers.pendingDelays.includes(MINUTE));
      ctx.journey.leave(ctx.observer);
      expect(ctx.timers.pendingDelays).to.deep.equal([]);
      expect(ctx.endCount()).to.equal(1);
    });

    it('aborts requests, and notifies nobody', async () => {
      const { journey, observer, untilRequests, timers, respond } = await setup();
      let aborted = false;
      respond({
        GET: async () => {
          await delay('infinite');
        },
      });
      const fetch = window.fetch.bind(window);
      window.fetch = (input, init) => {
        init?.signal?.addEventListener('abort', () => (aborted = true));
        return fetch(input, init);
      };
      try {
        journey.join(observer);
        await untilRequests(1);
        const { changes } = observer;
        journey.leave(observer);
        expect(aborted).to.equal(true);
        await timers.advance(HOUR);
        expect(observer.changes).to.equal(changes);
        expect(observer.failures).to.deep.equal([]);
      } finally {
        window.fetch = fetch;
      }
    });

    it('closes a placeholder that no other journey continues', async () => {
      const { journey, observer, start, timers } = await setupReady();
      start();
      journey.leave(observer);
      await timers.advance(5000);
      expect(lastWindow().closed).to.equal(true);
    });

    it("neither closes the call's window nor continues to poll or watch", async () => {
      const { journey, observer, timers, methods } = await setupOpen();
      journey.leave(observer);
      expect(lastWindow().closed).to.equal(false);
      expect(timers.pendingDelays).to.deep.equal([]);
      window.dispatchEvent(new Event('focus'));
      expect(timers.pendingDelays).to.deep.equal([]);
      expect(methods()).to.deep.equal([]);
    });

    it('sends a new request on the next join, without waiting for the aborted one', async () => {
      const ctx = await setupOpen();
      ctx.respond({ GET: () => delay('infinite') });
      const givenUp = ctx.journey.refresh();
      await ctx.untilRequests(1);
      ctx.journey.leave(ctx.observer);
      ctx.respond({ GET: ctx.response({ status: 'under-review' }) });
      ctx.journey.join(ctx.observer);
      await ctx.timers.until(() => ctx.journey.state.customer.phase === 'under-review');
      await givenUp;
      expect(ctx.observer.failures).to.deep.equal([]);
    });

    it('resumes the call on the next join', async () => {
      const ctx = await setupOpen();
      ctx.journey.leave(ctx.observer);
      expect(ctx.endCount()).to.equal(1);
      ctx.journey.join(ctx.observer);
      expect(ctx.journey.state.state).to.equal('open');
      await ctx.untilRequests(1);
      expect(ctx.methods()).to.deep.equal(['GET']);
      expect(focusPageCall()).to.equal(true);
      await ctx.timers.until(() => ctx.timers.pendingDelays.includes(5000));
      await ctx.timers.advance(3000);
      lastWindow().close();
      await ctx.timers.advance(1500);
      expect(ctx.observer.eventsOf('close')).to.deep.equal([{ mode: 'popup', reason: 'user' }]);
    });
  });

  it('reports a window that was closed between leave and join as closed by the customer', async () => {
    const { journey, observer, timers } = await setupOpen();
    await timers.advance(3000);
    journey.leave(observer);
    lastWindow().close();
    journey.join(observer);
    await timers.advance(1250);
    expect(observer.eventsOf('close')).to.deep.equal([{ mode: 'popup', reason: 'user' }]);
    expect(journey.state).to.include({ state: 'checking', lastAttempt: 'closed' });
  });

  it('exposes neither the link nor the token nor the card id', async () => {
    const { journey, observer } = await setupOpen();
    journey.endCall();
    await journey.refresh();
    const exposed = JSON.stringify([journey, journey.state, observer.events, observer.failures]);
    for (const secret of ['signzy', 'sEcReT', 'EKCHUZJWZW']) expect(exposed).not.to.contain(secret);
  });
});
