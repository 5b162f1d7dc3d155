import { expect } from '@open-wc/testing';
import { HttpResponse } from 'msw';

import { SEED_LINK, SEED_REPLY } from '../support/scenarios.js';
import { VkycError } from '../../src/errors/vkyc-error.js';
import { createSession, RENEWAL_PATIENCE, type Renew, type RenewalWay } from '../../src/session/session.js';
import { answerTimer } from '../support/answer-timer.js';
import { backendStandIn, ENDPOINT } from '../support/fake-session-endpoint.js';

const FRESH = `${ENDPOINT}-fresh`;
const FRESHER = `${ENDPOINT}-fresher`;
const NOW = Date.UTC(2026, 10, 23, 5, 30);

const never = () => new AbortController().signal;
const seedReply = () => new HttpResponse(SEED_REPLY);
const expired = () => new HttpResponse(null, { status: 410 });
const expiring = (expiresAt: unknown) => () =>
  HttpResponse.json({ kycStatus: null, kycLink: SEED_LINK, session: { expiresAt } });

/** A session, and each way in which it asked the page for a fresh endpoint. */
function sessionWith(renew: Partial<Record<RenewalWay, () => ReturnType<Renew>>> = {}) {
  const asked: RenewalWay[] = [];
  const session = createSession(
    ENDPOINT,
    'same-origin',
    (way) => {
      asked.push(way);
      return renew[way]?.() ?? null;
    },
    () => NOW,
  );
  return { session, asked };
}

const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => (error instanceof VkycError ? error.code : error),
  );

