import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { STATUS_OF_CODE } from '../../src/protocol/http-errors.js';
import type { RefusalCode } from '../../src/server/index.js';
import { codeIn, readText, rows, section, snippets } from '../package/markdown.js';
import {
  backendFor,
  CLOSED,
  endpointOf,
  PAGE,
  request,
  type Overrides,
} from '../support/server/backend-under-test.js';
import { enkashAnswer } from '../support/server/fake-enkash.js';
import {
  assertDescribed,
  described,
  examples,
  fits,
  isOpenapi,
  openapi,
  responsesOf,
} from '../support/server/openapi-document.js';

const STATUS = '/components/schemas/Status';
const LINK = '/components/schemas/Link';

/** A backend whose EnKash answers as it is told. */
const over = (answer: () => Promise<Response>, options: Overrides = {}) =>
  backendFor('https://enkash.example', { fetch: answer, ...options });

const answering = (body: unknown, init?: ResponseInit) => () => Promise.resolve(Response.json(body, init));
const good = answering(enkashAnswer());

type Change = Parameters<typeof request>[2];

/** What a backend says to one request for a fresh session of its own. */
async function say(options: Overrides, method: string, change?: Change, answer = good): Promise<Response> {
  const { backend } = over(answer, options);
  return backend.handle(request(await endpointOf(backend), method, change));
}

/** How each code is provoked, and by which method. */
const PROVOKED: Readonly<Record<RefusalCode, readonly [method: string, provoke: () => Promise<Response>]>> = {
  bad_request: ['POST', () => say({}, 'POST', { body: '{"' })],
  invalid_session: [
    'GET',
    () => over(good).backend.handle(request(`/vkyc/session/${'x'.repeat(40)}`, 'GET')),
  ],
  cross_site: ['GET', () => say({}, 'GET', { headers: { 'Sec-Fetch-Site': 'cross-site' } })],
  missing_header: ['POST', () => say({}, 'POST', { headers: { 'X-Enkash-Vkyc': null } })],
  not_found: ['GET', () => over(good).backend.handle(request('/vkyc/elsewhere', 'GET'))],
  method_not_allowed: ['PUT', () => say({}, 'PUT')],
  closed_hours: ['POST', () => say({ now: () => CLOSED }, 'POST')],
  not_eligible: ['GET', () => say({}, 'GET', {}, answering({}, { status: 422 }))],
  session_expired: [
    'GET',
    async () => {
      const { backend, clock } = over(good);
      const endpoint = await endpointOf(backend);
      clock.instant += 900_001;
      return backend.handle(request(endpoint, 'GET'));
    },
  ],
  too_large: ['POST', () => say({}, 'POST', { body: 'x'.repeat(20_000) })],
  unsupported_media_type: ['POST', () => say({}, 'POST', { headers: { 'Content-Type': 'text/plain' } })],
  rate_limited: [
    'GET',
    async () => {
      const { backend } = over(good, { rateLimit: 1 });
      const endpoint = await endpointOf(backend);
      await backend.handle(request(endpoint, 'GET'));
      return backend.handle(request(endpoint, 'GET'));
    },
  ],
  internal_error: ['GET', () => say({ enkash: { statusUrl: () => 'https://elsewhere.example' } }, 'GET')],
  invalid_upstream_response: ['POST', () => say({}, 'POST', {}, answering({ code: 7 }))],
  invalid_link: [
    'POST',
    () => say({}, 'POST', {}, answering(enkashAnswer({ kycLink: 'https://evil.example/' }))),
  ],
  wrong_customer: ['GET', () => say({}, 'GET', {}, answering(enkashAnswer({ enkashCardId: 'EKCOTHER' })))],
  upstream_auth: ['POST', () => say({ enkash: { token: () => Promise.reject(new Error()) } }, 'POST')],
  upstream_down: ['POST', () => say({}, 'POST', {}, answering({}, { status: 500 }))],
  shutting_down: [
    'GET',
    async () => {
      const { backend } = over(good);
      const endpoint = await endpointOf(backend);
      await backend.stop();
      return backend.handle(request(endpoint, 'GET'));
    },
  ],
  upstream_timeout: [
    'POST',
    () => say({ enkash: { timeoutMs: 1 } }, 'POST', {}, () => new Promise(() => undefined)),
  ],
};

