import { sessionRequest, createVkycBackend, enkashReply, OPEN_TO_ALL } from './built-server.js';
import { quantile, type Measurement } from './measurement.js';

const ROUNDS = 81;
const ROUND_MS = 40;
const LEAST_SHARE = 0.5;

type Handler = (request: Request) => Promise<Response>;

/** Requests a second, one after another, each made anew and each answer read. */
async function rate(handle: Handler, url: string, method: 'GET' | 'POST'): Promise<number> {
  const start = performance.now();
  let count = 0;
  let elapsed = 0;
  while (elapsed < ROUND_MS) {
    const response = await handle(sessionRequest(url, method));
    if (response.status !== 200) throw new Error(`The handler answered ${response.status}.`);
    await response.text();
    count += 1;
    elapsed = performance.now() - start;
  }
  return (count / elapsed) * 1_000;
}

/** The backend against a handler that gives the same bytes without looking, in alternating rounds of one process. */
export async function measureThroughput(): Promise<Measurement[]> {
  const card = 'EKCBENCH01';
  const vkyc = createVkycBackend({
    ...OPEN_TO_ALL,
    enkash: {
      baseUrl: 'https://enkash.example',
      partnerId: 'PARTNER',
      token: () => Promise.resolve('TOKEN'),
    },
    fetch: () => Promise.resolve(Response.json(enkashReply(card))),
  });
  const url = `https://shop.example${(await vkyc.createSession({ enKashCardId: card })).endpoint}`;
  const results: Measurement[] = [];
  for (const method of ['GET', 'POST'] as const) {
    const sample = await vkyc.handle(sessionRequest(url, method));
    const [text, headers] = [await sample.text(), Object.fromEntries(sample.headers)];
    const constant: Handler = () => Promise.resolve(new Response(text, { status: 200, headers }));
    const shares: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const least = await rate(constant, url, method);
      const ours = await rate(vkyc.handle, url, method);
      shares.push(ours / least);
      rates.push(ours);
    }
    const share = quantile(shares, 0.5);
    results.push({
      name: `${method}: requests a second, against a constant`,
      measured: `${share.toFixed(2)} × (${Math.round(quantile(rates, 0.5)).toLocaleString('en')}/s)`,
      required: `≥ ${LEAST_SHARE} ×`,
      met: share >= LEAST_SHARE,
    });
  }
  return results;
}
