import { expect } from '@open-wc/testing';
import { HttpResponse } from 'msw';

import { SEED_LINK, SEED_REPLY } from '../support/scenarios.js';
import { VkycError } from '../../src/errors/vkyc-error.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import { createSession, RENEWAL_TIMEOUT_MS, type Renew, type RenewalWay } from '../../src/session/session.js';
import { answerTimer } from '../support/answer-timer.js';
import { fakeSessionEndpoint, ENDPOINT } from '../support/fake-session-endpoint.js';

const FRESH = `${ENDPOINT}-fresh`;
const FRESHER = `${ENDPOINT}-fresher`;
const NOW = Date.UTC(2026, 10, 23, 5, 30);

const never = () => new AbortController().signal;
const seedReply = () => new HttpResponse(SEED_REPLY);
const expired = () => new HttpResponse(null, { status: 410 });
const expiring = (expiresAt: unknown) => () =>
  HttpResponse.json({ kycStatus: null, kycLink: SEED_LINK, session: { expiresAt } });

let sessions = 0;

/** A session, and each way in which it requested a fresh endpoint of the page. */
function sessionWith(renew: Partial<Record<RenewalWay, () => ReturnType<Renew>>> = {}) {
  const requested: RenewalWay[] = [];
  const startedAt = ++sessions * 3_600_000;
  const session = createSession({
    endpoint: ENDPOINT,
    credentials: 'same-origin',
    renew: (way) => {
      requested.push(way);
      return renew[way]?.() ?? null;
    },
    now: () => NOW,
    // Each an hour after the one before: what held that one back is over.
    monotonic: () => startedAt,
  });
  return { session, requested };
}

const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => (error instanceof VkycError ? error.code : error),
  );