describe('docs/openapi.yaml', () => {
  it('is a document of OpenAPI 3.1, of the version of the package', async () => {
    assert.match(openapi.openapi, /^3\.1\./);
    assert.equal(openapi.info.version, manifest.version);
    assert.ok(await isOpenapi(openapi));
    const broken = { ...openapi, components: { schemas: { Status: { type: 'no type' } } } };
    assert.equal(await isOpenapi(broken), false);
  });

  it('gives examples that fit their own schemas', async () => {
    assert.ok(examples().length > 5);
    for (const [schema, value] of examples()) assert.ok(await fits(schema, value), JSON.stringify(value));
  });

  it('accepts the example of docs/backend.md', async () => {
    const [example = ''] = snippets(section(readText('docs/backend.md'), 'The session endpoint'), 'json');
    assert.ok(await fits(STATUS, JSON.parse(example)));
  });

  it('describes each member of session that docs/backend.md names, and no other', () => {
    const members = described('/components/schemas/Session/properties') as object;
    const session = rows(section(readText('docs/backend.md'), 'The session endpoint')).flatMap(
      ([name = '']) => codeIn(name),
    );
    assert.deepEqual(
      Object.keys(members)
        .map((name) => `session.${name}`)
        .sort(),
      session.sort(),
    );
  });

  it('lists the codes of the backend, each under its status, and no other', () => {
    const told = new Set<string>();
    for (const method of ['get', 'post', 'options'] as const)
      for (const [status, pointer] of responsesOf(method)) {
        if (status < 400) continue;
        const schema = described(`${pointer}/content/application~1json/schema`) as { readonly $ref: string };
        const codes = described(`${schema.$ref.slice(1)}/properties/error/properties/code/enum`);
        for (const code of codes as readonly string[]) told.add(`${status} ${code}`);
      }
    const real = Object.entries(STATUS_OF_CODE).map(([code, status]) => `${status} ${code}`);
    assert.deepEqual([...told].sort(), real.sort());
  });

  for (const [what, schema, value] of [
    ['another code', STATUS, { code: 42, payload: { kycStatus: 'A' } }],
    ['a payload with nothing in it', STATUS, { code: 0, payload: {} }],
    ['an envelope in an envelope', STATUS, { data: enkashAnswer() }],
    ['a time that is none', STATUS, { ...enkashAnswer(), session: { serverTime: 'soon' } }],
    ['seconds in place of milliseconds', STATUS, { ...enkashAnswer(), session: { expiresAt: 1795352000 } }],
    [
      'an availability that does not say whether it is open',
      STATUS,
      { ...enkashAnswer(), session: { availability: {} } },
    ],
    ['a click without a link', LINK, { code: 0, payload: { kycStatus: 'A' } }],
    ['a link that is not https', LINK, { kycLink: 'http://call.signzy.tech/1' }],
    ['a link with a user name', LINK, { kycLink: 'https://signzy.tech@evil.example/' }],
    ["EnKash's own words in an error", '/components/schemas/Refusal', { error: { code: 'a', message: 'b' } }],
  ] as const)
    it(`refuses ${what}`, async () => assert.equal(await fits(schema, value), false));

  describe('holds for createVkycBackend()', () => {
    for (const method of ['GET', 'POST'])
      it(`in its 200 to ${method}, of which it describes every member`, async () => {
        const response = await say({}, method);
        assert.equal(response.status, 200);
        const { payload, session } = (await response.clone().json()) as Readonly<Record<string, object>>;
        for (const [schema, value] of [
          ['Payload', payload],
          ['Session', session],
        ] as const)
          for (const name of Object.keys(value ?? {}))
            assert.ok(
              Object.hasOwn(described(`/components/schemas/${schema}/properties`) as object, name),
              name,
            );
        assert.equal('kycLink' in (payload ?? {}), method === 'POST');
        await assertDescribed(method, response);
      });

    it('in a 200 with a time to poll', async () =>
      assertDescribed('GET', await say({ enkash: { statusUrl: 'https://enkash.example/status' } }, 'GET')));

    for (const [code, [method, provoke]] of Object.entries(PROVOKED))
      it(`in its refusal ${code}`, async () => {
        const response = await provoke();
        const { error } = (await response.clone().json()) as { readonly error: { readonly code: string } };
        assert.equal(error.code, code);
        await assertDescribed(method, response);
      });

    it('in its answers to a preflight', async () => {
      const preflight = { headers: { Origin: PAGE } };
      const granted = await say({ allowedOrigins: [PAGE] }, 'OPTIONS', preflight);
      assert.equal(granted.status, 204);
      await assertDescribed('OPTIONS', granted);
      const refused = await say({}, 'OPTIONS', { headers: { Origin: 'https://attacker.example' } });
      assert.equal(refused.status, 403);
      await assertDescribed('OPTIONS', refused);
    });
  });
});
