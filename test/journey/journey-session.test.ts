import { expect } from '@open-wc/testing';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { createJourneySession } from '../../src/journey/journey-session.js';
import { createOpeningHours } from '../../src/journey/opening-hours.js';
import type { Reply } from '../../src/session/session-client.js';
import { FakeStore } from '../support/fake-store.js';
import { FakeTimers } from '../support/fake-timers.js';
import { IN_PROGRESS, journeyIn, SHUT, UNDER_REVIEW } from '../support/journeys.js';
import { replyWith } from '../support/replies.js';

const LINK = 'https://go.signzy.tech/eMain';
const DAY = 86_400_000;

/** A journey session on a client that answers `reply` once the test lets it. */
function setup(reply: Reply | null = replyWith({ status: IN_PROGRESS.status, link: LINK })) {
  const store = new FakeStore(journeyIn('loading'));
  const timers = new FakeTimers();
  const hours = createOpeningHours({ store, timers });
  store.actions.length = 0;
  const signals: AbortSignal[] = [];
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const request = async (signal: AbortSignal) => {
    signals.push(signal);
    await answered;
    return reply;
  };
  const session = createJourneySession({
    store,
    hours,
    session: {
      waitMs: 0,
      fetchStatus: request,
      mint: async (signal) => (await request(signal)) ?? replyWith(),
    },
  });
  return { store, session, signals, answer, types: () => store.actions.map(({ type }) => type) };
}

