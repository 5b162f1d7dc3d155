import assert from 'node:assert/strict';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { redisStore, type RedisClient } from '../../../src/server/index.js';
import { startRedis, type RedisServer } from '../../support/server/redis-server.js';
import { testsWith } from '../../support/tests-with.js';

const { after, before, beforeEach, describe, it } = testsWith('redis');

describe('the Redis store', () => {
  let server: RedisServer;
  let nodeRedis: ReturnType<typeof createClient>;
  let ioRedis: Redis;
  before(async () => {
    server = await startRedis();
    nodeRedis = createClient({ url: server.url });
    await nodeRedis.connect();
    ioRedis = new Redis(server.url);
  });
  beforeEach(() => nodeRedis.flushAll());
  after(async () => {
    nodeRedis.destroy();
    ioRedis.disconnect();
    await server.stop();
  });

  const clients: Record<string, () => RedisClient> = {
    'the redis package': () => nodeRedis,
    ioredis: () => ioRedis,
  };
  for (const [name, client] of Object.entries(clients))
    describe(`through ${name}`, () => {
      it('returns null for a missing key', async () => {
        assert.equal(await redisStore(client()).get('key'), null);
      });

      it('writes only over the expected value', async () => {
        const store = redisStore(client());
        assert.equal(await store.compareAndSet('key', 'one', 'two', 1_000), false);
        assert.equal(await store.compareAndSet('key', null, 'one', 1_000), true);
        assert.equal(await store.compareAndSet('key', null, 'two', 1_000), false);
        assert.equal(await store.compareAndSet('key', 'one', 'two', 1_000), true);
        assert.equal(await store.get('key'), 'two');
      });

      it('lets one of many writers succeed', async () => {
        const store = redisStore(client());
        const writers = Array.from({ length: 50 }, (_, index) =>
          store.compareAndSet('key', null, String(index), 1_000),
        );
        assert.equal((await Promise.all(writers)).filter(Boolean).length, 1);
      });

      it('expires a value after its TTL, which each write restarts', async () => {
        const store = redisStore(client());
        await store.compareAndSet('key', null, 'one', 60_000);
        await store.compareAndSet('key', 'one', 'two', 5_000);
        const left = await nodeRedis.pTTL('key');
        assert.ok(left > 0 && left <= 5_000);
      });

      it('counts each increment once, and expires the count after its first TTL', async () => {
        const store = redisStore(client());
        const counts = await Promise.all(Array.from({ length: 20 }, () => store.increment('count', 60_000)));
        assert.deepEqual(
          counts.sort((a, b) => a - b),
          Array.from({ length: 20 }, (_, index) => index + 1),
        );
        await nodeRedis.pExpire('count', 5_000);
        await store.increment('count', 60_000);
        assert.ok((await nodeRedis.pTTL('count')) <= 5_000);
      });

      it('stores any text unchanged', async () => {
        const store = redisStore(client());
        const text = 'ein "Wörtchen"\r\n\0 💬';
        await store.compareAndSet('key', null, text, 1_000);
        assert.equal(await store.get('key'), text);
        assert.equal(await store.compareAndSet('key', text, 'next', 1_000), true);
      });
    });

  it('rejects anything other than a client with a clear message', () => {
    for (const client of [undefined, null, 'redis://localhost', {}])
      assert.throws(() => redisStore(client as RedisClient), {
        name: 'TypeError',
        message: /^redisStore: expected a client of the "redis" or "ioredis" package/,
      });
  });
});
