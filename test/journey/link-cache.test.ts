import { expect } from '@open-wc/testing';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { createLinkCache } from '../../src/journey/link-cache.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import { fakeJourneySession } from '../support/fake-journey-session.js';
import { FakeStore } from '../support/fake-store.js';
import { FakeTimers } from '../support/fake-timers.js';
import { IN_PROGRESS, journeyIn } from '../support/journeys.js';

const LINK = 'https://go.signzy.tech/eMain';
const HOSTS = ['*.signzy.tech'];

/** A cache whose links the test mints one by one. */
function setup(mint: (nth: number) => Promise<string | null>) {
  const timers = new FakeTimers();
  const store = new FakeStore(journeyIn('ready'));
  const session = fakeJourneySession();
  let mints = 0;
  session.mintLink = () => mint(++mints);
  const cache = createLinkCache({ store, session, timers });
  return {
    timers,
    store,
    session,
    cache,
    peek: () => cache.peek(HOSTS)?.href ?? null,
    consume: async () => (await cache.consume(HOSTS)).href,
    consumeForPhone: async () => (await cache.consumeForPhone(HOSTS)).href,
    requireAction: (url: string) => {
      const customer = { ...IN_PROGRESS, action: { kind: 'accept-terms', url } as const };
      store.set(journeyIn('ready', { customer }));
    },
    mints: () => mints,
  };
}

