import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  memoryStore,
  passwordToken,
  type PasswordTokenOptions,
  type Store,
} from '../../../src/server/index.js';
import { backendFor, clockAt, endpointOf, OPEN, send } from '../../support/server/backend-under-test.js';
import {
  enkashAnswer,
  json,
  startFakeEnkash,
  type Serve,
  type FakeEnkash,
} from '../../support/server/fake-enkash.js';

const PASSWORD = 'PLANTED pässword & more';

describe('passwordToken', () => {
  let tokens: FakeEnkash;
  before(async () => {
    tokens = await startFakeEnkash(json({}));
  });
  beforeEach(() => {
    tokens.serve = numbered(86_399);
    tokens.seen.length = 0;
  });
  after(() => tokens.stop());

  /** Gives `token-1`, `token-2` and so on. */
  function numbered(expiresIn: unknown): Serve {
    let count = 0;
    return (received, response) => {
      count += 1;
      json({ access_token: `token-${count}`, token_type: 'bearer', expires_in: expiresIn })(
        received,
        response,
      );
    };
  }

  function source(changes: Partial<PasswordTokenOptions> = {}) {
    const clock = clockAt(OPEN);
    const token = passwordToken({
      tokenUrl: `${tokens.url}/oauth/token`,
      clientId: 'client',
      username: 'user@shop.example',
      password: PASSWORD,
      basic: { user: 'app', password: 'ünlocked' },
      now: clock.now,
      ...changes,
    });
    return { token, clock };
  }

  it('sends the documented request', async () => {
    const { token } = source();
    assert.equal(await token(), 'token-1');
    const [received] = tokens.seen;
    assert.equal(received?.method, 'POST');
    assert.equal(received.url.pathname, '/oauth/token');
    assert.match(received.headers['content-type'] ?? '', /^application\/x-www-form-urlencoded/);
    assert.equal(received.headers.authorization, `Basic ${Buffer.from('app:ünlocked').toString('base64')}`);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(received.body)), {
      grant_type: 'password',
      clientId: 'client',
      username: 'user@shop.example',
      password: PASSWORD,
    });
  });

  it('sends a ready-made Authorization header', async () => {
    const credentials = { tokenUrl: tokens.url, clientId: 'c', username: 'u', password: 'p' };
    await passwordToken({ ...credentials, authorization: 'Basic cmVhZHk6bWFkZQ==' })();
    assert.equal(tokens.seen[0]?.headers.authorization, 'Basic cmVhZHk6bWFkZQ==');
  });

  it('sends one request for simultaneous callers, and caches the token', async () => {
    const { token } = source();
    const all = await Promise.all(Array.from({ length: 100 }, () => token()));
    assert.deepEqual(new Set([...all, await token()]), new Set(['token-1']));
    assert.equal(tokens.seen.length, 1);
  });

  for (const [life, fresh, refreshed, ended] of [
    [86_399, 86_278, 86_279, 86_399],
    [300, 179, 180, 300],
    [60, 29, 30, 60],
    ['300', 179, 180, 300],
    [undefined, 179, 180, 300],
    [0, 2, 3, 5],
    [-5, 2, 3, 5],
    ['soon', 2, 3, 5],
  ] as const)
    it(`reads expires_in ${JSON.stringify(life)}: cached at ${fresh} s, renewed from ${refreshed} s, expired at ${ended} s`, async () => {
      tokens.serve = numbered(life);
      const { token, clock } = source();
      await token();
      clock.instant = OPEN + fresh * 1_000;
      assert.equal(await token(), 'token-1');
      assert.equal(tokens.seen.length, 1);
      clock.instant = OPEN + refreshed * 1_000;
      assert.equal(await token(), 'token-1');
      clock.instant = OPEN + ended * 1_000;
      assert.equal(await token(), 'token-2');
      assert.equal(tokens.seen.length, 2);
    });

  it('uses the old token while renewal fails', async () => {
    const { token, clock } = source();
    await token();
    tokens.serve = json({}, 500);
    clock.instant = OPEN + 86_300_000;
    assert.equal(await token(), 'token-1');
    assert.equal(await token(), 'token-1');
  });

  it('does not cache a failure', async () => {
    const { token } = source();
    tokens.serve = json({}, 500);
    await assert.rejects(token(), { message: 'The token endpoint answered 500; expected 200.' });
    tokens.serve = numbered(300);
    assert.equal(await token(), 'token-1');
  });

  it('gives up a request that ignores its time limit, and asks again', async (test) => {
    const limits: AbortController[] = [];
    test.mock.method(AbortSignal, 'timeout', () => {
      limits.push(new AbortController());
      return limits.at(-1)?.signal;
    });
    const fetches = [() => new Promise<never>(() => limits.at(-1)?.abort()), fetch];
    const { token } = source({ fetch: (...request) => (fetches.shift() ?? fetch)(...request) });
    await assert.rejects(token(), { reason: 'timeout' });
    assert.equal(await token(), 'token-1');
  });

  it('drops a refused token only if it is the cached one', async () => {
    const { token } = source();
    assert.equal(await token(), 'token-1');
    assert.equal(await token('token-0'), 'token-1');
    assert.deepEqual(await Promise.all([token('token-1'), token('token-1')]), ['token-2', 'token-2']);
    assert.equal(await token('token-1'), 'token-2');
    assert.equal(tokens.seen.length, 2);
  });

  for (const status of [400, 401, 403, 422, 423])
    it(`tries refused credentials (${status}) twice, then once an hour, then once in two, before EnKash locks the account`, async () => {
      tokens.serve = json({}, status);
      const { token, clock } = source();
      const tries = async (hours: number) => {
        tokens.seen.length = 0;
        const end = clock.instant + hours * 3_600_000;
        for (; clock.instant < end; clock.instant += 300_000) await assert.rejects(token());
        return tokens.seen.length;
      };
      assert.deepEqual([await tries(1), await tries(2), await tries(4)], [2, 1, 1]);
      tokens.serve = numbered(300);
      clock.instant += 3_600_000;
      assert.equal(await token(), 'token-1');
    });

  it('does not count a failure that says nothing about the credentials', async () => {
    const { token } = source();
    for (const status of [500, 404, 405, 429, 503]) {
      tokens.serve = json({}, status);
      await assert.rejects(token());
    }
    tokens.serve = json({}, 401);
    await assert.rejects(token());
    tokens.serve = numbered(300);
    assert.equal(await token(), 'token-1');
  });

  it('tries new credentials at once', async () => {
    const context = { store: memoryStore() };
    tokens.serve = json({}, 401);
    for (let count = 0; count < 3; count += 1) await assert.rejects(source().token(undefined, context));
    assert.equal(tokens.seen.length, 2);
    tokens.serve = numbered(300);
    assert.equal(await source({ password: 'changed' }).token(undefined, context), 'token-1');
  });

  it('tries wrong credentials twice in all of the processes that share a store, and after a restart', async () => {
    const context = { store: memoryStore() };
    tokens.serve = json({}, 401);
    const processes = Array.from({ length: 5 }, () => source().token);
    const all = await Promise.allSettled(processes.map((token) => token(undefined, context)));
    assert.ok(all.every(({ status }) => status === 'rejected'));
    await assert.rejects(source().token(undefined, context));
    assert.equal(tokens.seen.length, 2);
  });

  it('lets each process of several fetch a token with good credentials', async () => {
    const context = { store: memoryStore() };
    const processes = Array.from({ length: 5 }, () => source().token);
    await Promise.all(processes.map((token) => token(undefined, context)));
    assert.equal(tokens.seen.length, 5);
  });

  it('keeps nothing of the credentials in the store', async () => {
    const written: string[] = [];
    const memory = memoryStore();
    const store: Store = {
      ...memory,
      compareAndSet: (key, expected, value, ttlMs) => {
        written.push(key, value);
        return memory.compareAndSet(key, expected, value, ttlMs);
      },
    };
    await source().token(undefined, { store });
    assert.match(
      written.join(' '),
      /^vkyc:credentials:[0-9a-f]{32} trying 0 \S+ vkyc:credentials:[0-9a-f]{32} 0 0$/,
    );
  });

  for (const [what, serve] of Object.entries<Serve>({
    'no token': json({ token_type: 'bearer' }),
    'a token with a line break': json({ access_token: 'PLANTED\nX: y' }),
    'an empty token': json({ access_token: '' }),
    'a token of 10 KB': json({ access_token: 'x'.repeat(10_240) }),
    'a token that is not a string': json({ access_token: 7 }),
    'broken JSON': json('{"access_token":"PLANTED'),
    'a list': json([]),
    'a login page': (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('PLANTED'),
    'a redirect': (_, response) => response.writeHead(302, { Location: 'https://elsewhere.example/' }).end(),
  }))
    it(`fails without quoting the answer when the endpoint returns ${what}`, async () => {
      tokens.serve = serve;
      await assert.rejects(source().token(), (error: Error) => {
        assert.match(error.message, /^The token endpoint answered/);
        assert.ok(!String(error.stack).includes('PLANTED'));
        return true;
      });
    });

  it('replaces a refused token, and the customer gets the link', async (test) => {
    const enkash = await startFakeEnkash((received, response) =>
      (received.headers.authorization === 'Bearer token-2' ? json(enkashAnswer()) : json({}, 401))(
        received,
        response,
      ),
    );
    test.after(() => enkash.stop());
    const { backend } = backendFor(enkash.url, { enkash: { token: source().token } });
    assert.equal((await send(backend, await endpointOf(backend), 'POST')).status, 200);
    assert.equal(tokens.seen.length, 2);
  });

  it('leads to 503 while the token endpoint is down', async () => {
    tokens.serve = json({}, 500);
    const { backend } = backendFor('http://127.0.0.1:1', { enkash: { token: source().token } });
    const { status, body } = await send(backend, await endpointOf(backend), 'POST');
    assert.deepEqual([status, body.error?.code], [503, 'upstream_auth']);
  });

  for (const [option, changes] of Object.entries<Partial<Record<keyof PasswordTokenOptions, unknown>>>({
    tokenUrl: { tokenUrl: 'http://ekpayout-uat.enkash.in/oauth/token' },
    clientId: { clientId: '' },
    username: { username: undefined },
    password: { password: 12345678 },
    'basic.user': { basic: { user: 'a:b', password: 'PLANTED' } },
    'basic.password': { basic: { user: 'app', password: '' } },
    authorization: { basic: undefined, authorization: 'Basic PLANTED\nX: y' },
    'authorization or basic': { authorization: 'Basic PLANTED' },
  }))
    it(`rejects an invalid ${option} at start-up, without quoting a credential`, () => {
      assert.throws(
        () => source(changes as Partial<PasswordTokenOptions>),
        (error: Error) => {
          assert.ok(error instanceof TypeError);
          assert.match(error.message, new RegExp(`^${option.split(' ')[0]}: expected .+; received .+\\.$`));
          assert.ok(!error.message.includes('PLANTED') && !error.message.includes('12345678'));
          return true;
        },
      );
    });
});
