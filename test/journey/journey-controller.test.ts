import { expect } from '@open-wc/testing';
import { delay, HttpResponse } from 'msw';

import { answer, MONDAY_11, SEED_LINK } from '../support/scenarios.js';
import { VkycError } from '../../src/errors/vkyc-error.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import { journeyBench } from '../support/journey-setup.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a journey controller', () => {
  const { windows, call, journey, ready, open } = journeyBench();

  describe('on being joined', () => {
    it('asks once with GET, never mints, and tells the first standing as a change from unknown', async () => {
      const { controller, view, says, is, answers, methods } = await journey();
      answers({ GET: says() });
      controller.join(view);
      expect(controller.journey.state).to.equal('loading');
      await is('ready');
      expect(methods()).to.deep.equal(['GET']);
      expect(controller.journey.standing.phase).to.equal('in-progress');
      expect(view.heard('status-change')).to.have.length(1);
      expect(view.heard('status-change')[0]).to.include({ previousPhase: 'unknown', phase: 'in-progress' });
    });

    it('tells the first standing also when it is unknown', async () => {
      const { controller, view, is, answers } = await journey();
      answers({ GET: () => HttpResponse.json({ kycStatus: null }) });
      controller.join(view);
      await is('ready');
      expect(view.heard('status-change')[0]).to.include({ previousPhase: 'unknown', phase: 'unknown' });
    });

    it('is one journey for all who join, with one question, and changes for all', async () => {
      const { controller, view, says, is, answers, methods, another } = await journey();
      answers({ GET: says() });
      controller.join(view);
      const other = another();
      await is('ready');
      expect(methods()).to.deep.equal(['GET']);
      expect(other.changes).to.be.above(0);
      expect(other.heard('status-change')).to.deep.equal(view.heard('status-change'));
    });

    it('ignores a link that comes without being asked for', async () => {
      const it = await journey();
      it.answers({ GET: it.says({ link: 'javascript:alert(1)' }), POST: it.says({ link: SEED_LINK }) });
      it.controller.join(it.view);
      await it.is('ready');
      it.start();
      expect(call().url).to.equal('');
      await it.is('open');
      expect(call().went).to.deep.equal([SEED_LINK]);
    });

    it('is done when the customer is verified', async () => {
      const { controller, view, says, is, timers, answers, methods } = await journey();
      answers({ GET: says({ standing: 'verified' }) });
      controller.join(view);
      await is('done');
      await timers.advance(HOUR);
      expect(methods()).to.deep.equal(['GET']);
    });

    it("reads EnKash's names as the page says they are meant", async () => {
      const { controller, view, is, answers } = await journey();
      answers({ GET: () => HttpResponse.json({ kycStatus: 'AGENT_DONE' }) });
      controller.configure({ schedule: {}, statusPhases: { AGENT_DONE: 'under-review' } });
      controller.join(view);
      await is('ready');
      expect(controller.journey.standing.phase).to.equal('under-review');
    });

    it('shows no badge, and no failure, where the backend answers only POST; and never asks it on a timer', async () => {
      const it = await journey();
      it.answers({ POST: it.says({ link: SEED_LINK }) });
      it.controller.join(it.view);
      await it.is('ready');
      expect(it.controller.journey.standing.phase).to.equal('unknown');
      expect(it.view.failures).to.deep.equal([]);
      it.start();
      await it.is('open');
      // all that it waits for is the next look at the window
      await it.timers.until(() => it.timers.waits.includes(1000));
      await it.controller.refresh();
      expect(it.timers.waits.filter((wait) => wait <= MINUTE)).to.deep.equal([1000]);
    });
  });

  describe('when asking fails', () => {
    const failing = async () => {
      const it = await journey();
      it.answers({ GET: () => new HttpResponse(null, { status: 500 }) });
      it.controller.join(it.view);
      await it.is('error');
      return it;
    };

    it('shows it and tells it once', async () => {
      const { controller, view } = await failing();
      expect(controller.journey).to.include({ state: 'error', again: 'ask' });
      expect(view.failures.map(({ code }) => code)).to.deep.equal(['server_error']);
    });

    it('asks again at the wish of the customer', async () => {
      const { controller, says, answers } = await failing();
      answers({ GET: says() });
      const refreshed = controller.refresh();
      expect(controller.journey.state).to.equal('loading');
      await refreshed;
      expect(controller.journey.state).to.equal('ready');
    });

    it('tells a customer who asked, and nobody else, that the answer did not come', async () => {
      const { controller, view, answers } = await ready('under-review');
      answers({ GET: () => new HttpResponse(null, { status: 500 }) });
      const asking = controller.refresh();
      expect(controller.journey.state).to.equal('ready');
      await asking;
      expect(controller.journey).to.include({ state: 'error', again: 'ask' });
      expect(view.failures.map(({ code }) => code)).to.deep.equal(['server_error']);
    });

    it('is closed, without a failure, when the backend says that EnKash is', async () => {
      const { controller, view, is, answers } = await journey();
      const opensAt = new Date(MONDAY_11 + HOUR).toISOString();
      answers({
        GET: () => HttpResponse.json({ error: { code: 'closed_hours', opensAt } }, { status: 409 }),
      });
      controller.join(view);
      await is('closed');
      expect(view.failures).to.deep.equal([]);
      expect(view.heard('availability-change')).to.deep.equal([
        { open: false, reason: 'server', opensAt, closesAt: null, clock: 'device' },
      ]);
    });

    it('takes a fresh endpoint from the page before it calls a session expired', async () => {
      const { controller, view, is, answers, endpoint } = await journey();
      answers({ GET: () => new HttpResponse(null, { status: 410 }) });
      answers({ GET: () => answer() }, `${endpoint}-fresh`);
      view.fresh = { event: `${endpoint}-fresh` };
      controller.join(view);
      await is('ready');
      expect(view.failures).to.deep.equal([]);
    });

    it('says that the session has expired when the page has no other', async () => {
      const { controller, view, is, answers } = await journey();
      answers({ GET: () => new HttpResponse(null, { status: 410 }) });
      controller.join(view);
      await is('error');
      expect(view.failures.map(({ code }) => code)).to.deep.equal(['session_expired']);
    });
  });

  describe('when the customer starts', () => {
    it('opens the window in the gesture and mints with POST', async () => {
      const { controller, view, start, is, methods } = await ready();
      start();
      expect(windows.opened).to.have.length(1);
      expect(controller.journey).to.include({ state: 'opening', mode: 'popup' });
      await is('open');
      expect(methods()).to.deep.equal(['POST']);
      expect(call().went).to.deep.equal([SEED_LINK]);
      expect(view.heard('open')).to.deep.equal([{ mode: 'popup' }]);
    });

    it('opens one window of many clicks, with one link', async () => {
      const { start, is, methods } = await ready();
      for (let clicks = 0; clicks < 1000; clicks++) start();
      await is('open');
      expect(windows.opened).to.have.length(1);
      expect(methods()).to.deep.equal(['POST']);
    });

    it('mints with GET where the backend knows no POST', async () => {
      const it = await journey();
      it.answers({ GET: it.says({ link: SEED_LINK }) });
      it.controller.join(it.view);
      await it.is('ready');
      it.start();
      await it.is('open');
      expect(it.methods()).to.deep.equal(['GET', 'POST', 'GET']);
      expect(call().went).to.deep.equal([SEED_LINK]);
    });

    it('shows and tells a failure once, and lets the customer start again', async () => {
      const { controller, view, start, is, says, answers } = await ready();
      answers({ POST: () => new HttpResponse(null, { status: 503 }) });
      start();
      await is('error');
      expect(controller.journey).to.include({ again: 'start' });
      expect(view.failures.map(({ code }) => code)).to.deep.equal(['server_error']);
      expect(call().closed).to.equal(true);
      answers({ POST: says({ link: SEED_LINK }) });
      start();
      await is('open');
      expect(windows.opened).to.have.length(2);
    });

    it('closes the button, without a failure, when the backend says that EnKash is closed', async () => {
      const { view, start, is, answers } = await ready();
      answers({
        POST: () => HttpResponse.json({ error: { code: 'closed_hours' } }, { status: 409 }),
      });
      start();
      await is('closed');
      expect(call().closed).to.equal(true);
      expect(view.failures).to.deep.equal([]);
      expect(view.heard('availability-change')[0]).to.include({ open: false, reason: 'server' });
    });

    it('is done, without a failure, when the answer says that the customer is verified and holds no link', async () => {
      const { view, start, is, says, timers, answers } = await ready();
      answers({ POST: says({ standing: 'verified' }) });
      start();
      await is('done');
      await timers.until(() => call().closed);
      expect(view.failures).to.deep.equal([]);
    });

    it('is ready again when the customer closed the placeholder', async () => {
      const { view, start, is } = await ready();
      start();
      call().close();
      await is('ready');
      expect(view.heard('open')).to.deep.equal([]);
      expect(view.heard('close')).to.deep.equal([]);
    });

    it('tells of a blocked window, and asks for one more press', async () => {
      const { controller, view, start } = await ready();
      window.open = () => null;
      start();
      expect(controller.journey).to.include({ state: 'ready', after: 'blocked' });
      expect(view.heard('downgrade')).to.deep.equal([
        { from: 'popup', to: 'popup', reason: 'popup-blocked' },
      ]);
      expect(controller.plan('auto').mode).to.equal('popup');
    });

    it('leads to the terms first, without a link, if the backend says so', async () => {
      const it = await journey();
      const url = 'https://wallet.example.com/terms';
      it.answers({ GET: it.says({ session: { action: { kind: 'accept-terms', url } } }) });
      it.controller.join(it.view);
      await it.is('ready');
      it.controller.anticipate();
      it.start();
      expect(call().url).to.equal(url);
      await it.controller.refresh();
      expect(it.methods()).to.deep.equal(['GET', 'GET']);
    });

    it('minds it when the page ends the call as soon as it hears of it', async () => {
      const { controller, view, start, is, timers } = await ready();
      view.opened = () => controller.close();
      start();
      await is('checking');
      call().close();
      await timers.advance(10_000);
      expect(view.heard('close')).to.deep.equal([{ mode: 'popup', reason: 'page' }]);
    });
  });

  describe('when the customer shows intent', () => {
    it('fetches the link ahead, once, and opens the window straight to it', async () => {
      const { controller, start, timers, methods } = await ready();
      controller.anticipate();
      controller.anticipate();
      await timers.until(() => timers.waits.includes(MINUTE));
      controller.anticipate();
      start();
      expect(call().url).to.equal(SEED_LINK);
      expect(controller.journey.state).to.equal('open');
      await controller.refresh();
      expect(methods()).to.deep.equal(['POST', 'GET']);
    });

    it('changes nothing that is shown before the click, though the link puts a new customer in progress', async () => {
      const it = await ready('not-started');
      it.controller.anticipate();
      await it.asked(1);
      await it.timers.until(() => it.timers.waits.includes(MINUTE));
      expect(it.controller.journey.standing.phase).to.equal('not-started');
      expect(it.view.heard('status-change')).to.deep.equal([]);
      it.start();
      expect(it.controller.journey.standing.phase).to.equal('in-progress');
      expect(it.view.heard('status-change')).to.have.length(1);
      expect(it.controller.journey.state).to.equal('open');
    });

    it('keeps silent about a failure until the click', async () => {
      const { controller, view, start, is, asked, answers } = await ready();
      answers({ POST: () => new HttpResponse(null, { status: 500 }) });
      controller.anticipate();
      await asked(1);
      await controller.refresh();
      expect(view.failures).to.deep.equal([]);
      expect(controller.journey.state).to.equal('ready');
      start();
      await is('error');
      expect(view.failures).to.have.length(1);
    });

    it('fetches nothing under review, when the click would only ask again', async () => {
      const { controller, methods } = await ready('under-review');
      controller.anticipate();
      await controller.refresh();
      expect(methods()).to.deep.equal(['GET']);
    });

    it('fetches nothing outside hours, while loading, or when verified', async () => {
      const it = await journey();
      it.answers({ GET: it.says({ session: { schedule: { workingHours: '20:00-21:00' } } }) });
      it.controller.join(it.view);
      it.controller.anticipate();
      await it.is('closed');
      it.controller.anticipate();
      it.answers({ GET: it.says({ standing: 'verified' }) });
      await it.controller.refresh();
      it.controller.anticipate();
      await it.controller.refresh();
      expect(it.methods()).to.deep.equal(['GET', 'GET', 'GET']);
    });
  });

  describe('while the call is up', () => {
    it('asks ever more slowly, and tells what is new', async () => {
      const { view, timers, says, asked, answers, methods } = await open();
      await timers.advance(5000);
      await asked(1);
      answers({ GET: says({ standing: 'under-review' }) });
      await timers.until(() => timers.waits.includes(7500));
      await timers.advance(7500);
      await timers.until(() => view.heard('status-change').length > 0);
      expect(methods()).to.deep.equal(['GET', 'GET']);
      expect(view.heard('status-change')[0]).to.include({
        previousPhase: 'in-progress',
        phase: 'under-review',
      });
    });

    it('never asks on a timer where asking may mint', async () => {
      for (const what of [{ link: SEED_LINK }, { session: { pollAfter: null } }]) {
        const it = await journey();
        it.answers({ GET: it.says(what), POST: it.says({ link: SEED_LINK }) });
        it.controller.join(it.view);
        await it.is('ready');
        it.start();
        await it.is('open');
        it.forget();
        await it.timers.advance(HOUR);
        expect(it.methods()).to.deep.equal([]);
        window.dispatchEvent(new Event('focus'));
        await it.asked(1);
        call().close();
        await it.timers.advance(1250);
        await it.asked(2);
        it.controller.leave(it.view);
        it.forget();
      }
    });

    it('waits as long as the backend wishes', async () => {
      const { timers, says, answers } = await open();
      answers({ GET: says({ session: { pollAfter: 20_000 } }) });
      await timers.advance(5000);
      await timers.until(() => timers.waits.includes(20_000));
    });

    it('waits after a refusal as long as it was told, and tells no failure', async () => {
      const { controller, view, timers, answers } = await open();
      answers({
        GET: () => new HttpResponse(null, { status: 429, headers: { 'Retry-After': '90' } }),
      });
      await timers.advance(5000);
      await timers.until(() => timers.waits.includes(90_000));
      expect(view.failures).to.deep.equal([]);
      expect(controller.journey.state).to.equal('open');
    });

    it('is done as soon as the customer is verified, and leaves the window alone', async () => {
      const { controller, says, is, answers } = await open();
      answers({ GET: says({ standing: 'verified' }) });
      await controller.refresh();
      await is('done');
      expect(call().closed).to.equal(false);
    });

    it('brings it to the front', async () => {
      const { controller } = await open();
      expect(controller.focusCall()).to.equal(true);
      expect(call().focused).to.equal(1);
    });
  });

  describe('when the window is gone', () => {
    const gone = async (...standing: Parameters<typeof open>) => {
      const it = await open(...standing);
      await it.timers.advance(3000);
      call().close();
      await it.timers.advance(2000);
      expect(it.controller.journey.state).to.equal('checking');
      return it;
    };

    it('tells it, which says nothing of the outcome, and asks at once', async () => {
      const { view, asked, methods } = await gone();
      await asked(1);
      expect(methods()).to.deep.equal(['GET']);
      expect(view.heard('close')).to.deep.equal([{ mode: 'popup', reason: 'user' }]);
    });

    it('says severed of a window out of sight at once', async () => {
      const { view, timers, controller } = await open();
      call().close();
      await timers.advance(1250);
      expect(view.heard('close')).to.deep.equal([{ mode: 'popup', reason: 'severed' }]);
      expect(controller.journey).to.include({ state: 'checking', after: 'severed' });
    });

    it('ends with the outcome', async () => {
      const { controller, says, answers } = await open();
      call().close();
      answers({ GET: says({ standing: 'rejected' }) });
      controller.close();
      await controller.refresh();
      expect(controller.journey).to.include({ state: 'ready', after: null });
    });

    it('does not take for an outcome that the link itself put a new customer in progress', async () => {
      const it = await ready('not-started');
      it.answers({ GET: it.says(), POST: it.says({ link: SEED_LINK }) });
      it.start();
      await it.is('open');
      it.controller.close();
      await it.controller.refresh();
      expect(it.controller.journey.state).to.equal('checking');
    });

    it('hands the button back after a minute without an answer that differs, and goes on asking slowly', async () => {
      const { controller, timers } = await gone();
      await timers.advance(MINUTE);
      expect(controller.journey).to.include({ state: 'ready', after: 'closed' });
      await timers.until(() => timers.waits.some((wait) => wait <= 30_000));
    });

    it('asks once more after a question that was under way, where no timer would', async () => {
      const it = await open();
      let answered = () => {};
      const answer = new Promise<void>((resolve) => (answered = resolve));
      it.answers({ GET: () => answer.then(it.says({ session: { pollAfter: null } })) });
      const refreshed = it.controller.refresh();
      await it.asked(1);
      it.controller.close();
      answered();
      await refreshed;
      await it.asked(2);
      expect(it.methods()).to.deep.equal(['GET', 'GET']);
    });

    it('asks at once when the customer comes back to the page', async () => {
      const { timers, asked } = await gone();
      await asked(1);
      await timers.until(() => timers.waits.some((wait) => wait > 1000 && wait < MINUTE - 2000));
      window.dispatchEvent(new Event('focus'));
      await asked(2);
    });
  });

  describe('at the wish of the page', () => {
    it('loses sight of a call, which stays with the customer', async () => {
      const { controller, view } = await open();
      controller.close();
      expect(controller.journey.state).to.equal('checking');
      expect(call().closed).to.equal(false);
      expect(view.heard('close')).to.deep.equal([{ mode: 'popup', reason: 'page' }]);
    });

    it('closes a placeholder, and lets the link that comes late go nowhere', async () => {
      const { controller, view, start, asked, timers, answers, says } = await ready();
      let mint = () => {};
      const minted = new Promise<void>((resolve) => (mint = resolve));
      answers({ GET: says(), POST: () => minted.then(says({ link: SEED_LINK })) });
      start();
      await asked(1);
      controller.close();
      expect(controller.journey.state).to.equal('ready');
      expect(call().closed).to.equal(true);
      mint();
      await controller.refresh();
      await timers.advance(0);
      expect(call().went).to.deep.equal([]);
      expect(view.heard('open')).to.deep.equal([]);
    });

    it("reads EnKash's names anew, also after the answer, which is no news to the page", async () => {
      const { controller, view } = await ready();
      controller.configure({ schedule: {}, statusPhases: { VKYC_IN_PROGRESS: 'rejected' } });
      expect(controller.journey.standing.phase).to.equal('rejected');
      expect(view.heard('status-change')).to.deep.equal([]);
    });

    it('changes the schedule, which is no news to the page', async () => {
      const { controller, view } = await ready();
      const before = view.changes;
      controller.configure({ schedule: { workingHours: '20:00-21:00' }, statusPhases: undefined });
      expect(controller.journey.state).to.equal('closed');
      expect(view.changes).to.equal(before + 1);
      controller.configure({ schedule: { workingHours: '20:00-21:00' }, statusPhases: undefined });
      expect(view.changes).to.equal(before + 1);
      expect(view.heard('availability-change')).to.deep.equal([]);
    });
  });

  describe('with opening hours', () => {
    it('opens by itself when the time comes', async () => {
      const it = await journey();
      it.answers({ GET: it.says({ session: { schedule: { workingHours: '11:30-12:00' } } }) });
      it.controller.join(it.view);
      await it.is('closed');
      it.view.notices.length = 0;
      await it.timers.advance(30 * MINUTE);
      expect(it.controller.journey.state).to.equal('ready');
      expect(it.view.heard('availability-change')).to.have.length(1);
      expect(it.view.heard('availability-change')[0]).to.include({ open: true, reason: null });
    });

    it('does not call it a flip that the first answer knows the hours better than the page', async () => {
      const { controller, view, answers, says, is } = await journey();
      answers({ GET: says({ session: { schedule: { workingHours: '11:30-12:00' } } }) });
      controller.join(view);
      await is('closed');
      expect(view.heard('availability-change')).to.deep.equal([]);
    });

    it('knows when the last call is near, also when only the page moves it', async () => {
      const { controller } = await ready();
      const settings = (lastEntry: number) => ({ schedule: { lastEntry }, statusPhases: undefined });
      controller.configure(settings(415));
      expect(controller.journey.lastCall).to.equal(MONDAY_11 + 5 * MINUTE);
      controller.configure(settings(0));
      expect(controller.journey.lastCall).to.equal(null);
    });

    it('says whose clock it goes by', async () => {
      const { controller, view, answers, says, is } = await journey();
      expect(controller.availability.clock).to.equal('device');
      answers({ GET: says() });
      controller.join(view);
      await is('ready');
      expect(controller.availability).to.deep.equal({ ...controller.journey.availability, clock: 'server' });
    });

    it('after a sleep asks for the time before it believes the device, at a look and at intent', async () => {
      for (const waking of ['look', 'intent']) {
        const { controller, asked, is, sleep } = await ready();
        sleep(8 * HOUR);
        if (waking === 'look') window.dispatchEvent(new Event('focus'));
        else controller.anticipate();
        expect(controller.journey.state).to.equal('ready');
        await asked(1);
        await is('closed');
      }
    });

    describe("when the backend's own word runs out", () => {
      const opensAt = new Date(MONDAY_11 + 30 * MINUTE).toISOString();
      const runsOut = async (chance = 0.5) => {
        const it = await journey();
        it.timers.chance = chance;
        it.answers({
          GET: it.says({ session: { availability: { open: false, reason: 'holiday', opensAt } } }),
        });
        it.controller.join(it.view);
        await it.is('closed');
        it.forget();
        it.answers({ GET: it.says({ session: { availability: { open: false, reason: 'holiday' } } }) });
        await it.timers.advance(30 * MINUTE);
        return it;
      };

      it('flips at the very moment, and asks within ten seconds, so that not all customers ask at once', async () => {
        for (const [chance, pause] of [
          [0.1, 1000],
          [0.5, 5000],
          [0.999, 9990],
        ] as const) {
          const { controller, timers, asked, is, methods } = await runsOut(chance);
          expect(controller.journey.state).to.equal('ready');
          expect(methods(), String(chance)).to.deep.equal([]);
          // the boundary was some milliseconds of the machine's own ago
          expect(timers.waits[0], String(chance)).to.be.closeTo(pause, 500);
          await timers.advance(pause);
          await asked(1);
          await is('closed');
        }
      });

      it('does not ask twice when an answer comes before that', async () => {
        const { controller, timers, is, methods } = await runsOut();
        await controller.refresh();
        await is('closed');
        await timers.advance(10_000);
        expect(methods()).to.deep.equal(['GET']);
      });

      it('puts a question of its own after one that was under way before', async () => {
        const it = await ready();
        const closesAt = new Date(MONDAY_11 + 30 * MINUTE).toISOString();
        it.answers({ GET: it.says({ session: { availability: { open: true, closesAt } } }) });
        await it.controller.refresh();
        it.forget();
        let answer = () => {};
        const answered = new Promise<void>((resolve) => (answer = resolve));
        it.answers({ GET: () => answered.then(it.says()) });
        const early = it.controller.refresh();
        await it.asked(1);
        await it.timers.advance(31 * MINUTE);
        expect(it.methods()).to.deep.equal(['GET']);
        answer();
        await early;
        await it.asked(2);
      });

      it('asks also when the element has left that was there at that moment, if another is', async () => {
        const { controller, view, timers, asked, another } = await runsOut();
        another();
        controller.leave(view);
        await timers.advance(5000);
        await asked(1);
      });

      it('asks no more once nobody is there, and at once when someone is back', async () => {
        const { controller, view, timers, asked } = await runsOut();
        controller.leave(view);
        expect(timers.waits).to.deep.equal([]);
        controller.join(view);
        await asked(1);
      });
    });
  });

  describe('for a native shell', () => {
    const inShell = async () => {
      const it = await ready();
      const link = await it.controller.takeLink(DEFAULT_LINK_HOSTS);
      return { ...it, link };
    };

    it('gives the link, and polls while the shell shows the call', async () => {
      const { controller, link, view, timers, asked, methods } = await inShell();
      expect(link).to.equal(SEED_LINK);
      expect(controller.journey).to.include({ state: 'open', mode: 'host' });
      expect(view.heard('open')).to.deep.equal([{ mode: 'host' }]);
      await timers.advance(5000);
      await asked(2);
      expect(methods()).to.deep.equal(['POST', 'GET']);
    });

    it('takes a refresh for the end of the call', async () => {
      const { controller, view } = await inShell();
      await controller.refresh();
      expect(view.heard('close')).to.deep.equal([{ mode: 'host', reason: 'user' }]);
      expect(controller.journey.state).to.equal('checking');
    });

    it('rejects when there is no link, and tells the failure too', async () => {
      const { controller, view, answers } = await ready();
      answers({ POST: () => new HttpResponse(null, { status: 422 }) });
      const outcome: unknown = await controller.takeLink(DEFAULT_LINK_HOSTS).catch((error: unknown) => error);
      expect(outcome).to.have.property('code', 'not_eligible');
      expect(view.failures).to.deep.equal([outcome]);
      expect(controller.journey.state).to.equal('error');
    });

    it('rejects with a VkycError, too, when EnKash is closed', async () => {
      const { controller, answers } = await ready();
      answers({ POST: () => HttpResponse.json({ error: { code: 'closed_hours' } }, { status: 409 }) });
      const outcome: unknown = await controller.takeLink(DEFAULT_LINK_HOSTS).catch((error: unknown) => error);
      expect(outcome).to.be.instanceOf(VkycError);
      expect(outcome).to.have.property('code', 'conflict');
      expect(controller.journey.state).to.equal('closed');
    });
  });

  describe("on the customer's phone", () => {
    it('goes on with a fresh link, and the outcome is awaited here', async () => {
      const { controller, view, methods, answers, says, timers, is } = await ready();
      const link = await controller.phoneLink(DEFAULT_LINK_HOSTS);
      expect(link.href).to.equal(SEED_LINK);
      expect(methods()).to.deep.equal(['POST']);
      controller.handedOff();
      expect(controller.journey).to.include({ state: 'ready', after: 'handed-off' });
      controller.anticipate();
      answers({ GET: says({ standing: 'verified' }) });
      await timers.advance(MINUTE);
      await is('done');
      expect(
        methods().filter((method) => method === 'POST'),
        'a fresh link might end the call',
      ).to.have.length(1);
      expect(view.failures).to.deep.equal([]);
    });

    it("goes on with the partner's own link where the backend gives one, and none is made", async () => {
      const it = await journey();
      const handoffUrl = 'https://wallet.example.com/k/7f3';
      it.answers({ GET: it.says({ session: { handoffUrl } }) });
      it.controller.join(it.view);
      await it.is('ready');
      expect((await it.controller.phoneLink(DEFAULT_LINK_HOSTS)).href).to.equal(handoffUrl);
      expect(it.methods()).to.deep.equal(['GET']);
    });

    it("never gets an unsafe address as the partner's own", async () => {
      const it = await journey();
      const session = { handoffUrl: 'javascript:alert(1)' };
      it.answers({ GET: it.says({ session }), POST: it.says({ link: SEED_LINK }) });
      it.controller.join(it.view);
      await it.is('ready');
      expect((await it.controller.phoneLink(DEFAULT_LINK_HOSTS)).href).to.equal(SEED_LINK);
    });

    it('gets nothing when there is no link, and the failure is told once', async () => {
      const { controller, view, answers, says } = await ready();
      answers({ GET: says(), POST: says({ link: 'https://evil.example/' }) });
      const refusal = await controller.phoneLink(DEFAULT_LINK_HOSTS).catch((error: unknown) => error);
      expect(view.failures).to.deep.equal([refusal]);
      expect(view.failures.map(({ code }) => code)).to.deep.equal(['invalid_link']);
      expect(controller.journey).to.include({ state: 'ready', after: null });
    });
  });

  it('closes the button when there is no link for the phone because EnKash is closed', async () => {
    const { controller, view, answers, says, is } = await ready();
    const closed = () => HttpResponse.json({ error: { code: 'closed_hours' } }, { status: 409 });
    answers({ GET: says(), POST: closed });
    const refusal = await controller.phoneLink(DEFAULT_LINK_HOSTS).catch((error: unknown) => error);
    expect(refusal).to.include({ code: 'conflict' });
    await is('closed');
    expect(view.failures).to.deep.equal([]);
  });

  it('starts from a fresh GET on coming back to a tab that had gone to the call', async () => {
    const before = location.href;
    const { controller, start, is, says, asked, answers, methods, forget } = await ready();
    answers({ GET: says(), POST: says({ link: new URL('#call', before).href }) });
    try {
      start('redirect', ['localhost', '127.0.0.1']);
      await is('open');
      forget();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      expect(controller.journey.state).to.equal('loading');
      await asked(1);
      await is('ready');
      expect(methods()).to.deep.equal(['GET']);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('ends a call in its frame when the element was moved in the page, and no other', async () => {
    const { controller, view, start, is, says, root, answers } = await ready();
    answers({ GET: says(), POST: says({ link: new URL('/call', location.href).href }) });
    controller.moved();
    start('iframe', ['localhost', '127.0.0.1']);
    await is('open');
    controller.moved();
    expect(view.heard('close')).to.deep.equal([{ mode: 'iframe', reason: 'page' }]);
    expect(root.querySelector('dialog')).to.equal(null);
    const popup = await open();
    popup.controller.moved();
    expect(popup.controller.journey.state).to.equal('open');
  });

  describe('when several elements share it', () => {
    it('tells what happens once to the one that the customer used', async () => {
      const { controller, view, start, is, another } = await ready();
      const other = another();
      controller.lead(other);
      start();
      await is('open');
      expect(other.heard('open')).to.have.length(1);
      expect(view.heard('open')).to.deep.equal([]);
      controller.leave(other);
      controller.close();
      expect(view.heard('close')).to.have.length(1);
    });
  });

  describe('on being left', () => {
    it('by one of two, goes on', async () => {
      const it = await ready();
      const other = it.another();
      it.controller.leave(other);
      expect(it.ended()).to.equal(0);
      const { changes } = other;
      await it.controller.refresh();
      expect(other.changes).to.equal(changes);
    });

    it('ends its timers and tells so', async () => {
      const it = await ready();
      it.controller.anticipate();
      await it.timers.until(() => it.timers.waits.includes(MINUTE));
      it.controller.leave(it.view);
      expect(it.timers.waits).to.deep.equal([]);
      expect(it.ended()).to.equal(1);
    });

    it('aborts what it asked, and says nothing more', async () => {
      const { controller, view, asked, timers, answers } = await journey();
      let aborted = false;
      answers({
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
        controller.join(view);
        await asked(1);
        const { changes } = view;
        controller.leave(view);
        expect(aborted).to.equal(true);
        await timers.advance(HOUR);
        expect(view.changes).to.equal(changes);
        expect(view.failures).to.deep.equal([]);
      } finally {
        window.fetch = fetch;
      }
    });

    it('closes a placeholder that has gone nowhere yet', async () => {
      const { controller, view, start } = await ready();
      start();
      controller.leave(view);
      expect(call().closed).to.equal(true);
    });

    it('never closes the call, nor goes on asking or watching', async () => {
      const { controller, view, timers, methods } = await open();
      controller.leave(view);
      expect(call().closed).to.equal(false);
      expect(timers.waits).to.deep.equal([]);
      window.dispatchEvent(new Event('focus'));
      expect(timers.waits).to.deep.equal([]);
      expect(methods()).to.deep.equal([]);
    });

    it('asks anew when the button is back, not waiting for what was given up', async () => {
      const it = await open();
      it.answers({ GET: () => delay('infinite') });
      const givenUp = it.controller.refresh();
      await it.asked(1);
      it.controller.leave(it.view);
      it.answers({ GET: it.says({ standing: 'under-review' }) });
      it.controller.join(it.view);
      await it.timers.until(() => it.controller.journey.standing.phase === 'under-review');
      await givenUp;
      expect(it.view.failures).to.deep.equal([]);
    });

    it('finds the call again when a page that took its button away brings it back', async () => {
      const it = await open();
      it.controller.leave(it.view);
      expect(it.ended()).to.equal(0);
      it.controller.join(it.view);
      expect(it.controller.journey.state).to.equal('open');
      await it.asked(1);
      expect(it.methods()).to.deep.equal(['GET']);
      expect(it.controller.focusCall()).to.equal(true);
      await it.timers.until(() => it.timers.waits.includes(5000));
      await it.timers.advance(3000);
      call().close();
      await it.timers.advance(1500);
      expect(it.view.heard('close')).to.deep.equal([{ mode: 'popup', reason: 'user' }]);
    });
  });

  it('takes a window that was closed while the button was away for closed by the customer', async () => {
    const { controller, view, timers } = await open();
    await timers.advance(3000);
    controller.leave(view);
    call().close();
    controller.join(view);
    await timers.advance(1250);
    expect(view.heard('close')).to.deep.equal([{ mode: 'popup', reason: 'user' }]);
    expect(controller.journey).to.include({ state: 'checking', after: 'closed' });
  });

  it('shows the link, the token and the card id to nobody', async () => {
    const { controller, view } = await open();
    controller.close();
    await controller.refresh();
    const told = JSON.stringify([controller, controller.journey, view.notices, view.failures]);
    for (const secret of ['signzy', 'sEcReT', 'EKCHUZJWZW']) expect(told).not.to.contain(secret);
  });
});
