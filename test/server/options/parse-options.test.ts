import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createVkycBackend,
  memoryStore,
  passwordToken,
  type VkycBackendOptions,
} from '../../../src/server/index.js';

const good = {
  enkash: {
    baseUrl: 'https://pay-en-uat.enkash.in',
    partnerId: 'CRM338L2H',
    token: () => Promise.resolve('x'),
  },
  secret: 'PLANTED-SECRET-of-more-than-32-characters',
};

describe('parseOptions', () => {
  it('accepts the required options alone', () => {
    assert.equal(typeof createVkycBackend(good).handle, 'function');
  });

  const wrong: readonly [option: string, changes: Record<string, unknown>][] = [
    ['secret', { secret: 'PLANTED, too short' }],
    ['secret', { secret: undefined }],
    ['secret', { secret: new Uint8Array(64) }],
    ['secret', { secret: 'x'.repeat(32) }],
    ['secret', { secret: 'abcd'.repeat(16) }],
    ['secret', { secret: '12345678'.repeat(4) }],
    ['secret', { secret: ' '.repeat(64) }],
    ...['\\\\pay.example', '//pay.example ', '//pay.example\\', '//pay.example?', '//pay.example/#'].map(
      (rest): [string, Record<string, unknown>] => [
        'enkash.baseUrl',
        { enkash: { ...good.enkash, baseUrl: `https:${rest}` } },
      ],
    ),
    ...[' ', '\n', '\\'].map((end): [string, Record<string, unknown>] => [
      'enkash.statusUrl',
      { enkash: { ...good.enkash, statusUrl: `https://pay-en-uat.enkash.in/status${end}` } },
    ]),
    ['secret', { secret: [] }],
    ['secret', { secret: [good.secret, undefined] }],
    ['secret', { secret: Array.from({ length: 9 }, (_, index) => `${index}${good.secret}`) }],
    ['basePath', { basePath: null }],
    ['schedule', { schedule: null }],
    ['schedule', { schedule: 'mon-fri' }],
    ['store', { store: null }],
    ['allowedOrigins', { allowedOrigins: null }],
    ['allowedOrigins', { allowedOrigins: [7] }],
    ['allowedLinkHosts', { allowedLinkHosts: 7 }],
    ['statusPhases', { statusPhases: { SOME_NAME: 'done' } }],
    ['allowedOrigin', { allowedOrigin: [] }],
    ['rateLimits', { rateLimits: 5 }],
    ['onEvents', { onEvents: undefined }],
    ['schedule.holiday', { schedule: { holiday: [] } }],
    ['basePath', { basePath: 'vkyc' }],
    ['basePath', { basePath: '/vkyc/' }],
    ['basePath', { basePath: '/' }],
    ['basePath', { basePath: '/vkyc?x' }],
    ['sessionTtlSeconds', { sessionTtlSeconds: 0 }],
    ['sessionTtlSeconds', { sessionTtlSeconds: 86_401 }],
    ...['900 s', '-1', '0', '1e3', ' 900', '86401', '900.5', '0x10', '9'.repeat(30)].map(
      (text): [string, Record<string, unknown>] => ['sessionTtlSeconds', { sessionTtlSeconds: text }],
    ),
    ['rateLimit', { rateLimit: 'true' }],
    ['rateLimit', { rateLimit: 'FALSE' }],
    ['rateLimit', { rateLimit: 0 }],
    ['rateLimit', { rateLimit: true }],
    ['rateLimit', { rateLimit: Number.NaN }],
    ['allowedOrigins', { allowedOrigins: ['*'] }],
    ['allowedOrigins', { allowedOrigins: ['null'] }],
    ['allowedOrigins', { allowedOrigins: ['https://shop.example/'] }],
    ['allowedOrigins', { allowedOrigins: ['https://shop.example/a'] }],
    ['allowedOrigins', { allowedOrigins: ['shop.example'] }],
    ['allowedOrigins', { allowedOrigins: '*' }],
    ['allowedOrigins', { allowedOrigins: 'https://shop.example, *' }],
    ['basePath', { basePath: '/vkyc/../session' }],
    ['basePath', { basePath: '/./vkyc' }],
    ['basePath', { basePath: '/vkyc/..' }],
    ['allowedLinkHosts', { allowedLinkHosts: 'https://vkyc.example' }],
    ['allowedLinkHosts', { allowedLinkHosts: ['*'] }],
    ['allowedLinkHosts', { allowedLinkHosts: [] }],
    ['schedule.workingHours', { schedule: { workingHours: '10-18' } }],
    ['schedule.workingDays', { schedule: { workingDays: 'weekdays' } }],
    ['schedule.lastEntry', { schedule: { lastEntry: -5 } }],
    ['store', { store: {} }],
    ['onEvent', { onEvent: 'log' }],
    ['now', { now: 5 }],
    ['fetch', { fetch: {} }],
    ['enkash', { enkash: undefined }],
  ];
  const wrongEnkash: readonly [option: string, changes: Record<string, unknown>][] = [
    ['enkash.baseUrl', { baseUrl: 'http://pay-en-uat.enkash.in' }],
    ['enkash.baseUrl', { baseUrl: 'https://user:PLANTED@pay-en-uat.enkash.in' }],
    ['enkash.baseUrl', { baseUrl: 'https://pay-en-uat.enkash.in/?a=b' }],
    ['enkash.baseUrl', { baseUrl: 'pay-en-uat.enkash.in' }],
    ['enkash.baseUrl', { baseUrl: 'https://pay-en-uat.enkash.in/#' }],
    ['enkash.baseUrl', { baseUrl: 'https://pay-en-uat.enkash.in ' }],
    ['enkash.baseUrl', { baseUrl: undefined }],
    ['enkash.statusURL', { statusURL: 'https://pay-en-uat.enkash.in/status' }],
    ['enkash.partnerId', { partnerId: 'CRM–338' }],
    ['enkash.partnerId', { partnerId: 'CRM338\nX: y' }],
    ['enkash.partnerId', { partnerId: undefined }],
    ['enkash.token', { token: 'PLANTED' }],
    ['enkash.statusUrl', { statusUrl: 'https://elsewhere.example/status' }],
    ['enkash.statusUrl', { statusUrl: '/status' }],
    ['enkash.timeoutMs', { timeoutMs: 0 }],
    ['enkash.timeoutMs', { timeoutMs: 60_001 }],
  ];

  for (const [option, changes] of [
    ...wrong,
    ...wrongEnkash.map(([option, changes]) => [option, { enkash: { ...good.enkash, ...changes } }] as const),
  ])
    it(`rejects ${option} without quoting a secret: ${JSON.stringify(changes)}`, () => {
      assert.throws(
        () => createVkycBackend({ ...good, ...changes }),
        (error: Error) => {
          assert.ok(error instanceof TypeError);
          assert.match(error.message, /^[\w.]+: expected .+; received .+\.$/);
          assert.equal(error.message.split(':')[0], option);
          assert.ok(!error.message.includes('PLANTED'));
          return true;
        },
      );
    });

  for (const [typo, option] of Object.entries({
    allowedOrigin: 'allowedOrigins',
    rateLimits: 'rateLimit',
    secrets: 'secret',
    linkHosts: 'allowedLinkHosts',
    sessionTtl: 'sessionTtlSeconds',
    onevent: 'onEvent',
  }))
    it(`suggests ${option} for ${typo}`, () => {
      assert.throws(() => createVkycBackend({ ...good, [typo]: 1 }), {
        message: `${typo}: expected one of the documented options, such as "${option}"; received an unknown name.`,
      });
    });

  it('accepts every option as an environment variable gives it, and takes an empty one as not set', async () => {
    const { enkash } = good;
    const numbers = { timeoutMs: '9000', maxConcurrency: '50' };
    const vkyc = createVkycBackend({
      enkash: { ...enkash, ...numbers, statusUrl: '' },
      secret: good.secret,
      basePath: '/vkyc/..session',
      sessionTtlSeconds: '60',
      allowedLinkHosts: '',
      allowedOrigins: 'https://one.example, https://two.example',
      rateLimit: 'false',
      schedule: { lastEntry: '15', holidays: '2026-11-24 2026-12-25' },
    });
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { endpoint, expiresAt } = await vkyc.createSession({ enKashCardId: 'EKC1' });
    assert.ok(endpoint.startsWith('/vkyc/..session/'));
    assert.ok(Date.parse(expiresAt) - before <= 62_000);
    for (const origin of ['https://one.example', 'https://two.example']) {
      const headers = { Origin: origin, 'Access-Control-Request-Method': 'GET' };
      const request = new Request(`https://shop.example${endpoint}`, { method: 'OPTIONS', headers });
      assert.equal((await vkyc.handle(request)).status, 204);
    }
    const empty = Object.fromEntries(
      ['basePath', 'sessionTtlSeconds', 'allowedLinkHosts', 'allowedOrigins', 'rateLimit'].map((name) => [
        name,
        '',
      ]),
    );
    const unset = { ...enkash, statusUrl: '', timeoutMs: '', maxConcurrency: '' };
    const other = createVkycBackend({ enkash: unset, secret: good.secret, ...empty });
    assert.match((await other.createSession({ enKashCardId: 'EKC1' })).endpoint, /^\/vkyc\/session\//);
  });

  it('rejects a session request that is none, or has an unknown member', async () => {
    const { createSession } = createVkycBackend(good);
    const invalid: [unknown, RegExp][] = [
      [undefined, /^options: expected an object \{ enKashCardId, .+; received nothing\.$/],
      ['PLANTED', /^options: expected/],
      [{ enKashCardID: 'PLANTED' }, /^enKashCardID: expected .+ "enKashCardId"; received an unknown name\.$/],
    ];
    for (const [request, message] of invalid)
      await assert.rejects(createSession(request as { enKashCardId: string }), {
        name: 'TypeError',
        message,
      });
  });

  it('rejects anything other than an object', () => {
    assert.throws(
      () => createVkycBackend(JSON.parse('null') as VkycBackendOptions),
      /^TypeError: options: expected/,
    );
  });

  for (const baseUrl of [
    'http://localhost:4000',
    'http://127.0.0.1:4000',
    'http://[::1]:4000',
    'https://x.example/api/',
  ])
    it(`accepts the base URL ${baseUrl}`, () => {
      assert.doesNotThrow(() => createVkycBackend({ ...good, enkash: { ...good.enkash, baseUrl } }));
    });
});

describe('options of the functions beside it', () => {
  it('are refused by name too', async () => {
    const { createSession } = createVkycBackend(good);
    const action = { kind: 'accept-terms', url: '/terms', label: 'x' } as const;
    await assert.rejects(createSession({ enKashCardId: 'EKC', action }), /^TypeError: action\.label: /);
    assert.throws(() => memoryStore(JSON.parse('null') as object), /^TypeError: memoryStore: /);
    const credentials = { clientId: 'a', username: 'b', password: 'c' };
    for (const tokenUrl of ['https://pay.example/token ', 'https:\\\\pay.example\\token'])
      assert.throws(() => passwordToken({ ...credentials, tokenUrl }), /^TypeError: tokenUrl: /);
  });

  it('leave one slash between the base URL and the path, however many it ends with', async () => {
    const paths: string[] = [];
    for (const slashes of ['', '/', '//']) {
      const vkyc = createVkycBackend({
        ...good,
        enkash: { ...good.enkash, baseUrl: `https://pay-en-uat.enkash.in${slashes}` },
        fetch: (url) => {
          paths.push(new URL(url as string).pathname);
          return Promise.reject(new Error('no'));
        },
      });
      await vkyc.status('EKC').catch(() => undefined);
    }
    assert.deepEqual(paths, Array<string>(3).fill('/api/v0/partner/enKashCard/vkyc/link'));
  });
});