const rejection = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('createLinkCache', () => {
  it('has no link, and mints none, before load', () => {
    const ctx = setup(() => Promise.resolve(LINK));
    expect(ctx.peek()).to.equal(null);
    expect(ctx.mints()).to.equal(0);
  });

  it('loads a link and keeps it for the click', async () => {
    const ctx = setup(() => Promise.resolve(LINK));
    expect(await ctx.cache.load()).to.equal(LINK);
    expect(ctx.peek()).to.equal(LINK);
    expect(await ctx.cache.load()).to.equal(LINK);
    expect(ctx.mints()).to.equal(1);
  });

  describe('prefetch', () => {
    const failures: Readonly<Record<string, () => Promise<string | null>>> = {
      'a server error': () => Promise.reject(new VkycError('server_error')),
      'a refusal': () => Promise.reject(new VkycError('not_found')),
      'closed hours': () => Promise.reject(new ClosedHours(null)),
      'no link': () => Promise.resolve(null),
      'a connection that dies': () => Promise.reject(new TypeError('failed')),
    };

    it('sends one request for any number of intents', async () => {
      const ctx = setup(() => Promise.resolve(LINK));
      for (let intents = 0; intents < 20; intents++) {
        ctx.cache.prefetch();
        await ctx.timers.advance(10);
      }
      expect(ctx.mints()).to.equal(1);
      expect(ctx.peek()).to.equal(LINK);
    });

    for (const [name, mint] of Object.entries(failures))
      it(`sends no further request soon after ${name}, while a press does`, async () => {
        const ctx = setup(mint);
        for (let intents = 0; intents < 20; intents++) {
          ctx.cache.prefetch();
          await ctx.timers.advance(1000);
        }
        expect(ctx.mints()).to.equal(1);
        await rejection(ctx.cache.consume(HOSTS));
        expect(ctx.mints()).to.equal(2);
        await ctx.timers.advance(30_000);
        ctx.cache.prefetch();
        expect(ctx.mints()).to.equal(3);
        await ctx.timers.advance(0);
      });

    it('waits for the time that the backend names', async () => {
      const ctx = setup(() => Promise.reject(new VkycError('rate_limited', { retryAfter: 60 })));
      ctx.cache.prefetch();
      await ctx.timers.advance(59_999);
      ctx.cache.prefetch();
      expect(ctx.mints()).to.equal(1);
      await ctx.timers.advance(1);
      ctx.cache.prefetch();
      expect(ctx.mints()).to.equal(2);
      await ctx.timers.advance(0);
    });
  });

  it('sends one request for a thousand concurrent loads', async () => {
    const ctx = setup(() => Promise.resolve(LINK));
    const links = await Promise.all(Array.from({ length: 1000 }, () => ctx.cache.load()));
    expect(new Set(links)).to.deep.equal(new Set([LINK]));
    expect(ctx.mints()).to.equal(1);
  });

  it('keeps it for 60 seconds and no longer', async () => {
    const { timers, cache, peek } = setup(() => Promise.resolve(LINK));
    await cache.load();
    await timers.advance(59_999);
    expect(peek()).to.equal(LINK);
    await timers.advance(1);
    expect(peek()).to.equal(null);
  });

  it('clear forgets the link and its timer', async () => {
    const ctx = setup((nth) => Promise.resolve(`${LINK}?${nth}`));
    await ctx.cache.load();
    ctx.cache.clear();
    expect(ctx.peek()).to.equal(null);
    expect(ctx.timers.pendingDelays).to.deep.equal([]);
    expect(await ctx.cache.load()).to.equal(`${LINK}?2`);
  });

  it('keeps each link for its own 60 seconds', async () => {
    const { timers, cache, peek } = setup((nth) => Promise.resolve(`${LINK}?${nth}`));
    await cache.load();
    await timers.advance(30_000);
    cache.clear();
    await cache.load();
    await timers.advance(59_999);
    expect(peek()).to.equal(`${LINK}?2`);
  });

  it('caches no answer without a link, and sends another request next time', async () => {
    const ctx = setup((nth) => Promise.resolve(nth === 1 ? null : LINK));
    expect(await ctx.cache.load()).to.equal(null);
    expect(ctx.timers.pendingDelays).to.deep.equal([]);
    expect(await ctx.cache.load()).to.equal(LINK);
  });

  it('rejects all concurrent loads as the request does, and then sends another request', async () => {
    const failure = new Error('no answer');
    const ctx = setup((nth) => (nth === 1 ? Promise.reject(failure) : Promise.resolve(LINK)));
    const outcomes = await Promise.allSettled([ctx.cache.load(), ctx.cache.load()]);
    for (const outcome of outcomes) expect(outcome).to.deep.equal({ status: 'rejected', reason: failure });
    expect(ctx.peek()).to.equal(null);
    expect(await ctx.cache.load()).to.equal(LINK);
  });

  it('exposes the link nowhere', async () => {
    const { cache } = setup(() => Promise.resolve(LINK));
    await cache.load();
    expect(JSON.stringify(cache)).to.equal('{}');
    for (const member of Object.values(cache)) expect(member).to.be.a('function');
  });

  describe('consume', () => {
    it('returns each link once', async () => {
      const ctx = setup((nth) => Promise.resolve(`${LINK}?${nth}`));
      expect(await ctx.consume()).to.equal(`${LINK}?1`);
      expect(ctx.peek()).to.equal(null);
      expect(await ctx.consume()).to.equal(`${LINK}?2`);
    });

    it('rejects when there is no link, or its host is not allowed', async () => {
      const none = setup(() => Promise.resolve(null));
      expect(await rejection(none.consume())).to.have.property('code', 'no_link');
      const invalid = setup(() => Promise.resolve('https://evil.example/'));
      expect(await rejection(invalid.consume())).to.have.property('code', 'invalid_link');
      await invalid.cache.load();
      expect(invalid.peek()).to.equal(null);
    });

    it('returns the page of a required action, without minting', async () => {
      const ctx = setup(() => Promise.resolve(LINK));
      ctx.requireAction('https://wallet.example.com/terms');
      expect(ctx.peek()).to.equal('https://wallet.example.com/terms');
      expect(await ctx.consume()).to.equal('https://wallet.example.com/terms');
      expect(ctx.mints()).to.equal(0);
    });

    it('dispatches that EnKash is closed, and rejects with it', async () => {
      const ctx = setup(() => Promise.reject(new ClosedHours('2026-11-24T04:30:00.000Z')));
      expect(await rejection(ctx.consume())).to.be.instanceOf(ClosedHours);
      expect(ctx.store.actions).to.deep.equal([
        { type: 'closed-by-server', opensAt: '2026-11-24T04:30:00.000Z' },
      ]);
    });
  });

  it('load dispatches nothing when EnKash is closed', async () => {
    const ctx = setup(() => Promise.reject(new ClosedHours(null)));
    expect(await rejection(ctx.cache.load())).to.be.instanceOf(ClosedHours);
    expect(ctx.store.actions).to.deep.equal([]);
  });

  describe('consumeForPhone', () => {
    it("returns the partner's own link where there is one, without minting", async () => {
      const ctx = setup(() => Promise.resolve(LINK));
      ctx.session.handoffUrl = 'https://wallet.example.com/k/7f3';
      expect(await ctx.consumeForPhone()).to.equal('https://wallet.example.com/k/7f3');
      expect(ctx.mints()).to.equal(0);
    });

    it('dispatches its failure and rejects with it', async () => {
      const ctx = setup(() => Promise.resolve(null));
      const failure = await rejection(ctx.consumeForPhone());
      expect(failure).to.have.property('code', 'no_link');
      expect(ctx.store.actions).to.deep.equal([{ type: 'handoff-failed', failure }]);
    });

    it('rejects with conflict when EnKash is closed, and dispatches no failure', async () => {
      const ctx = setup(() => Promise.reject(new ClosedHours(null)));
      expect(await rejection(ctx.consumeForPhone())).to.have.property('code', 'conflict');
      expect(ctx.store.actions).to.deep.equal([{ type: 'closed-by-server', opensAt: null }]);
    });
  });
});
