import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { after, before, describe, it, mock, type TestContext } from 'node:test';
import { passwordToken, type FailureCause } from '../../src/server/index.js';
import { ADVICE_OF_CAUSE, causeOfNetworkError } from '../../src/server/failure-cause.js';
import {
  backendFor,
  endpointOf,
  OPEN,
  SECRET,
  send,
  type Overrides,
} from '../support/server/backend-under-test.js';
import {
  CARD_ID,
  enkashAnswer,
  json,
  LINK,
  startFakeEnkash,
  TOKEN,
  type FakeEnkash,
  type Serve,
} from '../support/server/fake-enkash.js';

const PLANTED = 'PLANTED-PASSWORD';

const networkError = (code: string, message = PLANTED) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });

describe('the cause of a failure', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  after(() => enkash.stop());

  async function causesOf(serve: Serve, overrides: Overrides = {}, baseUrl = enkash.url) {
    enkash.serve = serve;
    const { backend, events } = backendFor(baseUrl, overrides);
    const { text } = await send(backend, await endpointOf(backend), 'POST');
    const reported = JSON.stringify(events);
    for (const secret of [PLANTED, TOKEN, CARD_ID, LINK]) assert.ok(!reported.includes(secret));
    const causes = events.flatMap((event) => ('cause' in event && event.cause ? [event.cause] : []));
    for (const cause of causes) assert.ok(cause in ADVICE_OF_CAUSE);
    assert.ok(!text.includes('cause'));
    return causes;
  }

  for (const [code, cause] of Object.entries<FailureCause>({
    ECONNREFUSED: 'refused',
    ConnectionRefused: 'refused',
    ENOTFOUND: 'dns',
    EAI_AGAIN: 'dns',
    CERT_HAS_EXPIRED: 'tls',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
    ERR_TLS_CERT_ALTNAME_INVALID: 'tls',
    EPROTO: 'tls',
    ECONNRESET: 'reset',
    UND_ERR_SOCKET: 'reset',
    EPIPE: 'reset',
    ETIMEDOUT: 'timeout',
    UND_ERR_CONNECT_TIMEOUT: 'timeout',
    UND_ERR_HEADERS_TIMEOUT: 'timeout',
    EHOSTUNREACH: 'network',
  }))
    it(`is ${cause} for the network's ${code}`, async () => {
      const fetchFake = () => Promise.reject(networkError(code));
      assert.deepEqual(await causesOf(json({}), { fetch: fetchFake }), [cause]);
    });

  it('is found in the errors of other runtimes and in nested ones', () => {
    assert.equal(
      causeOfNetworkError(new TypeError('error sending request: connection refused (os error 111)')),
      'refused',
    );
    assert.equal(causeOfNetworkError(new TypeError('dns error: failed to lookup address')), 'dns');
    assert.equal(causeOfNetworkError(new TypeError('invalid peer certificate: UnknownIssuer')), 'tls');
    const many = new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]);
    assert.equal(causeOfNetworkError(new TypeError('fetch failed', { cause: many })), 'refused');
    for (const odd of [undefined, null, 'text', {}, new Error()])
      assert.equal(causeOfNetworkError(odd), 'network');
  });

  it('is that of real connections', async (test) => {
    const down = await startFakeEnkash(json({}));
    await down.stop();
    assert.deepEqual(await causesOf(json({}), {}, down.url), ['refused']);
    assert.deepEqual(await causesOf((_, response) => response.destroy()), ['reset']);
    assert.deepEqual(await causesOf(() => undefined, { enkash: { timeoutMs: 100 } }), ['timeout']);
    assert.deepEqual(await causesOf(json({}), {}, 'https://name.invalid'), ['dns']);
    const plain = await startPlainServer(test);
    assert.deepEqual(await causesOf(json({}), {}, plain), ['tls']);
  });

  for (const [cause, serve] of Object.entries<Serve>({
    'token-rejected': json({}, 401),
    forbidden: json({}, 403),
    'rate-limited': json({}, 429),
    'server-error': json({}, 502),
    'unexpected-status': json({}, 418),
    'not-json': (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(PLANTED),
    'wrong-shape': json({ code: 1 }),
    'wrong-customer': json(enkashAnswer({ enkashCardId: 'EKCOTHER' })),
    'wrong-link': json(enkashAnswer({ kycLink: 'https://evil.example/' })),
    'not-eligible': json({}, 422),
  }))
    it(`is ${cause}`, async () => {
      assert.deepEqual(await causesOf(serve), [cause]);
    });

  for (const [cause, token] of Object.entries<() => unknown>({
    'token-failed': () => Promise.reject(new Error(PLANTED)),
    'token-unusable': () => Promise.resolve(`Bearer ${PLANTED}`),
  }))
    it(`is ${cause} for the partner's own function, in an event of its own too`, async () => {
      const own = token as () => Promise<string>;
      assert.deepEqual(await causesOf(json(enkashAnswer()), { enkash: { token: own } }), [cause, cause]);
    });

  it('is token-unusable for nothing, a number and a trailing space', async () => {
    for (const value of [undefined, null, 7, '', `${TOKEN} `]) {
      const own = (() => Promise.resolve(value)) as () => Promise<string>;
      const causes = await causesOf(json(enkashAnswer()), { enkash: { token: own } });
      assert.deepEqual(causes, ['token-unusable', 'token-unusable']);
    }
  });

  it('of passwordToken() is reported with its status and the end of the hold, also for a renewal', async (test) => {
    const tokens = await startFakeEnkash(json({ error: PLANTED }, 401));
    test.after(() => tokens.stop());
    enkash.serve = json(enkashAnswer({ enkashCardId: undefined }));
    const { backend, events, clock } = backendFor(enkash.url, {
      enkash: {
        token: passwordToken({
          tokenUrl: tokens.url,
          clientId: 'c',
          username: 'u',
          password: PLANTED,
          now: () => clock.instant,
        }),
      },
    });
    const reported = (): unknown[] =>
      events.splice(0).flatMap((event) => {
        if (event.type !== 'token') return [];
        return [[event.upstreamStatus, event.cause, event.heldUntil]];
      });
    const read = async (card: string) => send(backend, await endpointOf(backend, card), 'GET');
    await read('EKC1');
    assert.deepEqual(reported(), [[401, 'credentials-refused', null]]);
    await read('EKC2');
    assert.deepEqual(reported(), [[401, 'credentials-refused', new Date(OPEN + 3_600_000).toISOString()]]);
    clock.instant += 60_000;
    await read('EKC3');
    assert.deepEqual(reported(), [[null, 'token-held', null]]);
    clock.instant += 3_600_000;
    tokens.serve = json({ access_token: TOKEN, expires_in: 300 });
    await read('EKC4');
    assert.deepEqual(reported(), [[200, undefined, null]]);
    clock.instant += 200_000;
    const renewed = new Promise<void>((resolve) => {
      tokens.serve = (received, response) => {
        response.once('close', resolve);
        json({}, 503)(received, response);
      };
    });
    assert.equal((await read('EKC5')).status, 200);
    await renewed;
    while (!events.some(({ type }) => type === 'token')) await new Promise(setImmediate);
    assert.deepEqual(reported(), [[503, 'server-error', null]]);
  });
});

