import type { Browser } from 'playwright-core';
import { everyMoment } from '../../test/support/browser/every-moment.js';
import type { Scope } from '../../test/support/browser/scope.js';
import { openStillPage } from '../../test/support/browser/still-page.js';
import type { Measurement } from '../measurement.js';

/** How far the page moves from before the script through every state. */
export async function measureShift(scope: Scope, browser: Browser): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const lang of ['en', 'hi'] as const)
    for (const width of [320, 1280]) {
      const moments = await everyMoment(await openStillPage(scope, browser, { lang, width }));
      const shift = moments.reduce((sum, moment) => sum + moment.shift, 0);
      const furthest = Math.max(...moments.map(({ neighbour }) => Math.abs(neighbour)));
      measurements.push({
        what: `layout shift through every state, ${lang}, ${width} px wide`,
        got: `${shift.toFixed(4)} in all, neighbour moved ${furthest} px (${moments.length} moments)`,
        must: '0, 0 px',
        met: shift === 0 && furthest === 0,
      });
    }
  return measurements;
}
