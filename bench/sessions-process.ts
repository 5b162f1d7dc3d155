/** Holds many sessions, each of another customer who has clicked, and tells the parent what that takes. Needs `--expose-gc`. */
import { sessionRequest, createVkycBackend, enkashReply, OPEN_TO_ALL } from './built-server.js';

const count = Number(process.argv[2]);
let card = '';
const vkyc = createVkycBackend({
  ...OPEN_TO_ALL,
  rateLimit: 30,
  enkash: { baseUrl: 'https://enkash.example', partnerId: 'PARTNER', token: () => Promise.resolve('TOKEN') },
  fetch: () => Promise.resolve(Response.json(enkashReply(card))),
});

function bytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const before = bytes();
const endpoints: string[] = [];
for (let index = 0; index < count; index += 1) {
  card = `EKC${String(index).padStart(8, '0')}`;
  const { endpoint } = await vkyc.createSession({ enKashCardId: card });
  endpoints.push(endpoint);
  const { status } = await vkyc.handle(sessionRequest(`https://shop.example${endpoint}`, 'POST'));
  if (status !== 200) throw new Error(`The backend answered ${status}.`);
}
process.send?.({ growth: bytes() - before, rss: process.memoryUsage.rss(), sessions: endpoints.length });
