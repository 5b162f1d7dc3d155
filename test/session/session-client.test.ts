import { expect } from '@open-wc/testing';
import { delay, HttpResponse } from 'msw';

import { SEED_LINK, SEED_REPLY } from '../support/scenarios.js';
import { VkycError } from '../../src/errors/vkyc-error.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import { ANSWER_LIMIT_BYTES, ANSWER_TIMEOUT_MS } from '../../src/protocol/limits.js';
import { createSessionClient } from '../../src/session/session-client.js';
import { answerTimer } from '../support/answer-timer.js';
import { fakeSessionEndpoint, ENDPOINT } from '../support/fake-session-endpoint.js';

const SECRETS = /sEcReT|EKCHUZJWZW|6811e8e0/;
const MIN_KYC = { kycStatus: 'MIN_KYC_VERIFIED', kycSubStatus: null };

const never = () => new AbortController().signal;
const client = (endpoint = ENDPOINT) => createSessionClient(endpoint, 'same-origin');
const seedReply = () =>
  new HttpResponse(SEED_REPLY, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
const status = (code: number, body?: object, headers: Record<string, string> = {}) =>
  new HttpResponse(body ? JSON.stringify(body) : null, { status: code, headers });
const text = (body: BodyInit) => new HttpResponse(body);

/** What a promise is rejected with; its resolution fails the test. */
const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => expect.fail(`expected a rejection, received ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );

async function failure(promise: Promise<unknown>): Promise<VkycError> {
  const error = await rejection(promise);
  if (!(error instanceof VkycError)) throw new Error('expected a VkycError', { cause: error });
  return error;
}

describe('createSessionClient', () => {
  const backend = fakeSessionEndpoint();

  describe('fetchStatus', () => {
    it("sends GET and reads EnKash's reply verbatim", async () => {
      backend.answers({ GET: seedReply });
      const reply = await client().fetchStatus(never());
      expect(backend.methods).to.deep.equal(['GET']);
      expect(reply?.answer.status.kycSubStatus?.name).to.equal('VKYC_IN_PROGRESS');
      expect(reply?.answer.link).to.equal(SEED_LINK);
    });

    it('reads a bare payload', async () => {
      backend.answers({ GET: () => HttpResponse.json(MIN_KYC) });
      const reply = await client().fetchStatus(never());
      expect(reply?.answer.status.kycStatus?.name).to.equal('MIN_KYC_VERIFIED');
    });

    it('returns null from an endpoint that answers only POST', async () => {
      for (const code of [404, 405, 501]) {
        backend.answers({ GET: () => status(code), POST: seedReply });
        expect(await client().fetchStatus(never()), String(code)).to.equal(null);
      }
      expect(backend.methods).not.to.contain('POST');
    });

    it('sends the header that a cross-site page cannot send, bypasses caches and follows no redirect', async () => {
      backend.answers({ GET: seedReply });
      await client().fetchStatus(never());
      const [request] = backend.requests;
      expect(request?.headers.get('x-enkash-vkyc')).to.equal('1');
      expect(request?.headers.get('accept')).to.equal('application/json');
      expect(request?.headers.has('content-type')).to.equal(false);
      expect(request?.cache).to.equal('no-store');
      expect(request?.redirect).to.equal('error');
      expect(request?.credentials).to.equal('same-origin');
    });

    it('sends the credentials that the page has set', async () => {
      backend.answers({ GET: seedReply });
      for (const credentials of ['omit', 'same-origin', 'include'] as const)
        await createSessionClient(ENDPOINT, credentials).fetchStatus(never());
      expect(backend.requests.map((request) => request.credentials)).to.deep.equal([
        'omit',
        'same-origin',
        'include',
      ]);
    });
  });

  describe('mint', () => {
    it('sends POST with the JSON body {} and the same header', async () => {
      backend.answers({ POST: seedReply });
      const { answer } = await client().mint(never());
      expect(answer.link).to.equal(SEED_LINK);
      expect(backend.methods).to.deep.equal(['POST']);
      const [request] = backend.requests;
      expect(request?.headers.get('x-enkash-vkyc')).to.equal('1');
      expect(request?.headers.get('content-type')).to.equal('application/json');
      expect(request?.cache).to.equal('no-store');
      expect(request?.redirect).to.equal('error');
      expect(await request?.text()).to.equal('{}');
    });

    it('falls back to GET where the endpoint does not offer POST', async () => {
      for (const code of [404, 405, 501]) {
        backend.answers({ GET: seedReply, POST: () => status(code) });
        expect((await client().mint(never())).answer.link, String(code)).to.equal(SEED_LINK);
      }
      expect(backend.methods.slice(0, 2)).to.deep.equal(['POST', 'GET']);
    });

    it('fails with not_found when neither method is offered', async () => {
      for (const code of [404, 405, 501]) {
        backend.answers({ GET: () => status(code), POST: () => status(code) });
        expect((await failure(client().mint(never()))).code, String(code)).to.equal('not_found');
      }
    });

    it('does not fall back to GET when POST fails in another way', async () => {
      for (const code of [401, 409, 422, 429, 500]) {
        backend.answers({ GET: seedReply, POST: () => status(code) });
        await failure(client().mint(never()));
      }
      expect(backend.methods).not.to.contain('GET');
    });
  });

  describe('the reply', () => {
    it('has the times of request and answer on the monotonic clock', async () => {
      backend.answers({ GET: seedReply });
      const before = performance.now();
      const reply = await client().fetchStatus(never());
      if (!reply) throw new Error('expected a reply');
      expect(reply.sentAt).to.be.at.least(before);
      expect(reply.receivedAt).to.be.at.least(reply.sentAt);
      expect(reply.receivedAt).to.be.at.most(performance.now());
    });

    it('has the Date header, or null without a readable one', async () => {
      const date = async (headers: Record<string, string>) => {
        backend.answers({ GET: () => HttpResponse.json(MIN_KYC, { headers }) });
        return (await client().fetchStatus(never()))?.date;
      };
      expect(await date({ Date: 'Mon, 23 Nov 2026 05:30:00 GMT' })).to.equal(Date.UTC(2026, 10, 23, 5, 30));
      expect(await date({})).to.equal(null);
      expect(await date({ Date: 'around noon' })).to.equal(null);
    });
  });

  describe('failures', () => {
    it('have the code of the status for any body, other than for a 200', async () => {
      for (const [code, expected] of [
        [400, 'http_error'],
        [401, 'session_expired'],
        [409, 'conflict'],
        [429, 'rate_limited'],
        [500, 'server_error'],
      ] as const)
        for (const body of [null, '<h1>Sorry</h1>', SEED_REPLY, '[]', '{"error":"text"}', '{"error":{}}']) {
          backend.answers({ GET: () => new HttpResponse(body, { status: code }) });
          expect((await failure(client().fetchStatus(never()))).code, String(body)).to.equal(expected);
        }
    });

    it('include a 200 with an error in its body', async () => {
      backend.answers({ GET: () => HttpResponse.json({ ...MIN_KYC, error: { code: 'not_eligible' } }) });
      expect((await failure(client().fetchStatus(never()))).code).to.equal('not_eligible');
      backend.answers({ GET: () => HttpResponse.json({ ...MIN_KYC, error: {} }) });
      expect((await failure(client().fetchStatus(never()))).code).to.equal('http_error');
    });

    it('are enkash_error for a code of EnKash other than 0', async () => {
      backend.answers({ GET: () => HttpResponse.json({ code: 4001, message: 'no', payload: MIN_KYC }) });
      const error = await failure(client().fetchStatus(never()));
      expect(error.code).to.equal('enkash_error');
      expect(error.actor).to.equal('enkash');
    });

    it('are not_json for HTML, an empty body, cut or repeated JSON, and bytes that are not UTF-8', async () => {
      for (const body of [
        '<!doctype html><title>Sign in</title>',
        '',
        SEED_REPLY.slice(0, -10),
        '{}{}',
        "{'kycStatus': null}",
        '{"kycStatus": NaN}',
        new Uint8Array([0x7b, 0xff, 0x7d]),
        new Uint8Array([0x22, 0xe2, 0x82]),
      ]) {
        backend.answers({ GET: () => text(body) });
        expect((await failure(client().fetchStatus(never()))).code, String(body)).to.equal('not_json');
      }
      backend.answers({ GET: () => status(204) });
      expect((await failure(client().fetchStatus(never()))).code).to.equal('not_json');
    });

    it('are invalid_response for JSON of another shape', async () => {
      for (const body of ['null', '[]', '"text"', '0', 'true', '{}', '{"payload":[]}', '{"status":"ok"}']) {
        backend.answers({ GET: () => text(body) });
        expect((await failure(client().fetchStatus(never()))).code, body).to.equal('invalid_response');
      }
    });

    it('are too_large for more than 64 KiB, and for nothing smaller', async () => {
      const sized = (bytes: number) => JSON.stringify(MIN_KYC).padEnd(bytes);
      backend.answers({ GET: () => text(sized(ANSWER_LIMIT_BYTES)) });
      expect(await client().fetchStatus(never())).not.to.equal(null);
      backend.answers({ GET: () => text(sized(ANSWER_LIMIT_BYTES + 1)) });
      expect((await failure(client().fetchStatus(never()))).code).to.equal('too_large');
      expect(ANSWER_LIMIT_BYTES).to.equal(64 * 1024);
    });

    it('does not report a connection that died before the answer, if the same question is answered then', async () => {
      let requests = 0;
      backend.answers({
        GET: () => (++requests === 1 ? HttpResponse.error() : new HttpResponse(SEED_REPLY)),
      });
      expect(await client().fetchStatus(never())).not.to.equal(null);
      expect(backend.methods).to.deep.equal(['GET', 'GET']);
    });

    it('asks no third time, and never sends a request for a link twice', async () => {
      backend.answers({ GET: () => HttpResponse.error(), POST: () => HttpResponse.error() });
      expect((await failure(client().fetchStatus(never()))).code).to.equal('network');
      expect((await failure(client().mint(never()))).code).to.equal('network');
      expect(backend.methods).to.deep.equal(['GET', 'GET', 'POST']);
    });

    it('sends a GET that mints the link only once', async () => {
      backend.answers({ GET: () => HttpResponse.error() });
      expect((await failure(client().mint(never()))).code).to.equal('network');
      expect(backend.methods).to.deep.equal(['POST', 'GET']);
    });

    it('are network for a connection that fails', async () => {
      backend.answers({ GET: () => HttpResponse.error() });
      expect((await failure(client().fetchStatus(never()))).code).to.equal('network');
    });

    it('are offline for a connection that fails while the browser is offline', async () => {
      backend.answers({ GET: () => HttpResponse.error() });
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
      try {
        expect((await failure(client().fetchStatus(never()))).code).to.equal('offline');
      } finally {
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });

    it('are network for a redirect, which is not followed', async () => {
      for (const code of [301, 302, 303, 307, 308]) {
        backend.answers({ GET: () => status(code, undefined, { Location: `${ENDPOINT}/elsewhere` }) });
        expect((await failure(client().fetchStatus(never()))).code, String(code)).to.equal('network');
      }
      expect(backend.requests.filter(({ url }) => url.endsWith('elsewhere'))).to.deep.equal([]);
    });

    it('are network for a body that breaks off', async () => {
      backend.answers({
        GET: () =>
          text(
            new ReadableStream({
              start(controller) {
                controller.enqueue(new TextEncoder().encode('{"kycStatus"'));
                controller.error(new TypeError('broken off'));
              },
            }),
          ),
      });
      expect((await failure(client().fetchStatus(never()))).code).to.equal('network');
    });

    it('are invalid_endpoint for an unsafe endpoint, without a request', async () => {
      for (const endpoint of ['javascript:alert(1)', 'https://u:p@a.example/', 'ftp://a.example/'])
        expect((await failure(client(endpoint).fetchStatus(never()))).code, endpoint).to.equal(
          'invalid_endpoint',
        );
      expect(backend.requests).to.deep.equal([]);
    });
  });

  describe('unusual JSON', () => {
    it('is read without its byte order mark', async () => {
      backend.answers({ GET: () => text(`\ufeff${SEED_REPLY}`) });
      expect((await client().fetchStatus(never()))?.answer.link).to.equal(SEED_LINK);
    });

    it('does not pollute Object.prototype with its __proto__', async () => {
      backend.answers({ GET: () => text('{"__proto__":{"kycStatus":"FULL_KYC_VERIFIED"}}') });
      expect((await failure(client().fetchStatus(never()))).code).to.equal('invalid_response');
      expect({}).not.to.have.property('kycStatus');
    });

    it('is read with the last of two members of the same name', async () => {
      backend.answers({
        GET: () => text('{"kycStatus":"FULL_KYC_VERIFIED","kycStatus":"FULL_KYC_EXPIRED"}'),
      });
      expect((await client().fetchStatus(never()))?.answer.status.kycStatus?.name).to.equal(
        'FULL_KYC_EXPIRED',
      );
    });
  });

  describe('on a page with a polluted Object.prototype', () => {
    const pollution = { error: { code: 'closed_hours' }, code: 1, retryAfter: 1, opensAt: 0, kycLink: 'x' };
    const polluted = async <Outcome>(task: () => Promise<Outcome>): Promise<Outcome> => {
      Object.assign(Object.prototype, pollution);
      try {
        return await task();
      } finally {
        for (const key of Object.keys(pollution)) Reflect.deleteProperty(Object.prototype, key);
      }
    };

    it('reads only members that the backend sent', async () => {
      backend.answers({ GET: () => text(JSON.stringify({ kycStatus: null })), POST: () => status(500) });
      const reply = await polluted(() => client().fetchStatus(never()));
      expect(reply?.answer.link).to.equal(null);
      const error = await polluted(() => failure(client().mint(never())));
      expect(error.code).to.equal('server_error');
      expect(error.retryAfter).to.equal(undefined);
    });
  });

  it('rejects with ClosedHours while EnKash is closed', async () => {
    const opensAt = '2026-11-24T04:30:00.000Z';
    backend.answers({ POST: () => status(409, { error: { code: 'closed_hours', opensAt } }) });
    const closed = await rejection(client().mint(never()));
    expect(closed).to.be.instanceOf(ClosedHours);
    expect(closed).to.have.property('opensAt', opensAt);
  });

  it('reads the time to wait from the body, or else from the header', async () => {
    const headers = { 'Retry-After': '5' };
    backend.answers({ GET: () => status(429, { error: { retryAfter: 30 } }, headers) });
    expect((await failure(client().fetchStatus(never()))).retryAfter).to.equal(30);
    backend.answers({ GET: () => status(429, undefined, headers) });
    expect((await failure(client().fetchStatus(never()))).retryAfter).to.equal(5);
  });

  describe('an aborted request', () => {
    const request = () =>
      new Promise<void>((resolve) => {
        backend.answers({
          GET: async () => {
            resolve();
            await delay('infinite');
          },
        });
      });

    it('fails with timeout after 15 seconds without an answer', async () => {
      const time = answerTimer();
      try {
        const received = request();
        const error = failure(client().fetchStatus(never()));
        await received;
        time.end();
        expect((await error).code).to.equal('timeout');
        expect(ANSWER_TIMEOUT_MS).to.equal(15_000);
      } finally {
        time.restore();
      }
    });

    it('fails with timeout after 15 seconds of an answer that is not complete', async () => {
      const time = answerTimer();
      try {
        const dropped = new Promise<void>((resolve) => {
          backend.answers({
            GET: () => {
              const body = new ReadableStream({
                pull(controller) {
                  controller.enqueue(new Uint8Array([0x20]));
                  resolve();
                  return new Promise(() => undefined);
                },
              });
              return text(body);
            },
          });
        });
        const error = failure(client().fetchStatus(never()));
        await dropped;
        time.end();
        expect((await error).code).to.equal('timeout');
      } finally {
        time.restore();
      }
    });

    it("rejects with the caller's own reason", async () => {
      const received = request();
      const caller = new AbortController();
      const outcome = rejection(client().fetchStatus(caller.signal));
      await received;
      caller.abort();
      expect(await outcome).to.equal(caller.signal.reason);
    });

    it('sends nothing when the caller has already aborted', async () => {
      backend.answers({ GET: seedReply, POST: seedReply });
      const reason = new Error('no longer needed');
      expect(await rejection(client().fetchStatus(AbortSignal.abort(reason)))).to.equal(reason);
      expect(await rejection(client().mint(AbortSignal.abort(reason)))).to.equal(reason);
      expect(backend.requests).to.deep.equal([]);
    });
  });

  it('leaves no timer and no listener behind', async () => {
    backend.answers({ GET: seedReply });
    const time = answerTimer();
    const listeners = new Set<unknown>();
    const signal = never();
    signal.addEventListener = (...[, listener]: Parameters<EventTarget['addEventListener']>) =>
      listeners.add(listener);
    signal.removeEventListener = (...[, listener]: Parameters<EventTarget['removeEventListener']>) =>
      listeners.delete(listener);
    try {
      const reply = client().fetchStatus(signal);
      expect([time.waiting.size, listeners.size]).to.deep.equal([1, 1]);
      await reply;
      expect([time.waiting.size, listeners.size]).to.deep.equal([0, 0]);
    } finally {
      time.restore();
    }
  });

  it('puts no link, token or card id into any error', async () => {
    const withSecrets = SEED_REPLY.replace('"code": 0', '"code": 7');
    const replies = [
      () => text(withSecrets),
      () => text(SEED_REPLY.slice(0, -10)),
      () => text(`[${SEED_REPLY}]`),
      () => text(SEED_REPLY.padEnd(ANSWER_LIMIT_BYTES + 1)),
      () => HttpResponse.error(),
      ...[400, 401, 404, 409, 422, 429, 500].map(
        (code) => () => new HttpResponse(SEED_REPLY, { status: code }),
      ),
    ];
    for (const reply of replies) {
      backend.answers({ GET: reply, POST: reply });
      const error = await failure(client().mint(never()));
      const { name, message, stack, cause } = error;
      const shown = JSON.stringify([error, name, message, stack, String(cause)]);
      expect(shown, error.code).not.to.match(SECRETS);
    }
  });
});