describe('createSession', () => {
  const backend = fakeSessionEndpoint();
  const paths = () => backend.requests.map(({ url }) => new URL(url).pathname);
  const allExpired = () => backend.answers({ GET: expired, POST: expired });

  it('requests status and link at its endpoint, and nothing of the page', async () => {
    backend.answers({ GET: seedReply, POST: seedReply });
    const { session, requested } = sessionWith();
    expect((await session.fetchStatus(never()))?.answer.status.kycStatus?.name).to.equal('MIN_KYC_VERIFIED');
    expect((await session.mint(never())).answer.link).to.equal(SEED_LINK);
    expect(backend.methods).to.deep.equal(['GET', 'POST']);
    expect(requested).to.deep.equal([]);
  });

  describe('when it has expired', () => {
    it("repeats the request at the endpoint that the page's function returns, and keeps that endpoint", async () => {
      allExpired();
      backend.answers({ GET: seedReply, POST: seedReply }, FRESH);
      const { session, requested } = sessionWith({ function: () => Promise.resolve(FRESH) });
      expect(await session.fetchStatus(never())).not.to.equal(null);
      expect((await session.mint(never())).answer.link).to.equal(SEED_LINK);
      expect(requested).to.deep.equal(['function']);
      expect(paths()).to.deep.equal([ENDPOINT, FRESH, FRESH]);
    });

    it('is renewed for 401, 403 and 410 only', async () => {
      for (const status of [401, 403, 410]) {
        backend.answers({ GET: () => new HttpResponse(null, { status }) });
        backend.answers({ GET: seedReply }, FRESH);
        const { session } = sessionWith({ function: () => Promise.resolve(FRESH) });
        expect(await session.fetchStatus(never()), String(status)).not.to.equal(null);
      }
      for (const status of [400, 409, 422, 429, 500]) {
        backend.answers({ GET: () => new HttpResponse(null, { status }) });
        const { session, requested } = sessionWith({ function: () => Promise.resolve(FRESH) });
        await code(session.fetchStatus(never()));
        expect(requested, String(status)).to.deep.equal([]);
      }
    });

    it('is renewed by event where the page has no function', async () => {
      allExpired();
      backend.answers({ POST: seedReply }, FRESH);
      const { session, requested } = sessionWith({ event: () => Promise.resolve(FRESH) });
      expect((await session.mint(never())).answer.link).to.equal(SEED_LINK);
      expect(requested).to.deep.equal(['function', 'event']);
    });

    it('is renewed by event when the endpoint of the function has expired too, once each', async () => {
      allExpired();
      backend.answers({ GET: expired }, FRESH);
      backend.answers({ GET: expired }, FRESHER);
      const { session, requested } = sessionWith({
        function: () => Promise.resolve(FRESH),
        event: () => Promise.resolve(FRESHER),
      });
      expect(await code(session.fetchStatus(never()))).to.equal('session_expired');
      expect(requested).to.deep.equal(['function', 'event']);
      expect(paths()).to.deep.equal([ENDPOINT, FRESH, FRESHER]);
    });

    it('fails with session_expired when the page takes longer than 15 seconds', async () => {
      allExpired();
      const time = answerTimer();
      try {
        let requested = () => {};
        const wanted = new Promise<void>((resolve) => (requested = resolve));
        const { session } = sessionWith({
          function: () => {
            requested();
            return new Promise(() => undefined);
          },
        });
        const answer = code(session.fetchStatus(never()));
        await wanted;
        expect(RENEWAL_TIMEOUT_MS).to.equal(15_000);
        time.end();
        expect(await answer).to.equal('session_expired');
        expect(time.waiting.size).to.equal(0);
      } finally {
        time.restore();
      }
    });

    it('fails with session_expired when the page throws, rejects or returns no endpoint', async () => {
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
        const { session, requested } = sessionWith({ function: renew, event: renew });
        expect(await code(session.fetchStatus(never()))).to.equal('session_expired');
        expect(requested).to.deep.equal(['function', 'event']);
      }
      expect(new Set(paths())).to.deep.equal(new Set([ENDPOINT]));
    });

    it('reports another failure of the fresh endpoint unchanged, without another renewal', async () => {
      allExpired();
      backend.answers({ GET: () => new HttpResponse(null, { status: 500 }) }, FRESH);
      const { session, requested } = sessionWith({ function: () => Promise.resolve(FRESH) });
      expect(await code(session.fetchStatus(never()))).to.equal('server_error');
      expect(requested).to.deep.equal(['function']);
    });

    it('asks the page again at the next try after a fresh endpoint that answered badly', async () => {
      for (const fresh of ['javascript:x', `${ENDPOINT}-wrong`]) {
        allExpired();
        backend.answers({ GET: () => new HttpResponse(null, { status: 500 }) }, `${ENDPOINT}-wrong`);
        backend.answers({ GET: seedReply }, FRESH);
        const endpoints = [fresh, FRESH];
        const { session } = sessionWith({ function: () => Promise.resolve(endpoints.shift() ?? '') });
        expect(await code(session.fetchStatus(never()))).to.match(/^(invalid_endpoint|server_error)$/);
        expect(await session.fetchStatus(never()), fresh).not.to.equal(null);
      }
    });

    it('is renewed again at the next request', async () => {
      allExpired();
      const { session, requested } = sessionWith();
      await code(session.fetchStatus(never()));
      await code(session.fetchStatus(never()));
      expect(requested).to.deep.equal(['function', 'event', 'function', 'event']);
    });
  });

  describe('when it is about to expire', () => {
    const mintAfter = async (expiresAt: unknown) => {
      backend.answers({ GET: expiring(expiresAt), POST: seedReply });
      backend.answers({ POST: seedReply }, FRESH);
      const { session, requested } = sessionWith({ function: () => Promise.resolve(FRESH) });
      await session.fetchStatus(never());
      await session.mint(never());
      return { requested, minted: paths().at(-1) };
    };

    it('is renewed before minting when less than a minute is left', async () => {
      for (const left of [59_999, 0, -1]) {
        const { requested, minted } = await mintAfter(NOW + left);
        expect(minted, String(left)).to.equal(FRESH);
        expect(requested).to.deep.equal(['function']);
      }
    });

    it('still serves while it lives when the fresh endpoint answers badly, and is renewed again at the next try', async () => {
      const invalidReplies = [
        () => new HttpResponse(null, { status: 404 }),
        () => new HttpResponse(null, { status: 410 }),
        () => new HttpResponse(null, { status: 500 }),
        () => HttpResponse.html('<h1>Our wallet</h1>'),
        () => HttpResponse.json({ code: 7 }),
        () => HttpResponse.error(),
      ];
      for (const reply of invalidReplies) {
        backend.requests.length = 0;
        backend.answers({ GET: expiring(NOW + 50_000), POST: seedReply });
        backend.answers({ GET: reply, POST: reply }, FRESH);
        const { session, requested } = sessionWith({ function: () => Promise.resolve(FRESH) });
        await session.fetchStatus(never());
        expect((await session.mint(never())).answer.link).to.equal(SEED_LINK);
        expect(paths().at(-1)).to.equal(ENDPOINT);
        backend.answers({ GET: expiring(NOW + 50_000) });
        await session.fetchStatus(never());
        backend.answers({ POST: seedReply }, FRESH);
        await session.mint(never());
        expect(paths().at(-1)).to.equal(FRESH);
        expect(requested).to.deep.equal(['function', 'function']);
      }
    });

    it('serves also when what the page returned cannot be an endpoint', async () => {
      for (const fresh of ['javascript:x', 'https://user:word@wallet.example.com/', 'http://[']) {
        backend.answers({ GET: expiring(NOW + 50_000), POST: seedReply });
        const { session } = sessionWith({ function: () => Promise.resolve(fresh) });
        await session.fetchStatus(never());
        expect((await session.mint(never())).answer.link, fresh).to.equal(SEED_LINK);
      }
    });

    it('is not asked in place of a fresh endpoint that knows the answer: closed, or later', async () => {
      const replies = [
        [HttpResponse.json({ error: { code: 'closed_hours' } }, { status: 409 }), ClosedHours],
        [new HttpResponse(null, { status: 429, headers: { 'Retry-After': '60' } }), VkycError],
      ] as const;
      for (const [reply, kind] of replies) {
        backend.answers({ GET: expiring(NOW + 50_000), POST: seedReply });
        backend.answers({ POST: () => reply.clone() }, FRESH);
        const { session } = sessionWith({ function: () => Promise.resolve(FRESH) });
        await session.fetchStatus(never());
        expect(await session.mint(never()).catch((error: unknown) => error)).to.be.instanceOf(kind);
        expect(paths().at(-1)).to.equal(FRESH);
      }
    });

    it('is not used any more once it has expired, and renewed again at the next try', async () => {
      backend.answers({ GET: expiring(NOW), POST: seedReply });
      backend.answers({ POST: () => new HttpResponse(null, { status: 500 }) }, FRESH);
      const { session, requested } = sessionWith({ function: () => Promise.resolve(FRESH) });
      await session.fetchStatus(never());
      for (let times = 0; times < 2; times++)
        expect(await code(session.mint(never()))).to.equal('server_error');
      expect(paths().slice(-2)).to.deep.equal([FRESH, FRESH]);
      expect(requested).to.deep.equal(['function', 'function']);
    });

    it('is not renewed with a minute left, or without a known expiry', async () => {
      for (const expiresAt of [NOW + 60_000, NOW + 900_000, null, 'soon']) {
        const { requested, minted } = await mintAfter(expiresAt);
        expect(minted, String(expiresAt)).to.equal(ENDPOINT);
        expect(requested).to.deep.equal([]);
      }
    });

    it('is used unchanged when the function cannot renew it, and not renewed by event before it has expired', async () => {
      backend.answers({ GET: expiring(NOW), POST: seedReply });
      const { session, requested } = sessionWith({ event: () => Promise.resolve(FRESH) });
      await session.fetchStatus(never());
      expect((await session.mint(never())).answer.link).to.equal(SEED_LINK);
      expect(requested).to.deep.equal(['function']);
    });
  });

  it('passes an abort on to its caller without a renewal', async () => {
    allExpired();
    const { session, requested } = sessionWith();
    const reason = new Error('no longer needed');
    expect(await code(session.fetchStatus(AbortSignal.abort(reason)))).to.equal(reason);
    expect(await code(session.mint(AbortSignal.abort(reason)))).to.equal(reason);
    expect(requested).to.deep.equal([]);
  });
});
