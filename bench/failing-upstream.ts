import { sessionRequest, createVkycBackend, OPEN_TO_ALL } from './built-server.js';
import { quantile, type Measurement } from './measurement.js';
import { startUpstream } from './upstream.js';

const ROUNDS = 5;
const CLICKS = 900;
const WARM_UP = 100;
const AT_ONCE = 20;
const UPSTREAM_MS = 100;
const MOST = 3;

interface Round {
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
}

/**
 * How long customers wait while every third call of EnKash fails: none of them may pay for the failures of others. The
 * middle one of five rounds counts, as a busy machine can spoil one.
 */
export async function measureFailingUpstream(): Promise<Measurement> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureRound());
  const share = quantile(
    rounds.map(({ p50, p99 }) => p99 / p50),
    0.5,
  );
  const all = rounds.map(({ p50, p99 }) => `${p50.toFixed(0)}/${p99.toFixed(0)} ms`).join(', ');
  return {
    name: 'waiting while every third call fails: p99 against p50',
    measured: `${share.toFixed(2)} × (p50/p99 ${all})`,
    required: `≤ ${MOST} ×, a third refused`,
    met: share <= MOST && rounds.every(({ refused }) => refused === CLICKS / 3),
  };
}

async function measureRound(): Promise<Round> {
  const upstream = await startUpstream(UPSTREAM_MS, (call) => call % 3 === 0);
  const vkyc = createVkycBackend({
    ...OPEN_TO_ALL,
    enkash: { baseUrl: upstream.url, partnerId: 'PARTNER', token: () => Promise.resolve('TOKEN') },
  });
  const waits: number[] = [];
  let refused = 0;
  let next = 0;
  async function customer(): Promise<void> {
    while (next < CLICKS) {
      const index = (next += 1);
      const { endpoint } = await vkyc.createSession({ enKashCardId: `EKC${index}` });
      const start = performance.now();
      const { status } = await vkyc.handle(sessionRequest(`https://shop.example${endpoint}`, 'POST'));
      if (index > WARM_UP) waits.push(performance.now() - start);
      if (status === 503) refused += 1;
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, customer));
  upstream.stop();
  return { p50: quantile(waits, 0.5), p99: quantile(waits, 0.99), refused };
}
