import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  backendFor,
  endpointOf,
  OPEN,
  send,
  type Overrides,
} from '../../support/server/backend-under-test.js';
import {
  CARD_ID,
  enkashAnswer,
  json,
  LINK,
  startFakeEnkash,
  TOKEN,
  type Serve,
  type FakeEnkash,
} from '../../support/server/fake-enkash.js';

const UPSTREAM_TEXT = 'EnKash text that no customer may read';

describe('the EnKash client', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.seen.length = 0;
  });
  after(() => enkash.stop());

  async function answerTo(serve: Serve, method = 'POST', overrides?: Overrides) {
    enkash.serve = serve;
    const { backend, events } = backendFor(enkash.url, overrides);
    return { ...(await send(backend, await endpointOf(backend), method)), events };
  }

  async function refuses(status: number, code: string, serve: Serve, overrides?: Overrides) {
    for (const method of ['POST', 'GET']) {
      const answered = await answerTo(serve, method, overrides);
      assert.deepEqual([answered.status, answered.body.error?.code], [status, code], method);
      assert.ok(!answered.text.includes(UPSTREAM_TEXT));
    }
  }

  const raw =
    (
      body: string | Buffer,
      status = 200,
      headers: Record<string, string> = { 'Content-Type': 'application/json' },
    ): Serve =>
    (_, response) =>
      response.writeHead(status, headers).end(body);

  describe('errors of EnKash', () => {
    for (const [upstream, status, code] of [
      [404, 409, 'not_eligible'],
      [422, 409, 'not_eligible'],
      [401, 503, 'upstream_auth'],
      [403, 503, 'upstream_auth'],
      [500, 503, 'upstream_down'],
      [502, 503, 'upstream_down'],
      [503, 503, 'upstream_down'],
      [400, 502, 'invalid_upstream_response'],
      [409, 502, 'invalid_upstream_response'],
    ] as const)
      it(`answers ${status} ${code} to its ${upstream}`, () =>
        refuses(status, code, json({ code: upstream, message: UPSTREAM_TEXT }, upstream)));

    for (const [header, seconds] of [
      ['5', 5],
      ['0', 30],
      ['999999', 600],
      ['-1', 30],
      ['abc', 30],
      ['', 30],
      [new Date(OPEN + 90_000).toUTCString(), 90],
      ['Wed, 21 Oct 2015 07:28:00 GMT', 30],
    ] as const)
      it(`answers 429 to its 429, and ${seconds} s to its Retry-After "${header}"`, async () => {
        const { status, body, headers } = await answerTo(json({}, 429, { 'Retry-After': header }));
        assert.deepEqual([status, body], [429, { error: { code: 'rate_limited', retryAfter: seconds } }]);
        assert.equal(headers.get('retry-after'), String(seconds));
      });

    it('answers with Retry-After of 5 to 10 s when EnKash is down', async () => {
      const { headers } = await answerTo(json({}, 500));
      const seconds = Number(headers.get('retry-after'));
      assert.ok(seconds >= 5 && seconds <= 10);
    });

    it('reports EnKash’s status in an event, not in the answer', async () => {
      const { text, events } = await answerTo(json({}, 418));
      assert.ok(!text.includes('418'));
      assert.ok(events.some((event) => event.type === 'upstream' && event.upstreamStatus === 418));
    });
  });

  describe('invalid answers', () => {
    const envelope = enkashAnswer();
    const wrong: Record<string, Serve> = {
      'an empty body': raw(''),
      'a login page': raw(`<h1>${UPSTREAM_TEXT}</h1>`, 200, { 'Content-Type': 'text/html' }),
      'JSON that says it is HTML': raw(JSON.stringify(envelope), 200, { 'Content-Type': 'text/html' }),
      'no content type': raw(JSON.stringify(envelope), 200, {}),
      'broken JSON': raw(`{"${UPSTREAM_TEXT}`),
      'two documents': raw('{}{}'),
      null: raw('null'),
      'an array': raw('[]'),
      'a text': raw('"x"'),
      'a number': raw('0'),
      'bytes that are not UTF-8': raw(
        Buffer.concat([Buffer.from('{"code":0,"payload":{"a":"'), Buffer.from([0xff]), Buffer.from('"}}')]),
      ),
      'the code 1': json({ ...envelope, code: 1 }),
      'the code "0" as text': json({ ...envelope, code: '0' }),
      'the code null': json({ ...envelope, code: null }),
      'success without a code': json({ success: true, payload: envelope.payload }),
      'an inherited code': raw(`{"__proto__":{"code":0},"payload":{}}`),
      'a payload of null': json({ code: 0, payload: null }),
      'a payload that is an array': json({ code: 0, payload: [] }),
      'a payload that is a text': json({ code: 0, payload: 'x' }),
      'too deeply nested JSON': raw(`{"code":0,"payload":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`),
      'over 64 KiB': json(enkashAnswer({ padding: 'x'.repeat(65_536) })),
      'the status 204': raw('', 204),
      'the status 206': raw(JSON.stringify(envelope), 206),
      'a bomb of 1 to 1,000': raw(gzipSync(Buffer.alloc(5_000_000, 0x20)), 200, {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
      }),
    };
    for (const [what, serve] of Object.entries(wrong))
      it(`answers 502 invalid_upstream_response to ${what}`, () =>
        refuses(502, 'invalid_upstream_response', serve));

    for (const [what, payload] of Object.entries({
      'another card': { enkashCardId: 'EKCSOMEONEELSE' },
      'another card in the other spelling': { enKashCardId: 'EKCSOMEONEELSE' },
      'the card in other letters': { enkashCardId: 'ekcplanted01' },
      'a card that is a number': { enkashCardId: 1 },
      'a card that is a list': { enkashCardId: ['EKCPLANTED01'] },
    }))
      it(`answers 502 wrong_customer to ${what}`, () =>
        refuses(502, 'wrong_customer', json(enkashAnswer(payload))));

    it('accepts an answer without a card id, and one with a byte order mark', async () => {
      for (const serve of [
        json(enkashAnswer({ enkashCardId: undefined })),
        raw(`\ufeff${JSON.stringify(envelope)}`),
      ])
        assert.equal((await answerTo(serve)).status, 200);
    });

    it('passes on the documented members alone, whatever else EnKash sends', async () => {
      const leaks = {
        shortLink: LINK,
        details: { enKashCardId: CARD_ID, kycLink: LINK },
        session: { pollAfter: 1 },
        queue: 4,
        __proto__: { polluted: 1 },
      };
      const reply = { ...enkashAnswer(leaks), message: `${UPSTREAM_TEXT} ${CARD_ID}`, extra: LINK };
      for (const method of ['GET', 'POST']) {
        const { body, text } = await answerTo(json(reply), method);
        const { kycLink, ...payload } = body.payload ?? {};
        assert.deepEqual(Object.keys(payload), ['kycStatus', 'kycSubStatus', 'kycExpiryDays']);
        assert.equal(kycLink, method === 'POST' ? LINK : undefined);
        assert.deepEqual(Object.keys(body), ['code', 'message', 'payload', 'session']);
        const rest = method === 'POST' ? text.replace(LINK, '') : text;
        for (const leak of [CARD_ID, LINK, UPSTREAM_TEXT, 'polluted', 'queue'])
          assert.ok(!rest.includes(leak), `${method} ${leak}`);
      }
    });

    for (const [what, kycStatus, expected] of [
      [
        'a card id in its description',
        `EnumModel(name=MIN_KYC_VERIFIED, label=Min Kyc Verified, description=${CARD_ID})`,
        { name: 'MIN_KYC_VERIFIED', label: 'Min Kyc Verified' },
      ],
      ['a card id in its label', { name: 'MIN_KYC_VERIFIED', label: CARD_ID }, null],
      ['a link in its description', { name: 'A', label: 'B', description: LINK }, { name: 'A', label: 'B' }],
      ['a list', [LINK], null],
    ] as const)
      it(`reduces a status with ${what}`, async () => {
        const { body } = await answerTo(json(enkashAnswer({ kycStatus })), 'GET');
        assert.deepEqual(body.payload?.['kycStatus'], expected);
      });
  });

  describe('invalid links', () => {
    for (const link of [
      'http://investor-onboarding.signzy.tech/a',
      'https://evil.example/',
      'https://signzy.tech.evil.example/',
      'https://signzy.tech@evil.example/',
      'https://user:pw@signzy.tech/',
      'https://evil.example\\@signzy.tech/',
      'https://evil.example#.signzy.tech',
      '//signzy.tech/a',
      'https:signzy.tech/a',
      'https://signzy.tech./a',
      'https://s\u0456gnzy.tech/',
      'https://xn--sgnzy-n2e.tech/',
      'https://signzy.tech:8443/',
      'https://signzy.tech/\u202e',
      `https://signzy.tech/${'a'.repeat(3_000)}`,
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:https://signzy.tech/1',
      'https://localhost/',
      'https://169.254.169.254/',
      'https://[::1]/',
      {},
      [],
      7,
      true,
    ])
      it(`answers 502 invalid_link to ${JSON.stringify(link).slice(0, 60)}`, () =>
        refuses(502, 'invalid_link', json(enkashAnswer({ kycLink: link }))));

    it('reads the last of two links, as JSON does', () =>
      refuses(
        502,
        'invalid_link',
        raw(
          JSON.stringify(enkashAnswer()).replace(
            '"kycExpiryDays"',
            '"kycLink":"javascript:0","kycExpiryDays"',
          ),
        ),
      ));

    for (const payload of [{ kycLink: null }, { kycLink: undefined }, { kycLink: '' }])
      it(`answers 502 invalid_link to a POST for which the link is ${JSON.stringify(payload.kycLink)}`, async () => {
        const { status, body } = await answerTo(json(enkashAnswer(payload)));
        assert.deepEqual([status, body], [502, { error: { code: 'invalid_link' } }]);
      });

    it('ignores a link on a polluted prototype', async (test) => {
      Object.defineProperty(Object.prototype, 'kycLink', { value: LINK, configurable: true });
      test.after(() => Reflect.deleteProperty(Object.prototype, 'kycLink'));
      const { status, body } = await answerTo(json(enkashAnswer({ kycLink: undefined })));
      assert.deepEqual([status, body.error?.code], [502, 'invalid_link']);
    });

    it('accepts hosts of the options, and a local one with http and a port', async () => {
      const allowedLinkHosts = ['*.vkyc.example', '127.0.0.1'];
      for (const kycLink of ['https://a.b.vkyc.example/x', 'http://127.0.0.1:4173/x']) {
        const { body } = await answerTo(json(enkashAnswer({ kycLink })), 'POST', { allowedLinkHosts });
        assert.equal(body.payload?.['kycLink'], kycLink);
      }
      await refuses(502, 'invalid_link', json(enkashAnswer()), { allowedLinkHosts });
    });
  });

  describe('over the network', () => {
    it('follows no redirect, so that no other host receives the bearer token', async (test) => {
      const elsewhere = await startFakeEnkash(json(enkashAnswer()));
      test.after(() => elsewhere.stop());
      for (const status of [301, 302, 303, 307, 308])
        await refuses(502, 'invalid_upstream_response', raw('', status, { Location: `${elsewhere.url}/` }));
      assert.equal(elsewhere.seen.length, 0);
    });

    const silent: Record<string, Serve> = {
      'no headers come': () => undefined,
      'the body stops half-way': (_, response) =>
        response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"code":0,'),
    };
    for (const [what, serve] of Object.entries(silent))
      it(`answers 504 when ${what} in time`, () =>
        refuses(504, 'upstream_timeout', serve, { enkash: { timeoutMs: 150 } }));

    it('answers 504 when the token source times out', () =>
      refuses(504, 'upstream_timeout', json(enkashAnswer()), {
        enkash: { timeoutMs: 150, token: () => new Promise(() => undefined) },
      }));

    it('answers 503 to a connection reset before or during the answer, and does not retry', async () => {
      for (const serve of [
        (_: unknown, response) => response.destroy(),
        (_: unknown, response) =>
          response
            .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' })
            .write('{', () => response.destroy()),
      ] satisfies Serve[]) {
        enkash.seen.length = 0;
        await refuses(503, 'upstream_down', serve);
        assert.equal(enkash.seen.length, 2);
      }
    });

    it('retries once, only when no connection was made', async () => {
      const down = await startFakeEnkash(json(enkashAnswer()));
      await down.stop();
      let tries = 0;
      const { backend } = backendFor(down.url, {
        fetch: (...args) => {
          tries += 1;
          return fetch(...args);
        },
      });
      const { status, body } = await send(backend, await endpointOf(backend), 'POST');
      assert.deepEqual([status, body.error?.code], [503, 'upstream_down']);
      assert.equal(tries, 2);
    });

    it('answers when the retry succeeds', async () => {
      enkash.serve = json(enkashAnswer());
      let tries = 0;
      const { backend } = backendFor(enkash.url, {
        fetch: (...args) => {
          tries += 1;
          if (tries > 1) return fetch(...args);
          return Promise.reject(
            new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
          );
        },
      });
      assert.equal((await send(backend, await endpointOf(backend), 'POST')).status, 200);
      assert.equal(enkash.seen.length, 1);
    });
  });

  describe('with a token', () => {
    const onlyTaking =
      (good: string): Serve =>
      (received, response) =>
        received.headers.authorization === `Bearer ${good}`
          ? json(enkashAnswer())(received, response)
          : json({ message: UPSTREAM_TEXT }, 401)(received, response);

    it('replaces a token that EnKash refuses, and the request succeeds', async () => {
      const refused: (string | undefined)[] = [];
      const { status } = await answerTo(onlyTaking('fresh'), 'POST', {
        enkash: {
          token: (old) => {
            refused.push(old);
            return Promise.resolve(old === undefined ? 'stale' : 'fresh');
          },
        },
      });
      assert.equal(status, 200);
      assert.deepEqual(refused, [undefined, 'stale']);
      assert.equal(enkash.seen.length, 2);
    });

    it('answers 503, not 401, when EnKash refuses the replacement too, after exactly two attempts', async () => {
      const { status, body } = await answerTo(onlyTaking('none'));
      assert.deepEqual([status, body.error?.code], [503, 'upstream_auth']);
      assert.equal(enkash.seen.length, 2);
    });

    for (const [what, token] of Object.entries<() => Promise<string>>({
      'that fails': () => Promise.reject(new Error(`${TOKEN} was refused`)),
      'that fails at once': () => {
        throw new Error(`${TOKEN} was refused`);
      },
      'with a line break': () => Promise.resolve(`${TOKEN}\r\nX-Evil: 1`),
      'with a typographic dash': () => Promise.resolve(`${TOKEN}–x`),
      'of no characters': () => Promise.resolve(''),
      'of 10 KB': () => Promise.resolve('x'.repeat(10_240)),
      'that is not a string': () => Promise.resolve(JSON.parse('7') as string),
    }))
      it(`answers 503 without a call to EnKash for a token ${what}`, async () => {
        await refuses(503, 'upstream_auth', json(enkashAnswer()), { enkash: { token } });
        assert.equal(enkash.seen.length, 0);
      });
  });
});
