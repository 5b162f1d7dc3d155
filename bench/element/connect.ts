import type { Browser } from 'playwright-core';
import type { CleanupScope } from '../../test/support/browser/cleanup-scope.js';
import { quantile, type Measurement } from '../measurement.js';
import { openLitPage } from './lit-page.js';

const COUNT = 1_000;
const ROUNDS = 15;
const WARM_UPS = 3;
const MAX_RATIO = 1.35;

const SUBJECTS = { idle: 'without an endpoint', 'one-customer': 'of one customer' } as const;

/** The cost of mounting and removing a thousand elements, against bare Lit elements with the same DOM. */
export async function measureConnect(scope: CleanupScope, browser: Browser): Promise<Measurement[]> {
  const page = await openLitPage(scope, browser);
  const measurements: Measurement[] = [];
  for (const subject of ['idle', 'one-customer'] as const) {
    const elementCosts: number[] = [];
    const bareCosts: number[] = [];
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      const [bareCost, elementCost] = [
        await page.mount(`bare-${subject}`, COUNT),
        await page.mount(subject, COUNT),
      ];
      if (round < WARM_UPS) continue;
      bareCosts.push(bareCost / COUNT);
      elementCosts.push(elementCost / COUNT);
    }
    // The median of ratios within a round, because the machine may slow down between rounds.
    const ratio = quantile(
      elementCosts.map((cost, round) => cost / (bareCosts[round] ?? NaN)),
      0.5,
    );
    const [elementCost, bareCost] = [quantile(elementCosts, 0.5), quantile(bareCosts, 0.5)];
    measurements.push({
      name: `${COUNT.toLocaleString('en')} elements ${SUBJECTS[subject]}, against bare Lit elements with the same DOM`,
      measured: `${ratio.toFixed(2)} × (${microseconds(elementCost)} to ${microseconds(bareCost)} µs each)`,
      required: `≤ ${MAX_RATIO} ×`,
      met: ratio <= MAX_RATIO,
    });
  }
  return measurements;
}

const SIZES = [10, 100, 1_000, 10_000] as const;
const GROWTH_ROUNDS = 7;
const MAX_GROWTH = 1.3;

/** The cost of one element among 10,000, against one among 1,000: a ratio above 1 means worse than linear growth. */
export async function measureGrowth(scope: CleanupScope, browser: Browser): Promise<Measurement> {
  const page = await openLitPage(scope, browser);
  await page.mount('one-customer', 1_000);
  const costs = SIZES.map(() => [] as number[]);
  for (let round = 0; round < GROWTH_ROUNDS; round += 1)
    for (const [index, size] of SIZES.entries())
      costs[index]?.push((await page.mount('one-customer', size)) / size);
  const medians = costs.map((values) => quantile(values, 0.5));
  const [, , thousand = NaN, tenThousand = NaN] = medians;
  const growth = tenThousand / thousand;
  return {
    name: 'growth: one element of 10,000 against one of 1,000',
    measured: `${growth.toFixed(2)} × (${medians.map(microseconds).join(', ')} µs each of ${SIZES.join(', ')})`,
    required: `≤ ${MAX_GROWTH} ×`,
    met: growth <= MAX_GROWTH,
  };
}

const microseconds = (milliseconds = NaN): number => Math.round(milliseconds * 1_000);