describe('createSession', () => {
  const backend = backendStandIn();
  const paths = () => backend.requests.map(({ url }) => new URL(url).pathname);
  const allExpired = () => backend.answers({ GET: expired, POST: expired });

  it('asks and mints as its endpoint does, and troubles the page with nothing', async () => {
    backend.answers({ GET: seedReply, POST: seedReply });
    const { session, asked } = sessionWith();
    expect((await session.ask(never()))?.answer.status.kycStatus?.name).to.equal('MIN_KYC_VERIFIED');
    expect((await session.mint(never())).answer.link).to.equal(SEED_LINK);
    expect(backend.methods).to.deep.equal(['GET', 'POST']);
    expect(asked).to.deep.equal([]);
  });

  describe('when it has expired', () => {
    it("takes a fresh endpoint from the page's function, puts the question there, and stays there", async () => {
      allExpired();
      backend.answers({ GET: seedReply, POST: seedReply }, FRESH);
      const { session, asked } = sessionWith({ function: () => Promise.resolve(FRESH) });
      expect(await session.ask(never())).not.to.equal(null);
      expect((await session.mint(never())).answer.link).to.equal(SEED_LINK);
      expect(asked).to.deep.equal(['function']);
      expect(paths()).to.deep.equal([ENDPOINT, FRESH, FRESH]);
    });

    it('is renewed for 401, 403 and 410, and for no other failure', async () => {
      for (const status of [401, 403, 410]) {
        backend.answers({ GET: () => new HttpResponse(null, { status }) });
        backend.answers({ GET: seedReply }, FRESH);
        const { session } = sessionWith({ function: () => Promise.resolve(FRESH) });
        expect(await session.ask(never()), String(status)).not.to.equal(null);
      }
      for (const status of [400, 409, 422, 429, 500]) {
        backend.answers({ GET: () => new HttpResponse(null, { status }) });
        const { session, asked } = sessionWith({ function: () => Promise.resolve(FRESH) });
        await code(session.ask(never()));
        expect(asked, String(status)).to.deep.equal([]);
      }
    });

    it('is renewed by event where the page has no function', async () => {
      allExpired();
      backend.answers({ POST: seedReply }, FRESH);
      const { session, asked } = sessionWith({ event: () => Promise.resolve(FRESH) });
      expect((await session.mint(never())).answer.link).to.equal(SEED_LINK);
      expect(asked).to.deep.equal(['function', 'event']);
    });

    it('is renewed by event where what the function gave is expired too, once each and no more', async () => {
      allExpired();
      backend.answers({ GET: expired }, FRESH);
      backend.answers({ GET: expired }, FRESHER);
      const { session, asked } = sessionWith({
        function: () => Promise.resolve(FRESH),
        event: () => Promise.resolve(FRESHER),
      });
      expect(await code(session.ask(never()))).to.equal('session_expired');
      expect(asked).to.deep.equal(['function', 'event']);
      expect(paths()).to.deep.equal([ENDPOINT, FRESH, FRESHER]);
    });

    it('says so when the page takes longer than 15 seconds to give an endpoint', async () => {
      allExpired();
      const time = answerTimer();
      try {
        let asked = () => {};
        const wanted = new Promise<void>((resolve) => (asked = resolve));
        const { session } = sessionWith({
          function: () => {
            asked();
            return new Promise(() => undefined);
          },
        });
        const answer = code(session.ask(never()));
        await wanted;
        expect(RENEWAL_PATIENCE).to.equal(15_000);
        time.end();
        expect(await answer).to.equal('session_expired');
        expect(time.waiting.size).to.equal(0);
      } finally {
        time.restore();
      }
    });

    it('says so when the page gives nothing, throws, rejects or gives no endpoint', async () => {
      allExpired();
      const untyped: unknown = { endpoint: FRESH };
      for (const renew of [
        () => null,
        () => Promise.resolve(''),
        () => Promise.resolve('  '),
        () => Promise.resolve(untyped as string),
        () => Promise.reject(new Error('the page failed')),
        () => {
          throw new Error('the page failed at once');
        },
      ]) {
        const { session, asked } = sessionWith({ function: renew, event: renew });
        expect(await code(session.ask(never()))).to.equal('session_expired');
        expect(asked).to.deep.equal(['function', 'event']);
      }
      expect(new Set(paths())).to.deep.equal(new Set([ENDPOINT]));
    });

    it('reports another failure of the fresh endpoint as what it is, without asking the page again', async () => {
      allExpired();
      backend.answers({ GET: () => new HttpResponse(null, { status: 500 }) }, FRESH);
      const { session, asked } = sessionWith({ function: () => Promise.resolve(FRESH) });
      expect(await code(session.ask(never()))).to.equal('server_error');
      expect(asked).to.deep.equal(['function']);
    });

    it('asks the page anew at the next request', async () => {
      allExpired();
      const { session, asked } = sessionWith();
      await code(session.ask(never()));
      await code(session.ask(never()));
      expect(asked).to.deep.equal(['function', 'event', 'function', 'event']);
    });
  });

  describe('when it is about to expire', () => {
    const mintAfter = async (expiresAt: unknown) => {
      backend.answers({ GET: expiring(expiresAt), POST: seedReply });
      backend.answers({ POST: seedReply }, FRESH);
      const { session, asked } = sessionWith({ function: () => Promise.resolve(FRESH) });
      await session.ask(never());
      await session.mint(never());
      return { asked, minted: paths().at(-1) };
    };

    it('is renewed before a link is made, if less than a minute is left', async () => {
      for (const left of [59_999, 0, -1]) {
        const { asked, minted } = await mintAfter(NOW + left);
        expect(minted, String(left)).to.equal(FRESH);
        expect(asked).to.deep.equal(['function']);
      }
    });

    it('is renewed once, also when making the link fails then', async () => {
      backend.answers({ GET: expiring(NOW) });
      backend.answers({ POST: () => new HttpResponse(null, { status: 500 }) }, FRESH);
      const { session, asked } = sessionWith({ function: () => Promise.resolve(FRESH) });
      await session.ask(never());
      await code(session.mint(never()));
      await code(session.mint(never()));
      expect(asked).to.deep.equal(['function']);
    });

    it('is left alone with a minute to go, or when it never said', async () => {
      for (const expiresAt of [NOW + 60_000, NOW + 900_000, null, 'soon']) {
        const { asked, minted } = await mintAfter(expiresAt);
        expect(minted, String(expiresAt)).to.equal(ENDPOINT);
        expect(asked).to.deep.equal([]);
      }
    });

    it('is used as it is when the page cannot renew it, and never renewed by event before it has expired', async () => {
      backend.answers({ GET: expiring(NOW), POST: seedReply });
      const { session, asked } = sessionWith({ event: () => Promise.resolve(FRESH) });
      await session.ask(never());
      expect((await session.mint(never())).answer.link).to.equal(SEED_LINK);
      expect(asked).to.deep.equal(['function']);
    });
  });

  it('leaves an abort to its caller and asks the page for nothing', async () => {
    allExpired();
    const { session, asked } = sessionWith();
    const reason = new Error('gone');
    expect(await code(session.ask(AbortSignal.abort(reason)))).to.equal(reason);
    expect(await code(session.mint(AbortSignal.abort(reason)))).to.equal(reason);
    expect(asked).to.deep.equal([]);
  });
});