/** A server that does not speak TLS. */
async function startPlainServer(test: TestContext): Promise<string> {
  const server: Server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  test.after(() => server.close());
  const address = server.address();
  return `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

describe('without onEvent', () => {
  const printed = async (test: TestContext, environment: string | undefined, overrides: Overrides) => {
    const before = process.env['NODE_ENV'];
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
    const print = mock.method(console, 'warn', () => undefined);
    test.after(() => {
      print.mock.restore();
      if (before === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = before;
    });
    const { backend } = backendFor('https://enkash.example', { ...overrides, onEvent: undefined });
    for (let count = 0; count < 6; count += 1)
      await send(backend, await endpointOf(backend, `EKCPLANTED${count}`), 'POST');
    return print.mock.calls.map(({ arguments: words }) => String((words as unknown[])[0]));
  };
  const refusedFetch = { fetch: () => Promise.reject(networkError('ECONNREFUSED')) };

  for (const environment of [undefined, 'development', 'test'])
    it(`each kind of failure is printed once, without a secret, when NODE_ENV is ${environment}`, async (test) => {
      const lines = await printed(test, environment, refusedFetch);
      assert.equal(lines.length, 2, lines.join('\n'));
      assert.match(lines[0] ?? '', /^enkash-vkyc-button: EnKash's link call failed \(refused\)\. .+firewall/);
      assert.match(lines[1] ?? '', /three customers/);
      for (const secret of [PLANTED, TOKEN, SECRET, 'EKCPLANTED', LINK])
        assert.ok(!lines.join().includes(secret));
    });

  it('a wrong token has a line of its own', async (test) => {
    const token = () => Promise.resolve('Bearer x');
    const lines = await printed(test, undefined, { enkash: { token } });
    assert.match(lines[0] ?? '', /^enkash-vkyc-button: No token from EnKash \(token-unusable\)/);
  });

  it('nothing is printed in production', async (test) => {
    assert.deepEqual(await printed(test, 'production', refusedFetch), []);
  });

  it('nothing is printed while everything works', async (test) => {
    const fetchFake = () => Promise.resolve(Response.json(enkashAnswer({ enkashCardId: undefined })));
    assert.deepEqual(await printed(test, undefined, { fetch: fetchFake }), []);
  });
});
