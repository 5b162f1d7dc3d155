import { sessionRequest, createVkycBackend, UNLIMITED } from './built-server.js';
import { quantile, type Measurement } from './measurement.js';
import { startUpstream } from './upstream.js';

const ROUNDS = 5;
const CLICKS = 900;
const WARM_UP = 100;
const CONCURRENCY = 20;
const UPSTREAM_MS = 100;
const MAX_RATIO = 3;

interface Round {
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
}

/**
 * The response time while every third call of EnKash fails, which must not slow down the other customers. The median of
 * five rounds counts, because a busy machine can distort one.
 */
export async function measureFailingUpstream(): Promise<Measurement> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureRound());
  const ratio = quantile(
    rounds.map(({ p50, p99 }) => p99 / p50),
    0.5,
  );
  const perRound = rounds
    .map(({ p50, p99, refused }) => `${p50.toFixed(0)}/${p99.toFixed(0)} ms, ${refused} refused`)
    .join('; ');
  return {
    name: 'response time while every third call fails: p99 against p50',
    measured: `${ratio.toFixed(2)} × (p50/p99 ${perRound})`,
    required: `≤ ${MAX_RATIO} ×, a third refused`,
    met: ratio <= MAX_RATIO && rounds.every(({ refused }) => refused === CLICKS / 3),
  };
}

async function measureRound(): Promise<Round> {
  const upstream = await startUpstream(UPSTREAM_MS, (call) => call % 3 === 0);
  const vkyc = createVkycBackend({
    ...UNLIMITED,
    enkash: { baseUrl: upstream.url, partnerId: 'PARTNER', token: () => Promise.resolve('TOKEN') },
  });
  const times: number[] = [];
  let refused = 0;
  let next = 0;
  async function customer(): Promise<void> {
    while (next < CLICKS) {
      const index = (next += 1);
      const { endpoint } = await vkyc.createSession({ enKashCardId: `EKC${index}` });
      const start = performance.now();
      const { status } = await vkyc.handle(sessionRequest(`https://shop.example${endpoint}`, 'POST'));
      if (index > WARM_UP) times.push(performance.now() - start);
      if (status === 503) refused += 1;
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, customer));
  upstream.stop();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), refused };
}
