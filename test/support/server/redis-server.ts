import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { requirePath } from '../../../scripts/requirements.js';

/** A Redis of the test's own. */
export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts an empty Redis on a free port of loopback; it writes nothing to disk. */
export async function startRedis(): Promise<RedisServer> {
  const command = requirePath('redis');
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder };
  const redis = spawn(
    command,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => redis.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    redis.once('error', reject);
    redis.once('exit', (code) => reject(new Error(`redis-server ended with code ${code ?? 'none'}.`)));
    createInterface(redis.stdout).on('line', (line) => line.includes('Ready to accept') && resolve());
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      redis.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
