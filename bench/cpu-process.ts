/**
 * The backend and a handler that returns a constant, each behind a server of its own. Sends `{ constant, backend, endpoint }`
 * to the parent, and answers each message with the CPU time of this process so far, in microseconds.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createVkycBackend, enkashReply, nodeListener, sessionRequest, UNLIMITED } from './built-server.js';

const CARD = 'EKCBENCH03';

const vkyc = createVkycBackend({
  ...UNLIMITED,
  // As by default, but out of reach.
  rateLimit: 1_000_000,
  sessionTtlSeconds: 3_600,
  enkash: { baseUrl: 'https://enkash.example', partnerId: 'PARTNER', token: () => Promise.resolve('TOKEN') },
  fetch: () => Promise.resolve(Response.json(enkashReply(CARD))),
});
const { endpoint } = await vkyc.createSession({ enKashCardId: CARD });

/** The answers of the backend, by method. */
const answers = new Map<string, readonly [text: string, headers: Readonly<Record<string, string>>]>();
for (const method of ['GET', 'POST'] as const) {
  const answer = await vkyc.handle(sessionRequest(`https://shop.example${endpoint}`, method));
  answers.set(method, [await answer.text(), Object.fromEntries(answer.headers)]);
}

function constant({ method }: Request): Response {
  const [text, headers] = answers.get(method) ?? ['', {}];
  return new Response(text, { headers });
}

async function portOf(handle: Parameters<typeof nodeListener>[0]): Promise<number> {
  const server = createServer(nodeListener(handle)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.send?.({ constant: await portOf(constant), backend: await portOf(vkyc.handle), endpoint });
