import type { Browser } from 'playwright-core';
import type { Scope } from '../../test/support/browser/scope.js';
import { quantile, type Measurement } from '../measurement.js';
import { openLitPage } from './lit-page.js';

const COUNT = 1_000;
const ROUNDS = 15;
const WARM_UPS = 3;
const MOST = 1.5;

const WHO = { idle: 'without an endpoint', 'one-customer': 'of one customer' } as const;

/** What mounting and removing a thousand elements costs against bare Lit elements with the same DOM. */
export async function measureConnect(scope: Scope, browser: Browser): Promise<Measurement[]> {
  const page = await openLitPage(scope, browser);
  const measurements: Measurement[] = [];
  for (const subject of ['idle', 'one-customer'] as const) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      const [least, cost] = [await page.mount(`bare-${subject}`, COUNT), await page.mount(subject, COUNT)];
      if (round < WARM_UPS) continue;
      bare.push(least / COUNT);
      ours.push(cost / COUNT);
    }
    // of pairs that were measured one right after the other, as the machine may slow down between rounds
    const share = quantile(
      ours.map((cost, round) => cost / (bare[round] ?? NaN)),
      0.5,
    );
    const [cost, least] = [quantile(ours, 0.5), quantile(bare, 0.5)];
    measurements.push({
      what: `${COUNT.toLocaleString('en')} elements ${WHO[subject]}, against bare Lit elements with the same DOM`,
      got: `${share.toFixed(2)} × (${microseconds(cost)} to ${microseconds(least)} µs each)`,
      must: `≤ ${MOST} ×`,
      met: share <= MOST,
    });
  }
  return measurements;
}

const SIZES = [10, 100, 1_000, 10_000] as const;
const GROWTH_ROUNDS = 7;
const MOST_GROWTH = 1.3;

/** Whether one element costs the same among ten thousand as among fewer: if not, growth would be worse than linear. */
export async function measureGrowth(scope: Scope, browser: Browser): Promise<Measurement> {
  const page = await openLitPage(scope, browser);
  await page.mount('one-customer', 1_000);
  const costs = SIZES.map(() => [] as number[]);
  for (let round = 0; round < GROWTH_ROUNDS; round += 1)
    for (const [index, size] of SIZES.entries())
      costs[index]?.push((await page.mount('one-customer', size)) / size);
  const each = costs.map((values) => quantile(values, 0.5));
  const [, , thousand = NaN, tenThousand = NaN] = each;
  const growth = tenThousand / thousand;
  return {
    what: 'growth: one element of 10,000 against one of 1,000',
    got: `${growth.toFixed(2)} × (${each.map(microseconds).join(', ')} µs each of ${SIZES.join(', ')})`,
    must: `≤ ${MOST_GROWTH} ×`,
    met: growth <= MOST_GROWTH,
  };
}

const microseconds = (milliseconds = NaN): number => Math.round(milliseconds * 1_000);