describe('createJourneySession', () => {
  it('dispatches the status of an answer before fetchStatus resolves', async () => {
    const { store, session, answer } = setup();
    answer();
    await session.fetchStatus();
    expect(store.actions).to.deep.include({ type: 'status-received', customer: IN_PROGRESS, mayMint: true });
  });

  it('dispatches the status names of the page once, however many elements of the page set them', () => {
    const { session, types } = setup();
    const names = { AGENT_DONE: 'under-review' } as const;
    for (let elements = 0; elements < 3; elements++) session.setStatusPhases(names);
    expect(types()).to.deep.equal(['status-phases-set']);
    for (let elements = 0; elements < 3; elements++) session.setStatusPhases(undefined);
    expect(types()).to.deep.equal(['status-phases-set', 'status-phases-set']);
  });

  it('tells until when the link is valid by each answer that says so, and keeps it through others', async () => {
    const timers = new FakeTimers();
    const store = new FakeStore(journeyIn('loading'));
    const hours = createOpeningHours({ store, timers });
    for (const request of ['fetchStatus', 'mintLink'] as const) {
      const days = [null, 2, null, 1];
      const reply = () => Promise.resolve(replyWith({ linkDays: days.shift() ?? null }));
      const session = createJourneySession({
        store,
        hours,
        session: { waitMs: 0, fetchStatus: reply, mint: reply },
      });
      const valid: (number | null)[] = [];
      for (let answers = 0; answers < 4; answers++) {
        await session[request]();
        valid.push(session.linkExpiresAt && (session.linkExpiresAt - hours.now()) / DAY);
      }
      expect(valid, request).to.deep.equal([null, 2, 2, 1]);
    }
  });

  it('does not put off the end of a link when an answer repeats its whole days', async () => {
    const timers = new FakeTimers();
    const store = new FakeStore(journeyIn('loading'));
    const hours = createOpeningHours({ store, timers });
    const reply = () => Promise.resolve(replyWith({ linkDays: 2 }));
    const source = { waitMs: 0, fetchStatus: reply, mint: reply };
    const session = createJourneySession({ store, hours, session: source });
    await session.mintLink();
    const minted = Number(session.linkExpiresAt);
    await timers.advance(DAY);
    await session.fetchStatus();
    expect(session.linkExpiresAt).to.equal(minted);
    await session.mintLink();
    expect(session.linkExpiresAt).to.be.above(minted);
  });

  describe('when the time of the first answer is hours off the date of the device', () => {
    const HOUR = 3_600_000;

    /** A session whose answers carry these times, as hours before the date of the device. */
    function setupAges(...ages: (number | Error)[]) {
      const timers = new FakeTimers();
      const store = new FakeStore(journeyIn('loading'));
      const hours = createOpeningHours({ store, timers });
      let requests = 0;
      const request = () => {
        const age = ages[Math.min(requests++, ages.length - 1)] ?? 0;
        return age instanceof Error
          ? Promise.reject(age)
          : Promise.resolve(replyWith({ serverTime: timers.now() - age * HOUR }));
      };
      const session = createJourneySession({
        store,
        hours,
        session: { waitMs: 0, fetchStatus: request, mint: request },
      });
      const ageNow = () => Math.round((timers.now() - hours.now()) / HOUR);
      return { session, requests: () => requests, ageNow };
    }

    it('requests the status once more, and believes that answer', async () => {
      for (const [ages, expected] of [
        [[14, 0], 0],
        [[-9, 0], 0],
        [[14, 14], 14],
        [[14, new VkycError('network')], 14],
      ] as const) {
        const { session, requests, ageNow } = setupAges(...ages);
        await session.fetchStatus();
        expect(requests(), String(ages)).to.equal(2);
        expect(ageNow(), String(ages)).to.equal(expected);
        await session.fetchStatus().catch(() => null);
        expect(requests(), String(ages)).to.equal(3);
      }
    });

    it('sends one request where the two agree within an hour, or the answer has no time', async () => {
      for (const age of [0, 0.9, -0.9]) {
        const { session, requests } = setupAges(age);
        await session.fetchStatus();
        expect(requests(), String(age)).to.equal(1);
      }
    });
  });

  it('applies the hours of an answer before its status', async () => {
    const { session, answer, types } = setup(replyWith({ availability: SHUT }));
    answer();
    await session.fetchStatus();
    expect(types()).to.deep.equal(['hours-changed', 'status-received']);
  });

  it('dispatches nothing when the endpoint answers only POST', async () => {
    const { session, answer, types } = setup(null);
    answer();
    expect(await session.fetchStatus()).to.equal(null);
    expect(types()).to.deep.equal([]);
  });

  it('mints a link, and dispatches the status of the same answer', async () => {
    const { store, session, answer } = setup();
    answer();
    expect(await session.mintLink()).to.equal(LINK);
    expect(store.actions).to.deep.include({ type: 'link-received', customer: IN_PROGRESS });
  });

  it("keeps the partner's own link for the phone through answers without one", async () => {
    const handoffUrl = 'https://wallet.example.com/k/7f3';
    const { session, answer } = setup(replyWith({ handoffUrl }));
    expect(session.handoffUrl).to.equal(null);
    answer();
    await session.fetchStatus();
    expect(session.handoffUrl).to.equal(handoffUrl);
  });

  it("maps statuses by the page's table, the last one at once", async () => {
    const { store, session, answer } = setup(replyWith({ status: UNDER_REVIEW.status }));
    store.set(journeyIn('ready'));
    session.setStatusPhases({ VKYC_IN_PROGRESS: 'rejected', VKYC_COMPLETED: 'expired' });
    expect(store.state.customer.phase).to.equal('rejected');
    answer();
    await session.fetchStatus();
    expect(store.state.customer.phase).to.equal('expired');
  });

  it('suspend aborts requests, whose answers are no longer applied', async () => {
    const { session, signals, answer, types } = setup();
    const requests = [session.fetchStatus(), session.mintLink()];
    session.suspend();
    answer();
    const results = await Promise.allSettled(requests);
    expect(results.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, true]);
    expect(types()).to.deep.equal([]);
  });

  it('resume allows requests again', async () => {
    const { session, answer, types } = setup();
    session.suspend();
    expect(session.signal.aborted).to.equal(true);
    session.resume();
    expect(session.signal.aborted).to.equal(false);
    answer();
    await session.fetchStatus();
    expect(types()).to.deep.equal(['status-received']);
  });
});
