import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { backendFor, endpointOf, PAGE, send } from '../../support/server/backend-under-test.js';
import { enkashAnswer, json, startFakeEnkash, type FakeEnkash } from '../../support/server/fake-enkash.js';

const LISTED = 'https://kiosk.example';
const NO_BROWSER = { 'Sec-Fetch-Site': null };

describe('validation of a request', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.seen.length = 0;
  });
  after(() => enkash.stop());

  async function answerTo(...[method, init]: [string, Parameters<typeof send>[3]?]) {
    const { backend } = backendFor(enkash.url, { allowedOrigins: [LISTED], rateLimit: false });
    return send(backend, await endpointOf(backend), method, init);
  }

  async function refused(status: number, code: string, ...args: Parameters<typeof answerTo>) {
    const answered = await answerTo(...args);
    assert.deepEqual([answered.status, answered.body], [status, { error: { code } }]);
    assert.equal(enkash.seen.length, 0);
    return answered;
  }

  async function refuses(...args: Parameters<typeof refused>): Promise<void> {
    await refused(...args);
  }

  describe('of the method', () => {
    for (const method of ['HEAD', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])
      it(`answers 405 to ${method} and says which are allowed`, async () => {
        const { headers } = await refused(405, 'method_not_allowed', method);
        assert.equal(headers.get('allow'), 'GET, POST, OPTIONS');
      });

    it('ignores headers that override the method', async () => {
      const { body } = await answerTo('GET', { headers: { 'X-HTTP-Method-Override': 'POST' } });
      assert.equal(body.payload?.['kycLink'], undefined);
    });
  });

  describe('of the origin', () => {
    for (const method of ['GET', 'POST'])
      for (const site of ['cross-site', 'same-site', 'none', 'SAME-ORIGIN'])
        it(`answers 403 to a ${method} that the browser marks ${site}`, () =>
          refuses(403, 'cross_site', method, { headers: { 'Sec-Fetch-Site': site } }));

    for (const origin of [
      'https://evil.example',
      'null',
      `${PAGE}.evil.example`,
      `${PAGE}:8443`,
      `${LISTED}.evil.example`,
    ])
      it(`answers 403 to an older browser's POST from ${origin}`, () =>
        refuses(403, 'cross_site', 'POST', { headers: { ...NO_BROWSER, Origin: origin } }));

    it("accepts an older browser's POST from its own host behind a TLS proxy", async () => {
      const headers = { ...NO_BROWSER, Origin: PAGE.replace('https:', 'http:') };
      assert.equal((await answerTo('POST', { headers })).status, 200);
    });

    it('accepts a POST from a client other than a browser', async () => {
      assert.equal((await answerTo('POST', { headers: NO_BROWSER })).status, 200);
    });

    it('answers 403 to an image or a navigation, which cannot carry the header', () =>
      refuses(403, 'missing_header', 'GET', {
        headers: { 'Sec-Fetch-Dest': 'image', 'X-Enkash-Vkyc': null },
      }));
  });

  describe('of the header', () => {
    for (const method of ['GET', 'POST'])
      for (const value of [null, '', '0', 'true'])
        it(`answers 403 to a ${method} whose X-Enkash-Vkyc is ${JSON.stringify(value)}`, () =>
          refuses(403, 'missing_header', method, { headers: { 'X-Enkash-Vkyc': value } }));
  });

  describe('of the body', () => {
    for (const type of [null, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])
      it(`answers 415 to a POST of type ${JSON.stringify(type)}`, () =>
        refuses(415, 'unsupported_media_type', 'POST', { headers: { 'Content-Type': type } }));

    for (const body of ['nonsense', '[]', 'null', '"text"', '{}{}', '{"a":NaN}', '\ufffe'])
      it(`answers 400 to the body ${JSON.stringify(body)}`, () =>
        refuses(400, 'bad_request', 'POST', { body }));

    it('answers 400 to bytes that are not UTF-8', () =>
      refuses(400, 'bad_request', 'POST', { body: new Uint8Array([0x7b, 0xff, 0x7d]) }));

    for (const [what, body] of Object.entries({
      'an empty body': '',
      'an object with a character set': '{}',
      'a byte order mark': '\ufeff{}',
      'polluting keys': '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      'exactly 16 KiB': `{"a":"${'x'.repeat(16_376)}"}`,
    }))
      it(`accepts ${what}`, async () => {
        const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
        assert.equal((await answerTo('POST', { headers, body })).status, 200);
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      });

    it('answers 413 to one byte more than 16 KiB', () =>
      refuses(413, 'too_large', 'POST', { body: `{"a":"${'x'.repeat(16_377)}"}` }));

    it('answers 413 to an endless body without a length, and stops reading', async () => {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 1_024;
          controller.enqueue(new Uint8Array(1_024).fill(0x20));
        },
      });
      await refuses(413, 'too_large', 'POST', { body });
      assert.ok(sent < 32_768);
    });

    it('answers 400 to a body that breaks off', () =>
      refuses(400, 'bad_request', 'POST', {
        body: new ReadableStream({ start: (controller) => controller.error(new Error('broken off')) }),
      }));
  });

  describe('of other origins', () => {
    it('grants a listed origin its preflight, without a call to EnKash', async () => {
      const { status, text, headers } = await answerTo('OPTIONS', {
        headers: { Origin: LISTED, 'Sec-Fetch-Site': 'cross-site', 'X-Enkash-Vkyc': null },
      });
      assert.deepEqual([status, text], [204, '']);
      assert.equal(headers.get('access-control-allow-origin'), LISTED);
      assert.equal(headers.get('access-control-allow-credentials'), 'true');
      assert.equal(headers.get('access-control-allow-methods'), 'GET, POST');
      assert.equal(headers.get('access-control-allow-headers'), 'Content-Type, X-Enkash-Vkyc');
      assert.equal(headers.get('access-control-max-age'), '600');
      assert.equal(enkash.seen.length, 0);
    });

    for (const origin of [null, 'https://evil.example', 'null', `${LISTED}/`, LISTED.toUpperCase()])
      it(`refuses a preflight from ${origin}`, async () => {
        const { headers } = await refused(403, 'cross_site', 'OPTIONS', {
          headers: { Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
        });
        assert.equal(headers.get('access-control-allow-origin'), null);
      });

    for (const method of ['GET', 'POST'])
      it(`lets the page of a listed origin read the answer to ${method}`, async () => {
        const { status, headers } = await answerTo(method, {
          headers: { Origin: LISTED, 'Sec-Fetch-Site': 'cross-site' },
        });
        assert.equal(status, 200);
        assert.equal(headers.get('access-control-allow-origin'), LISTED);
        assert.equal(headers.get('access-control-expose-headers'), 'Date, Retry-After');
        assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      });

    it('lets the page of a listed origin read a refusal too', async () => {
      const { headers } = await refused(403, 'missing_header', 'GET', {
        headers: { Origin: LISTED, 'Sec-Fetch-Site': 'cross-site', 'X-Enkash-Vkyc': null },
      });
      assert.equal(headers.get('access-control-allow-origin'), LISTED);
    });
  });

  it('forbids caching, sniffing and reading by another site in every answer', async () => {
    for (const method of ['GET', 'POST', 'OPTIONS', 'DELETE']) {
      const { headers } = await answerTo(method);
      assert.equal(headers.get('cache-control'), 'no-store', method);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', method);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', method);
      assert.equal(headers.get('vary'), 'Origin, Sec-Fetch-Site', method);
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', method);
      assert.equal(headers.get('access-control-allow-origin'), null, method);
    }
  });
});
