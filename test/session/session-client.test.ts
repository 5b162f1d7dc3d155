import { expect } from '@open-wc/testing';
import { delay, HttpResponse } from 'msw';

import { SEED_LINK, SEED_REPLY } from '../support/scenarios.js';
import { VkycError } from '../../src/errors/vkyc-error.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import { ANSWER_LIMIT, ANSWER_TIMEOUT, createSessionClient } from '../../src/session/session-client.js';
import { answerTimer } from '../support/answer-timer.js';
import { backendStandIn, ENDPOINT } from '../support/fake-session-endpoint.js';

const SECRETS = /sEcReT|EKCHUZJWZW|6811e8e0/;
const STANDING = { kycStatus: 'MIN_KYC_VERIFIED', kycSubStatus: null };

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
  const backend = backendStandIn();

  describe('asks where the customer stands', () => {
    it("with GET, and takes EnKash's reply verbatim", async () => {
      backend.answers({ GET: seedReply });
      const reply = await client().ask(never());
      expect(backend.methods).to.deep.equal(['GET']);
      expect(reply?.answer.status.kycSubStatus?.name).to.equal('VKYC_IN_PROGRESS');
      expect(reply?.answer.link).to.equal(SEED_LINK);
    });

    it('and takes the payload alone', async () => {
      backend.answers({ GET: () => HttpResponse.json(STANDING) });
      const reply = await client().ask(never());
      expect(reply?.answer.status.kycStatus?.name).to.equal('MIN_KYC_VERIFIED');
    });

    it('and hears nothing from an endpoint that answers only POST', async () => {
      for (const code of [404, 405, 501]) {
        backend.answers({ GET: () => status(code), POST: seedReply });
        expect(await client().ask(never()), String(code)).to.equal(null);
      }
      expect(backend.methods).not.to.contain('POST');
    });

    it('with the header that no cross-site page can send, past every cache, and following no redirect', async () => {
      backend.answers({ GET: seedReply });
      await client().ask(never());
      const [request] = backend.requests;
      expect(request?.headers.get('x-enkash-vkyc')).to.equal('1');
      expect(request?.headers.get('accept')).to.equal('application/json');
      expect(request?.headers.has('content-type')).to.equal(false);
      expect(request?.cache).to.equal('no-store');
      expect(request?.redirect).to.equal('error');
      expect(request?.credentials).to.equal('same-origin');
    });

    it('with the credentials that the page chose', async () => {
      backend.answers({ GET: seedReply });
      for (const credentials of ['omit', 'same-origin', 'include'] as const)
        await createSessionClient(ENDPOINT, credentials).ask(never());
      expect(backend.requests.map((request) => request.credentials)).to.deep.equal([
        'omit',
        'same-origin',
        'include',
      ]);
    });
  });

  describe('mints a link', () => {
    it('with POST, a JSON body of {} and the same header', async () => {
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

    it('with GET where the endpoint offers no POST', async () => {
      for (const code of [404, 405, 501]) {
        backend.answers({ GET: seedReply, POST: () => status(code) });
        expect((await client().mint(never())).answer.link, String(code)).to.equal(SEED_LINK);
      }
      expect(backend.methods.slice(0, 2)).to.deep.equal(['POST', 'GET']);
    });

    it('and fails with not_found when neither is offered', async () => {
      for (const code of [404, 405, 501]) {
        backend.answers({ GET: () => status(code), POST: () => status(code) });
        expect((await failure(client().mint(never()))).code, String(code)).to.equal('not_found');
      }
    });

    it('and does not ask with GET when POST fails in another way', async () => {
      for (const code of [401, 409, 422, 429, 500]) {
        backend.answers({ GET: seedReply, POST: () => status(code) });
        await failure(client().mint(never()));
      }
      expect(backend.methods).not.to.contain('GET');
    });
  });

  describe('tells of each reply', () => {
    it('when it left and came, on the monotonic clock', async () => {
      backend.answers({ GET: seedReply });
      const before = performance.now();
      const reply = await client().ask(never());
      if (!reply) throw new Error('expected a reply');
      expect(reply.sentAt).to.be.at.least(before);
      expect(reply.receivedAt).to.be.at.least(reply.sentAt);
      expect(reply.receivedAt).to.be.at.most(performance.now());
    });

    it('the Date header, and null without a readable one', async () => {
      const date = async (headers: Record<string, string>) => {
        backend.answers({ GET: () => HttpResponse.json(STANDING, { headers }) });
        return (await client().ask(never()))?.date;
      };
      expect(await date({ Date: 'Mon, 23 Nov 2026 05:30:00 GMT' })).to.equal(Date.UTC(2026, 10, 23, 5, 30));
      expect(await date({})).to.equal(null);
      expect(await date({ Date: 'around noon' })).to.equal(null);
    });
  });

  describe('fails with a code of its own', () => {
    it('for a status other than 200, whatever the body', async () => {
      for (const [code, expected] of [
        [400, 'http_error'],
        [401, 'session_expired'],
        [409, 'conflict'],
        [429, 'rate_limited'],
        [500, 'server_error'],
      ] as const)
        for (const body of [null, '<h1>Sorry</h1>', SEED_REPLY, '[]', '{"error":"text"}', '{"error":{}}']) {
          backend.answers({ GET: () => new HttpResponse(body, { status: code }) });
          expect((await failure(client().ask(never()))).code, String(body)).to.equal(expected);
        }
    });

    it('for a 200 that carries an error all the same', async () => {
      backend.answers({ GET: () => HttpResponse.json({ ...STANDING, error: { code: 'not_eligible' } }) });
      expect((await failure(client().ask(never()))).code).to.equal('not_eligible');
      backend.answers({ GET: () => HttpResponse.json({ ...STANDING, error: {} }) });
      expect((await failure(client().ask(never()))).code).to.equal('http_error');
    });

    it("for a code of EnKash's other than 0", async () => {
      backend.answers({ GET: () => HttpResponse.json({ code: 4001, message: 'no', payload: STANDING }) });
      const error = await failure(client().ask(never()));
      expect(error.code).to.equal('enkash_error');
      expect(error.actor).to.equal('enkash');
    });

    it('for what is not JSON: HTML, nothing, cut off, two values, not UTF-8', async () => {
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
        expect((await failure(client().ask(never()))).code, String(body)).to.equal('not_json');
      }
      backend.answers({ GET: () => status(204) });
      expect((await failure(client().ask(never()))).code).to.equal('not_json');
    });

    it('for JSON of another shape', async () => {
      for (const body of ['null', '[]', '"text"', '0', 'true', '{}', '{"payload":[]}', '{"status":"ok"}']) {
        backend.answers({ GET: () => text(body) });
        expect((await failure(client().ask(never()))).code, body).to.equal('invalid_response');
      }
    });

    it('for more than 64 KiB, and for no less', async () => {
      const sized = (bytes: number) => JSON.stringify(STANDING).padEnd(bytes);
      backend.answers({ GET: () => text(sized(ANSWER_LIMIT)) });
      expect(await client().ask(never())).not.to.equal(null);
      backend.answers({ GET: () => text(sized(ANSWER_LIMIT + 1)) });
      expect((await failure(client().ask(never()))).code).to.equal('too_large');
      expect(ANSWER_LIMIT).to.equal(64 * 1024);
    });

    it('for a connection that fails', async () => {
      backend.answers({ GET: () => HttpResponse.error() });
      expect((await failure(client().ask(never()))).code).to.equal('network');
    });

    it('for a connection that fails while the browser is offline', async () => {
      backend.answers({ GET: () => HttpResponse.error() });
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
      try {
        expect((await failure(client().ask(never()))).code).to.equal('offline');
      } finally {
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });

    it('for a redirect, which is not followed', async () => {
      for (const code of [301, 302, 303, 307, 308]) {
        backend.answers({ GET: () => status(code, undefined, { Location: `${ENDPOINT}/elsewhere` }) });
        expect((await failure(client().ask(never()))).code, String(code)).to.equal('network');
      }
      expect(backend.requests.filter(({ url }) => url.endsWith('elsewhere'))).to.deep.equal([]);
    });

    it('for a body that breaks off', async () => {
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
      expect((await failure(client().ask(never()))).code).to.equal('network');
    });

    it('for an endpoint that no browser should fetch, without asking it', async () => {
      for (const endpoint of ['javascript:alert(1)', 'https://u:p@a.example/', 'ftp://a.example/'])
        expect((await failure(client(endpoint).ask(never()))).code, endpoint).to.equal('invalid_endpoint');
      expect(backend.requests).to.deep.equal([]);
    });
  });

  describe('reads a byte order mark, __proto__ and duplicate keys as JSON does', () => {
    it('and passes over the first', async () => {
      backend.answers({ GET: () => text(`\ufeff${SEED_REPLY}`) });
      expect((await client().ask(never()))?.answer.link).to.equal(SEED_LINK);
    });

    it('and pollutes nothing with the second', async () => {
      backend.answers({ GET: () => text('{"__proto__":{"kycStatus":"FULL_KYC_VERIFIED"}}') });
      expect((await failure(client().ask(never()))).code).to.equal('invalid_response');
      expect({}).not.to.have.property('kycStatus');
    });

    it('and takes the last of the third', async () => {
      backend.answers({
        GET: () => text('{"kycStatus":"FULL_KYC_VERIFIED","kycStatus":"FULL_KYC_EXPIRED"}'),
      });
      expect((await client().ask(never()))?.answer.status.kycStatus?.name).to.equal('FULL_KYC_EXPIRED');
    });
  });

  describe('on a page whose Object.prototype is polluted', () => {
    const pollution = { error: { code: 'closed_hours' }, code: 1, retryAfter: 1, opensAt: 0, kycLink: 'x' };
    const polluted = async <Outcome>(task: () => Promise<Outcome>): Promise<Outcome> => {
      Object.assign(Object.prototype, pollution);
      try {
        return await task();
      } finally {
        for (const key of Object.keys(pollution)) Reflect.deleteProperty(Object.prototype, key);
      }
    };

    it('sees only what the backend really sent', async () => {
      backend.answers({ GET: () => text(JSON.stringify({ kycStatus: null })), POST: () => status(500) });
      const reply = await polluted(() => client().ask(never()));
      expect(reply?.answer.link).to.equal(null);
      const error = await polluted(() => failure(client().mint(never())));
      expect(error.code).to.equal('server_error');
      expect(error.retryAfter).to.equal(undefined);
    });
  });

  it('hears that EnKash is closed, which is no failure', async () => {
    const opensAt = '2026-11-24T04:30:00.000Z';
    backend.answers({ POST: () => status(409, { error: { code: 'closed_hours', opensAt } }) });
    const closed = await rejection(client().mint(never()));
    expect(closed).to.be.instanceOf(ClosedHours);
    expect(closed).to.have.property('opensAt', opensAt);
  });

  it('hears from the body how long to wait, or else from the header', async () => {
    const headers = { 'Retry-After': '5' };
    backend.answers({ GET: () => status(429, { error: { retryAfter: 30 } }, headers) });
    expect((await failure(client().ask(never()))).retryAfter).to.equal(30);
    backend.answers({ GET: () => status(429, undefined, headers) });
    expect((await failure(client().ask(never()))).retryAfter).to.equal(5);
  });

  describe('gives up', () => {
    const request = () =>
      new Promise<void>((resolve) => {
        backend.answers({
          GET: async () => {
            resolve();
            await delay('infinite');
          },
        });
      });

    it('after 15 seconds without an answer', async () => {
      const time = answerTimer();
      try {
        const asked = request();
        const error = failure(client().ask(never()));
        await asked;
        time.end();
        expect((await error).code).to.equal('timeout');
        expect(ANSWER_TIMEOUT).to.equal(15_000);
      } finally {
        time.restore();
      }
    });

    it('after 15 seconds of an answer that comes in drops', async () => {
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
        const error = failure(client().ask(never()));
        await dropped;
        time.end();
        expect((await error).code).to.equal('timeout');
      } finally {
        time.restore();
      }
    });

    it("when its caller does, with the caller's own abort", async () => {
      const asked = request();
      const caller = new AbortController();
      const outcome = rejection(client().ask(caller.signal));
      await asked;
      caller.abort();
      expect(await outcome).to.equal(caller.signal.reason);
    });

    it('before it asks, if its caller has already given up', async () => {
      backend.answers({ GET: seedReply, POST: seedReply });
      const reason = new Error('gone');
      expect(await rejection(client().ask(AbortSignal.abort(reason)))).to.equal(reason);
      expect(await rejection(client().mint(AbortSignal.abort(reason)))).to.equal(reason);
      expect(backend.requests).to.deep.equal([]);
    });
  });

  it('leaves neither a timer nor a listener behind', async () => {
    backend.answers({ GET: seedReply });
    const time = answerTimer();
    const listeners = new Set<unknown>();
    const signal = never();
    signal.addEventListener = (...[, listener]: Parameters<EventTarget['addEventListener']>) =>
      listeners.add(listener);
    signal.removeEventListener = (...[, listener]: Parameters<EventTarget['removeEventListener']>) =>
      listeners.delete(listener);
    try {
      const asked = client().ask(signal);
      expect([time.waiting.size, listeners.size]).to.deep.equal([1, 1]);
      await asked;
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
      () => text(SEED_REPLY.padEnd(ANSWER_LIMIT + 1)),
      () => HttpResponse.error(),
      ...[400, 401, 404, 409, 422, 429, 500].map(
        (code) => () => new HttpResponse(SEED_REPLY, { status: code }),
      ),
    ];
    for (const reply of replies) {
      backend.answers({ GET: reply, POST: reply });
      const error = await failure(client().mint(never()));
      const { name, message, stack, cause } = error;
      const told = JSON.stringify([error, name, message, stack, String(cause)]);
      expect(told, error.code).not.to.match(SECRETS);
    }
  });
});
