import { sessionRequest, createVkycBackend, enkashReply, UNLIMITED } from './built-server.js';
import { quantile, type Measurement } from './measurement.js';

const ROUNDS = 81;
const ROUND_MS = 40;
const MIN_RATIO = 0.5;

type Handler = (request: Request) => Promise<Response>;

/** Sequential requests per second, each with a new request and a response read to its end. */
async function measureRate(handle: Handler, url: string, method: 'GET' | 'POST'): Promise<number> {
  const start = performance.now();
  let count = 0;
  let elapsed = 0;
  while (elapsed < ROUND_MS) {
    const response = await handle(sessionRequest(url, method));
    if (response.status !== 200) throw new Error(`The handler responded ${response.status}.`);
    await response.text();
    count += 1;
    elapsed = performance.now() - start;
  }
  return (count / elapsed) * 1_000;
}

/** The backend against a handler that returns a constant response, in alternating rounds in one process. */
export async function measureThroughput(): Promise<Measurement[]> {
  const card = 'EKCBENCH01';
  const vkyc = createVkycBackend({
    ...UNLIMITED,
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
    const ratios: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const constantRate = await measureRate(constant, url, method);
      const backendRate = await measureRate(vkyc.handle, url, method);
      ratios.push(backendRate / constantRate);
      rates.push(backendRate);
    }
    const ratio = quantile(ratios, 0.5);
    results.push({
      name: `${method}: requests per second, against a constant response`,
      measured: `${ratio.toFixed(2)} × (${Math.round(quantile(rates, 0.5)).toLocaleString('en')}/s)`,
      required: `≥ ${MIN_RATIO} ×`,
      met: ratio >= MIN_RATIO,
    });
  }
  return results;
}
