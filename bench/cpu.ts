import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { HEADERS } from './built-server.js';
import { quantile, type Measurement } from './measurement.js';

/** Rounds that compile the code, as a server that has just started is not what is measured. */
const WARM_UP = 40;
const ROUNDS = 25;
const REQUESTS = 400;
const CONCURRENCY = 8;
const MAX_RATIO = { GET: 1.3, POST: 1.6 } as const;

type Method = keyof typeof MAX_RATIO;

interface Servers {
  readonly constant: number;
  readonly backend: number;
  readonly endpoint: string;
}

/**
 * The CPU time of a request over HTTP, against a handler that returns the same answer as a constant. Both run in one process
 * and take turns, so that the load of the machine does not distort the ratio.
 */
export async function measureCpu(): Promise<Measurement[]> {
  const child = fork(fileURLToPath(new URL('cpu-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  const [servers] = (await once(child, 'message')) as [Servers];
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const measurements = [];
  for (const method of ['GET', 'POST'] as const)
    measurements.push(await measureMethod(method, { child, servers, agent }));
  agent.destroy();
  child.kill();
  return measurements;
}

interface Setup {
  readonly child: ChildProcess;
  readonly servers: Servers;
  readonly agent: Agent;
}

async function measureMethod(
  method: Method,
  { child, servers: { constant, backend, endpoint }, agent }: Setup,
): Promise<Measurement> {
  /** Microseconds of CPU for each of a number of requests. */
  async function cpuOf(port: number): Promise<number> {
    const before = await cpuTime(child);
    let next = 0;
    const customer = async () => {
      for (; next < REQUESTS; next += 1) await send(method, { port, path: endpoint, agent });
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, customer));
    return ((await cpuTime(child)) - before) / REQUESTS;
  }

  const all = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    all.push({ constant: await cpuOf(constant), backend: await cpuOf(backend) });
  const rounds = all.slice(WARM_UP);
  const ratio = quantile(
    rounds.map((round) => round.backend / round.constant),
    0.5,
  );
  const micros = (of: keyof (typeof rounds)[number]) =>
    Math.round(
      quantile(
        rounds.map((round) => round[of]),
        0.5,
      ),
    );
  return {
    name: `${method}: CPU of a request over HTTP, against a constant response`,
    measured: `${ratio.toFixed(2)} × (${micros('backend')} µs against ${micros('constant')} µs)`,
    required: `≤ ${MAX_RATIO[method]} ×`,
    met: ratio <= MAX_RATIO[method],
  };
}

async function cpuTime(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [micros] = (await once(child, 'message')) as [number];
  return micros;
}

/** Sends one request of the element, and reads its answer to the end. */
function send(
  method: Method,
  { port, path, agent }: { readonly port: number; readonly path: string; readonly agent: Agent },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = method === 'POST' ? '{}' : '';
    const headers = { ...HEADERS, 'Content-Length': body.length };
    request({ host: '127.0.0.1', port, path, method, agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The handler responded ${response.statusCode}.`));
      response.resume().on('end', resolve).on('error', reject);
    })
      .on('error', reject)
      .end(body);
  });
}
