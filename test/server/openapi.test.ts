import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { STATUS_OF_CODE } from '../../src/protocol/http-errors.js';
import type { RefusalCode } from '../../src/server/index.js';
import { codeIn, readText, rows, section, snippets } from '../support/markdown.js';
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

/** A backend with a given answer of EnKash. */
const over = (answer: () => Promise<Response>, options: Overrides = {}) =>
  backendFor('https://enkash.example', { fetch: answer, ...options });

const answering = (body: unknown, init?: ResponseInit) => () => Promise.resolve(Response.json(body, init));
const success = answering(enkashAnswer());

type Change = Parameters<typeof request>[2];

/** The answer to one request with a fresh session. */
async function answerTo(
  options: Overrides,
  method: string,
  change?: Change,
  answer = success,
): Promise<Response> {
  const { backend } = over(answer, options);
  return backend.handle(request(await endpointOf(backend), method, change));
}

/** A request that leads to each code, and its method. */
const PROVOKED: Readonly<Record<RefusalCode, readonly [method: string, provoke: () => Promise<Response>]>> = {
  bad_request: ['POST', () => answerTo({}, 'POST', { body: '{"' })],
  invalid_session: [
    'GET',
    () => over(success).backend.handle(request(`/vkyc/session/${'x'.repeat(40)}`, 'GET')),
  ],
  cross_site: ['GET', () => answerTo({}, 'GET', { headers: { 'Sec-Fetch-Site': 'cross-site' } })],
  missing_header: ['POST', () => answerTo({}, 'POST', { headers: { 'X-Enkash-Vkyc': null } })],
  not_found: ['GET', () => over(success).backend.handle(request('/vkyc/elsewhere', 'GET'))],
  method_not_allowed: ['PUT', () => answerTo({}, 'PUT')],
  closed_hours: ['POST', () => answerTo({ now: () => CLOSED }, 'POST')],
  not_eligible: ['GET', () => answerTo({}, 'GET', {}, answering({}, { status: 422 }))],
  session_expired: [
    'GET',
    async () => {
      const { backend, clock } = over(success);
      const endpoint = await endpointOf(backend);
      clock.instant += 900_001;
      return backend.handle(request(endpoint, 'GET'));
    },
  ],
  too_large: ['POST', () => answerTo({}, 'POST', { body: 'x'.repeat(20_000) })],
  unsupported_media_type: ['POST', () => answerTo({}, 'POST', { headers: { 'Content-Type': 'text/plain' } })],
  rate_limited: [
    'GET',
    async () => {
      const { backend } = over(success, { rateLimit: 1 });
      const endpoint = await endpointOf(backend);
      await backend.handle(request(endpoint, 'GET'));
      return backend.handle(request(endpoint, 'GET'));
    },
  ],
  internal_error: [
    'GET',
    () => answerTo({ enkash: { statusUrl: () => 'https://elsewhere.example' } }, 'GET'),
  ],
  invalid_upstream_response: ['POST', () => answerTo({}, 'POST', {}, answering({ code: 7 }))],
  invalid_link: [
    'POST',
    () => answerTo({}, 'POST', {}, answering(enkashAnswer({ kycLink: 'https://evil.example/' }))),
  ],
  wrong_customer: [
    'GET',
    () => answerTo({}, 'GET', {}, answering(enkashAnswer({ enkashCardId: 'EKCOTHER' }))),
  ],
  upstream_auth: ['POST', () => answerTo({ enkash: { token: () => Promise.reject(new Error()) } }, 'POST')],
  upstream_down: ['POST', () => answerTo({}, 'POST', {}, answering({}, { status: 500 }))],
  overloaded: [
    'GET',
    async () => {
      mock.timers.enable({ apis: ['setTimeout'] });
      try {
        let firstIsCalled: () => void = () => undefined;
        const called = new Promise<void>((resolve) => (firstIsCalled = resolve));
        const held = () => {
          firstIsCalled();
          return new Promise<Response>(() => undefined);
        };
        const { backend } = over(held, { enkash: { maxConcurrency: 1 } });
        const [first, second] = [await endpointOf(backend, 'EKC1'), await endpointOf(backend, 'EKC2')];
        backend.handle(request(first, 'GET')).catch(() => undefined);
        await called;
        const waiting = backend.handle(request(second, 'GET'));
        for (;;) {
          mock.timers.tick(9_000);
          const answer = await Promise.race([
            waiting,
            new Promise<null>((resolve) => setImmediate(resolve, null)),
          ]);
          if (answer) return answer;
        }
      } finally {
        mock.timers.reset();
      }
    },
  ],
  shutting_down: [
    'GET',
    async () => {
      const { backend } = over(success);
      const endpoint = await endpointOf(backend);
      await backend.stop();
      return backend.handle(request(endpoint, 'GET'));
    },
  ],
  upstream_timeout: [
    'POST',
    () => answerTo({ enkash: { timeoutMs: 1 } }, 'POST', {}, () => new Promise(() => undefined)),
  ],
};

