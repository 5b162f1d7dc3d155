import type { Browser } from 'playwright-core';
import type { CleanupScope } from '../../test/support/browser/cleanup-scope.js';
import type { Measurement } from '../measurement.js';
import { openLitPage, type Subject } from './lit-page.js';

const COUNT = 1_000;
const WARM_UPS = 15;
const ROUNDS = 10;
const MAX_SHARE = 0.01;

interface Heap {
  /** Bytes once code is compiled and caches are filled. */
  readonly before: number;
  /** Bytes added while elements were mounted and removed. */
  readonly growth: number;
}

/**
 * The heap that mounted and removed elements leave behind, less that of bare Lit elements: the browser itself allocates
 * memory while it is measured, for compiled code and records of long tasks.
 */
export async function measureHeap(scope: CleanupScope, browser: Browser): Promise<Measurement> {
  const bare = await heapOf('bare-one-customer', scope, browser);
  const element = await heapOf('one-customer', scope, browser);
  const share = (element.growth - bare.growth) / element.before;
  const kilobytes = (bytes: number) => Math.round(bytes / 1_000);
  return {
    name: `heap after ${ROUNDS} × ${COUNT.toLocaleString('en')} elements mounted and removed, less that of bare Lit elements`,
    measured: `${(share * 100).toFixed(2)} % (${kilobytes(element.growth)} - ${kilobytes(bare.growth)} of ${kilobytes(element.before)} kB)`,
    required: `≤ ${MAX_SHARE * 100} %`,
    met: share <= MAX_SHARE,
  };
}

async function heapOf(subject: Subject, scope: CleanupScope, browser: Browser): Promise<Heap> {
  const page = await openLitPage(scope, browser);
  const mount = async (rounds: number): Promise<number> => {
    for (let round = 0; round < rounds; round += 1) await page.mount(subject, COUNT);
    return page.heap();
  };
  const before = await mount(WARM_UPS);
  return { before, growth: (await mount(ROUNDS)) - before };
}
