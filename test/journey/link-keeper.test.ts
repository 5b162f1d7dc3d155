import { expect } from '@open-wc/testing';

import { createLinkKeeper } from '../../src/journey/link-keeper.js';
import { FakeTimers } from '../support/fake-timers.js';

const LINK = 'https://go.signzy.tech/eMain';
const HOSTS = ['*.signzy.tech'];

/** A keeper whose links the test makes one by one. */
function keeperWith(mint: (nth: number) => Promise<string | null>) {
  const timers = new FakeTimers();
  let mints = 0;
  let detour: URL | null = null;
  const keeper = createLinkKeeper(
    () => mint(++mints),
    () => detour,
    timers,
  );
  return {
    timers,
    keeper,
    peek: () => keeper.peek(HOSTS)?.href ?? null,
    take: async () => (await keeper.take(HOSTS)).href,
    leadTo: (url: string) => (detour = new URL(url)),
    get mints() {
      return mints;
    },
  };
}

describe('a link keeper', () => {
  it('has no link, and asks for none, until it is told to fetch one', () => {
    const kept = keeperWith(() => Promise.resolve(LINK));
    expect(kept.peek()).to.equal(null);
    expect(kept.mints).to.equal(0);
  });

  it('fetches a link and keeps it for the click', async () => {
    const kept = keeperWith(() => Promise.resolve(LINK));
    expect(await kept.keeper.fetch()).to.equal(LINK);
    expect(kept.peek()).to.equal(LINK);
    expect(await kept.keeper.fetch()).to.equal(LINK);
    expect(kept.mints).to.equal(1);
  });

  it('makes one request of a thousand at once', async () => {
    const kept = keeperWith(() => Promise.resolve(LINK));
    const links = await Promise.all(Array.from({ length: 1000 }, () => kept.keeper.fetch()));
    expect(new Set(links)).to.deep.equal(new Set([LINK]));
    expect(kept.mints).to.equal(1);
  });

  it('keeps it for 60 seconds and no longer', async () => {
    const { timers, keeper, peek } = keeperWith(() => Promise.resolve(LINK));
    await keeper.fetch();
    await timers.advance(59_999);
    expect(peek()).to.equal(LINK);
    await timers.advance(1);
    expect(peek()).to.equal(null);
  });

  it('forgets a link that is spent, and its timer with it', async () => {
    const kept = keeperWith((nth) => Promise.resolve(`${LINK}?${nth}`));
    await kept.keeper.fetch();
    kept.keeper.spend();
    expect(kept.peek()).to.equal(null);
    expect(kept.timers.waits).to.deep.equal([]);
    expect(await kept.keeper.fetch()).to.equal(`${LINK}?2`);
  });

  it('gives each link its own 60 seconds', async () => {
    const { timers, keeper, peek } = keeperWith((nth) => Promise.resolve(`${LINK}?${nth}`));
    await keeper.fetch();
    await timers.advance(30_000);
    keeper.spend();
    await keeper.fetch();
    await timers.advance(59_999);
    expect(peek()).to.equal(`${LINK}?2`);
  });

  it('keeps nothing of an answer without a link, and asks again next time', async () => {
    const kept = keeperWith((nth) => Promise.resolve(nth === 1 ? null : LINK));
    expect(await kept.keeper.fetch()).to.equal(null);
    expect(kept.timers.waits).to.deep.equal([]);
    expect(await kept.keeper.fetch()).to.equal(LINK);
  });

  it('rejects as the request does, for everyone who waits for it, and then forgets', async () => {
    const failure = new Error('no answer');
    const kept = keeperWith((nth) => (nth === 1 ? Promise.reject(failure) : Promise.resolve(LINK)));
    const outcomes = await Promise.allSettled([kept.keeper.fetch(), kept.keeper.fetch()]);
    for (const outcome of outcomes) expect(outcome).to.deep.equal({ status: 'rejected', reason: failure });
    expect(kept.peek()).to.equal(null);
    expect(await kept.keeper.fetch()).to.equal(LINK);
  });

  it('shows the link nowhere', async () => {
    const { keeper } = keeperWith(() => Promise.resolve(LINK));
    await keeper.fetch();
    expect(JSON.stringify(keeper)).to.equal('{}');
    for (const member of Object.values(keeper)) expect(member).to.be.a('function');
  });

  describe('asked for the way to the call', () => {
    const refusal = (kept: ReturnType<typeof keeperWith>) => kept.take().catch((error: unknown) => error);

    it('gives the link away once', async () => {
      const kept = keeperWith((nth) => Promise.resolve(`${LINK}?${nth}`));
      expect(await kept.take()).to.equal(`${LINK}?1`);
      expect(kept.peek()).to.equal(null);
      expect(await kept.take()).to.equal(`${LINK}?2`);
    });

    it('refuses when there is no link, or it leads to a host that is not allowed', async () => {
      const none = keeperWith(() => Promise.resolve(null));
      expect(await refusal(none)).to.have.property('code', 'no_link');
      const bad = keeperWith(() => Promise.resolve('https://evil.example/'));
      expect(await refusal(bad)).to.have.property('code', 'invalid_link');
      await bad.keeper.fetch();
      expect(bad.peek()).to.equal(null);
    });

    it('leads where the customer must go first, without making a link', async () => {
      const kept = keeperWith(() => Promise.resolve(LINK));
      kept.leadTo('https://wallet.example.com/terms');
      expect(kept.peek()).to.equal('https://wallet.example.com/terms');
      expect(await kept.take()).to.equal('https://wallet.example.com/terms');
      expect(kept.mints).to.equal(0);
    });
  });
});
