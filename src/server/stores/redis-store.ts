import type { Store } from './store.js';

/** The methods of a client of the `redis` package that the store uses. */
export interface NodeRedisClient {
  get(key: string): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** The methods of a client of the `ioredis` package that the store uses. */
export interface IoRedisClient {
  get(key: string): Promise<unknown>;
  eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
  /** Only `ioredis` has it: it distinguishes the two clients. */
  call(command: string, ...args: string[]): Promise<unknown>;
}

/** A connected client of the `redis` or the `ioredis` package, for one server, a cluster or Valkey. */
export type RedisClient = NodeRedisClient | IoRedisClient;

/** With an empty first argument the key must hold nothing; otherwise it must hold the second argument. */
const COMPARE_AND_SET = `
  local held = redis.call('GET', KEYS[1])
  if ARGV[1] == '' then
    if held then return 0 end
  elseif held ~= ARGV[2] then
    return 0
  end
  redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
  return 1`;

const INCREMENT = `
  local count = redis.call('INCR', KEYS[1])
  if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
  return count`;

/**
 * A store in Redis 6 or later, or Valkey, for a backend of several processes. The client belongs to the caller, who
 * connects it, handles its `error` event and closes it. Its user needs GET, EVAL, SET, INCR and PEXPIRE on `vkyc:*`.
 * @throws TypeError when the argument is not a client
 *
 * @example
 * const client = await createClient({ url: process.env.REDIS_URL }).connect();
 * const vkyc = createVkycBackend({ enkash, secret, store: redisStore(client) });
 */
export function redisStore(client: RedisClient): Store {
  if (!isClient(client))
    throw new TypeError(
      'redisStore: expected a client of the "redis" or "ioredis" package, such as createClient({ url }).',
    );
  const run = (script: string, key: string, ...args: string[]) =>
    'call' in client
      ? client.eval(script, 1, key, ...args)
      : client.eval(script, { keys: [key], arguments: args });
  return {
    get: async (key) => {
      const value = await client.get(key);
      return typeof value === 'string' ? value : null;
    },
    compareAndSet: async (key, expected, value, ttlMs) =>
      Number(
        await run(
          COMPARE_AND_SET,
          key,
          expected === null ? '' : 'holds',
          expected ?? '',
          value,
          String(ttlMs),
        ),
      ) === 1,
    increment: async (key, ttlMs) => Number(await run(INCREMENT, key, String(ttlMs))),
  };
}

function isClient(client: unknown): client is RedisClient {
  return (
    typeof client === 'object' &&
    client !== null &&
    'get' in client &&
    typeof client.get === 'function' &&
    'eval' in client &&
    typeof client.eval === 'function'
  );
}
