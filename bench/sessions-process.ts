/** Holds many sessions, each of another customer with a link, and reports the memory to the parent. Needs `--expose-gc`. */
import { sessionRequest, createVkycBackend, enkashReply, UNLIMITED } from './built-server.js';

const count = Number(process.argv[2]);
let card = '';
const vkyc = createVkycBackend({
  ...UNLIMITED,
  rateLimit: 30,
  enkash: { baseUrl: 'https://enkash.example', partnerId: 'PARTNER', token: () => Promise.resolve('TOKEN') },
  fetch: () => Promise.resolve(Response.json(enkashReply(card))),
});

function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const before = usedBytes();
const endpoints: string[] = [];
for (let index = 0; index < count; index += 1) {
  card = `EKC${String(index).padStart(8, '0')}`;
  const { endpoint } = await vkyc.createSession({ enKashCardId: card });
  endpoints.push(endpoint);
  const { status } = await vkyc.handle(sessionRequest(`https://shop.example${endpoint}`, 'POST'));
  if (status !== 200) throw new Error(`The backend responded ${status}.`);
}
process.send?.({ growth: usedBytes() - before, rss: process.memoryUsage.rss(), sessions: endpoints.length });
