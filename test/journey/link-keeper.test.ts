import { expect } from '@open-wc/testing';

import { LinkKeeper } from '../../src/journey/link-keeper.js';
import { FakeTimers } from './fake-timers.js';
import { replyWith } from './replies.js';

const LINK = 'https://go.signzy.tech/eMain';

/** A keeper whose links the test makes one by one. */
function keeperWith(mint: (nth: number) => Promise<string | null>) {
  const timers = new FakeTimers();
  let mints = 0;
  const keeper = new LinkKeeper(async () => replyWith({ link: await mint(++mints) }), timers);
  return {
    timers,
    keeper,
    get mints() {
      return mints;
    },
  };
}

describe('LinkKeeper', () => {
  it('has no link, and asks for none, until it is told to fetch one', () => {
    const kept = keeperWith(() => Promise.resolve(LINK));
    expect(kept.keeper.peek()).to.equal(null);
    expect(kept.mints).to.equal(0);
  });

  it('fetches a link and keeps it for the click', async () => {
    const kept = keeperWith(() => Promise.resolve(LINK));
    expect(await kept.keeper.fetch()).to.equal(LINK);
    expect(kept.keeper.peek()).to.equal(LINK);
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
    const { timers, keeper } = keeperWith(() => Promise.resolve(LINK));
    await keeper.fetch();
    await timers.advance(59_999);
    expect(keeper.peek()).to.equal(LINK);
    await timers.advance(1);
    expect(keeper.peek()).to.equal(null);
  });

  it('forgets a link that is spent, and its timer with it', async () => {
    const kept = keeperWith((nth) => Promise.resolve(`${LINK}?${nth}`));
    await kept.keeper.fetch();
    kept.keeper.spend();
    expect(kept.keeper.peek()).to.equal(null);
    expect(kept.timers.waits).to.deep.equal([]);
    expect(await kept.keeper.fetch()).to.equal(`${LINK}?2`);
  });

  it('gives each link its own 60 seconds', async () => {
    const { timers, keeper } = keeperWith((nth) => Promise.resolve(`${LINK}?${nth}`));
    await keeper.fetch();
    await timers.advance(30_000);
    keeper.spend();
    await keeper.fetch();
    await timers.advance(59_999);
    expect(keeper.peek()).to.equal(`${LINK}?2`);
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
    expect(kept.keeper.peek()).to.equal(null);
    expect(await kept.keeper.fetch()).to.equal(LINK);
  });

  it('shows the link nowhere', async () => {
    const { keeper } = keeperWith(() => Promise.resolve(LINK));
    await keeper.fetch();
    expect(JSON.stringify(keeper)).to.equal('{}');
    expect(Reflect.ownKeys(keeper)).to.deep.equal([]);
  });
});
