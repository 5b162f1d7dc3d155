import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startRedis } from '../test/support/server/redis-server.js';
import { createVkycBackend, HEADERS, OPEN_TO_ALL } from './built-server.js';
import type { Measurement } from './measurement.js';
import { startUpstream } from './upstream.js';

const CUSTOMERS = 300;
const CLICKS_EACH = 4;
const AT_ONCE = 60;
const UPSTREAM_MS = 30;

interface Partner {
  readonly child: ChildProcess;
  readonly origin: string;
}

/**
 * Customers click at two processes that share a Redis; halfway, one of the processes is killed. A click whose connection
 * breaks goes to the other process, as a load balancer would send it.
 */
export async function measureKilledProcess(): Promise<Measurement> {
  const [redis, upstream] = await Promise.all([startRedis(), startUpstream(UPSTREAM_MS)]);
  const start = async (): Promise<Partner> => {
    const script = fileURLToPath(new URL('partner-process.ts', import.meta.url));
    const child = fork(script, [redis.url, upstream.url], { execArgv: ['--import', 'tsx'] });
    const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }];
    return { child, origin: `http://127.0.0.1:${port}` };
  };
  const [doomed, survivor] = await Promise.all([start(), start()]);
  const endpoints = await newEndpoints(upstream.url);

  const links = new Map<string, Set<string>>(endpoints.map((endpoint) => [endpoint, new Set()]));
  const clicks = endpoints.flatMap((endpoint) => Array<string>(CLICKS_EACH).fill(endpoint));
  let next = 0;
  let lost = 0;
  let moved = 0;
  async function clicking(): Promise<void> {
    for (;;) {
      const index = next;
      next += 1;
      const endpoint = clicks[index];
      if (endpoint === undefined) return;
      if (index === clicks.length / 2) doomed.child.kill('SIGKILL');
      const origins = index % 2 === 0 ? [doomed.origin, survivor.origin] : [survivor.origin];
      const link = await linkFrom(origins, endpoint, () => (moved += 1));
      if (link === null) lost += 1;
      else links.get(endpoint)?.add(link);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, clicking));

  const doubled = [...links.values()].filter(({ size }) => size > 1).length;
  const again = upstream.asked.length - new Set(upstream.asked).size;
  survivor.child.kill();
  upstream.stop();
  await redis.stop();
  return {
    what: `${clicks.length} clicks while one of two processes is killed`,
    got: `${lost} lost, ${doubled} doubled (${moved} moved over, ${again} asked again for the dead)`,
    must: '0 lost, 0 doubled',
    met: lost === 0 && doubled === 0 && moved > 0,
  };
}

/** Sessions live in their tokens, so a backend of the same secret may open them here. */
async function newEndpoints(baseUrl: string): Promise<string[]> {
  const { createSession } = createVkycBackend({
    ...OPEN_TO_ALL,
    enkash: { baseUrl, partnerId: 'PARTNER', token: () => Promise.resolve('TOKEN') },
  });
  const sessions = Array.from({ length: CUSTOMERS }, (_, index) =>
    createSession({ enKashCardId: `EKC${index}` }),
  );
  return (await Promise.all(sessions)).map(({ endpoint }) => endpoint);
}

/** The link from the first process that answers; null when none does. */
async function linkFrom(
  origins: readonly string[],
  endpoint: string,
  onBroken: () => unknown,
): Promise<string | null> {
  for (const origin of origins) {
    try {
      const response = await fetch(origin + endpoint, { method: 'POST', headers: HEADERS, body: '{}' });
      const { payload } = (await response.json()) as { readonly payload?: { readonly kycLink: string } };
      return payload?.kycLink ?? null;
    } catch {
      onBroken();
    }
  }
  return null;
}
