import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createClient } from 'redis';
import {
  backendFor,
  endpointOf,
  OPEN,
  read,
  SECRET,
  type Answered,
} from '../support/server/backend-under-test.js';
import {
  enkashAnswer,
  json,
  LINK,
  startFakeEnkash,
  TOKEN,
  type FakeEnkash,
} from '../support/server/fake-enkash.js';
import type { PartnerProcessSettings } from '../support/server/partner-process.js';
import { startRedis, type RedisServer } from '../support/server/redis-server.js';
import { testsWith } from '../support/tests-with.js';

const { after, afterEach, before, beforeEach, describe, it } = testsWith('redis');

interface PartnerProcess {
  readonly child: ChildProcess;
  readonly origin: string;
}

describe('two processes of a backend that share a Redis', () => {
  let redisServer: RedisServer;
  let redis: Awaited<ReturnType<typeof connected>>;
  let enkash: FakeEnkash;
  let one: PartnerProcess;
  let two: PartnerProcess;
  before(async () => {
    redisServer = await startRedis();
    redis = await connected();
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  beforeEach(async () => {
    await redis.flushAll();
    enkash.seen.length = 0;
    [one, two] = await Promise.all([startProcess(), startProcess()]);
  });
  afterEach(() => Promise.all([one, two].map(({ child }) => ended(child))));
  after(async () => {
    redis.destroy();
    await enkash.stop();
    await redisServer.stop();
  });

  async function connected() {
    const client = createClient({ url: redisServer.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async function startProcess(): Promise<PartnerProcess> {
    const settings: PartnerProcessSettings = {
      redisUrl: redisServer.url,
      enkashUrl: enkash.url,
      token: TOKEN,
      secret: SECRET,
      instant: OPEN,
    };
    const child = fork(
      fileURLToPath(new URL('../support/server/partner-process.ts', import.meta.url)),
      [JSON.stringify(settings)],
      { execArgv: ['--import', 'tsx'] },
    );
    const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }];
    return { child, origin: `http://127.0.0.1:${port}` };
  }

  async function ended(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  // Sessions hold no state, so any process with the secret may open one.
  const newEndpoint = () => endpointOf(backendFor(enkash.url).backend);

  async function click({ origin }: PartnerProcess, endpoint: string): Promise<Answered> {
    const headers = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json' };
    return read(await fetch(origin + endpoint, { method: 'POST', headers, body: '{}' }));
  }

  it('call EnKash once for clicks of one customer that reach both', async () => {
    enkash.serve = json(enkashAnswer());
    const tabs = await Promise.all(Array.from({ length: 10 }, newEndpoint));
    const all = await Promise.all(
      tabs.flatMap((endpoint) => [one, two].map((each) => click(each, endpoint))),
    );
    assert.deepEqual(
      new Set(all.map(({ status, body }) => `${status} ${String(body.payload?.['kycLink'])}`)),
      new Set([`200 ${LINK}`]),
    );
    assert.equal(enkash.seen.length, 1);
  });

  it('share the rate limit of a session', async () => {
    enkash.serve = json(enkashAnswer());
    const endpoint = await newEndpoint();
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, index) => click(index % 2 === 0 ? one : two, endpoint)),
    );
    const statuses = all.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [...Array<number>(30).fill(200), ...Array<number>(10).fill(429)]);
  });

  it('take over the call of a process that is killed during it', async () => {
    const endpoint = await newEndpoint();
    const firstCall = new Promise((resolve) => {
      enkash.serve = resolve;
    });
    const lost = assert.rejects(click(one, endpoint));
    await firstCall;
    const [entry = ''] = await redis.keys('vkyc:link:*');
    assert.ok((await redis.pTTL(entry)) <= 4_000);
    enkash.serve = json(enkashAnswer());
    const waiting = click(two, endpoint);
    await ended(one.child);
    await lost;
    // The lease of four seconds, which the killed process no longer renews.
    await redis.pExpire(entry, 1);
    const { status, body } = await waiting;
    assert.deepEqual([status, body.payload?.['kycLink']], [200, LINK]);
    assert.equal((await click(two, endpoint)).status, 200);
    assert.equal(enkash.seen.length, 2);
  });

  it('use the link that a killed process has stored', async () => {
    enkash.serve = json(enkashAnswer());
    const endpoint = await newEndpoint();
    await click(one, endpoint);
    await ended(one.child);
    assert.equal((await click(two, endpoint)).body.payload?.['kycLink'], LINK);
    assert.equal(enkash.seen.length, 1);
  });

  it('continue without Redis when it fails', async () => {
    enkash.serve = json(enkashAnswer());
    const endpoint = await newEndpoint();
    await redisServer.stop();
    try {
      assert.equal((await click(one, endpoint)).status, 200);
      assert.equal((await click(two, endpoint)).status, 200);
    } finally {
      redis.destroy();
      redisServer = await startRedis();
      redis = await connected();
    }
  });
});