describe('docs/openapi.yaml', () => {
  it('has no unknown keyword in its schemas, as an unquoted comma would add', () => {
    const known = new Set(
      [
        '$ref',
        'type',
        'format',
        'pattern',
        'const',
        'enum',
        'examples',
        'description',
        'minLength',
        'maxLength',
      ].concat([
        'minimum',
        'maximum',
        'items',
        'required',
        'properties',
        'additionalProperties',
        'anyOf',
        'allOf',
      ]),
    );
    const unknownIn = (schema: unknown): string[] => {
      if (Array.isArray(schema)) return schema.flatMap(unknownIn);
      if (typeof schema !== 'object' || schema === null) return [];
      return Object.entries(schema).flatMap(([keyword, value]: [string, unknown]) => {
        if (!known.has(keyword)) return [keyword];
        if (keyword === 'properties') return Object.values(value as object).flatMap(unknownIn);
        return ['anyOf', 'allOf', 'items', 'additionalProperties'].includes(keyword) ? unknownIn(value) : [];
      });
    };
    assert.deepEqual(Object.values(openapi.components.schemas).flatMap(unknownIn), []);
  });

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
    const documented = new Set<string>();
    for (const method of ['get', 'post', 'options'] as const)
      for (const [status, pointer] of responsesOf(method)) {
        if (status < 400) continue;
        const schema = described(`${pointer}/content/application~1json/schema`) as { readonly $ref: string };
        const codes = described(`${schema.$ref.slice(1)}/properties/error/properties/code/enum`);
        for (const code of codes as readonly string[]) documented.add(`${status} ${code}`);
      }
    const real = Object.entries(STATUS_OF_CODE).map(([code, status]) => `${status} ${code}`);
    assert.deepEqual([...documented].sort(), real.sort());
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

  describe('describes createVkycBackend()', () => {
    for (const method of ['GET', 'POST'])
      it(`in its 200 to ${method}, of which it describes every member`, async () => {
        const response = await answerTo({}, method);
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
      assertDescribed(
        'GET',
        await answerTo({ enkash: { statusUrl: 'https://enkash.example/status' } }, 'GET'),
      ));

    for (const [code, [method, provoke]] of Object.entries(PROVOKED))
      it(`in its refusal ${code}`, async () => {
        const response = await provoke();
        const { error } = (await response.clone().json()) as { readonly error: { readonly code: string } };
        assert.equal(error.code, code);
        await assertDescribed(method, response);
      });

    it('in its answers to a preflight', async () => {
      const preflight = { headers: { Origin: PAGE } };
      const granted = await answerTo({ allowedOrigins: [PAGE] }, 'OPTIONS', preflight);
      assert.equal(granted.status, 204);
      await assertDescribed('OPTIONS', granted);
      const refused = await answerTo({}, 'OPTIONS', { headers: { Origin: 'https://attacker.example' } });
      assert.equal(refused.status, 403);
      await assertDescribed('OPTIONS', refused);
    });
  });
});
