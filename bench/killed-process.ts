import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startRedis } from '../test/support/server/redis-server.js';
import { createVkycBackend, HEADERS, UNLIMITED } from './built-server.js';
import type { Measurement } from './measurement.js';
import { startUpstream } from './upstream.js';

const CUSTOMERS = 300;
const CLICKS_EACH = 4;
const CONCURRENCY = 60;
const UPSTREAM_MS = 30;

interface Partner {
  readonly child: ChildProcess;
  readonly origin: string;
}

/**
 * Customers click on two processes that share a Redis; halfway, one of them is killed. A request whose connection breaks
 * is sent to the other process, as by a load balancer.
 */
export async function measureKilledProcess(): Promise<Measurement> {
  const [redis, upstream] = await Promise.all([startRedis(), startUpstream(UPSTREAM_MS)]);
  const start = async (): Promise<Partner> => {
    const script = fileURLToPath(new URL('partner-process.ts', import.meta.url));
    const child = fork(script, [redis.url, upstream.url], { execArgv: ['--import', 'tsx'] });
    const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }];
    return { child, origin: `http://127.0.0.1:${port}` };
  };
  const [killed, survivor] = await Promise.all([start(), start()]);
  const endpoints = await newEndpoints(upstream.url);

  const links = new Map<string, Set<string>>(endpoints.map((endpoint) => [endpoint, new Set()]));
  const clicks = endpoints.flatMap((endpoint) => Array<string>(CLICKS_EACH).fill(endpoint));
  let next = 0;
  let lost = 0;
  let retried = 0;
  async function customer(): Promise<void> {
    for (;;) {
      const index = next;
      next += 1;
      const endpoint = clicks[index];
      if (endpoint === undefined) return;
      if (index === clicks.length / 2) killed.child.kill('SIGKILL');
      const origins = index % 2 === 0 ? [killed.origin, survivor.origin] : [survivor.origin];
      const link = await linkFrom(origins, endpoint, () => (retried += 1));
      if (link === null) lost += 1;
      else links.get(endpoint)?.add(link);
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, customer));

  const duplicated = [...links.values()].filter(({ size }) => size > 1).length;
  const repeated = upstream.requestedCards.length - new Set(upstream.requestedCards).size;
  survivor.child.kill();
  upstream.stop();
  await redis.stop();
  return {
    name: `${clicks.length} clicks while one of two processes is killed`,
    measured: `${lost} lost, ${duplicated} duplicated (${retried} retried, ${repeated} minted again after the kill)`,
    required: '0 lost, 0 duplicated',
    met: lost === 0 && duplicated === 0 && retried > 0,
  };
}

/** Sessions are stateless, so a backend with the same secret can create them here. */
async function newEndpoints(baseUrl: string): Promise<string[]> {
  const { createSession } = createVkycBackend({
    ...UNLIMITED,
    enkash: { baseUrl, partnerId: 'PARTNER', token: () => Promise.resolve('TOKEN') },
  });
  const sessions = Array.from({ length: CUSTOMERS }, (_, index) =>
    createSession({ enKashCardId: `EKC${index}` }),
  );
  return (await Promise.all(sessions)).map(({ endpoint }) => endpoint);
}

/** The link from the first process that responds; null when none does. */
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
