import type { Browser } from 'playwright-core';
import { visitEveryState } from '../../test/support/browser/visit-every-state.js';
import type { CleanupScope } from '../../test/support/browser/cleanup-scope.js';
import { openLayoutShiftPage } from '../../test/support/browser/layout-shift-page.js';
import type { Measurement } from '../measurement.js';

/** The layout shift from before the script through every state. */
export async function measureShift(scope: CleanupScope, browser: Browser): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const lang of ['en', 'hi'] as const)
    for (const width of [320, 1280]) {
      const samples = await visitEveryState(await openLayoutShiftPage(scope, browser, { lang, width }));
      const shift = samples.reduce((sum, { layoutShift }) => sum + layoutShift, 0);
      const maxOffset = Math.max(...samples.map(({ neighbourOffset }) => Math.abs(neighbourOffset)));
      measurements.push({
        name: `layout shift through every state, ${lang}, ${width} px wide`,
        measured: `${shift.toFixed(4)} in total, neighbour moved ${maxOffset} px (${samples.length} steps)`,
        required: '0, 0 px',
        met: shift === 0 && maxOffset === 0,
      });
    }
  return measurements;
}
