import type { Browser } from 'playwright-core';
import type { Scope } from '../../test/support/browser/scope.js';
import type { Measurement } from '../measurement.js';
import { openLitPage, type Subject } from './lit-page.js';

const COUNT = 1_000;
const WARM_UPS = 15;
const ROUNDS = 10;
const MOST = 0.01;

interface Heap {
  /** Bytes when code is compiled and caches are filled. */
  readonly before: number;
  /** Bytes that came on top while elements came and went. */
  readonly left: number;
}

/**
 * What is left in memory when elements have come and gone. The browser writes down long tasks and compiles code while
 * it is measured: what it does so for bare elements is not the element's.
 */
export async function measureHeap(scope: Scope, browser: Browser): Promise<Measurement> {
  const bare = await heapOf('bare-one-customer', scope, browser);
  const ours = await heapOf('one-customer', scope, browser);
  const share = (ours.left - bare.left) / ours.before;
  const kilobytes = (bytes: number) => Math.round(bytes / 1_000);
  return {
    what: `heap after ${ROUNDS} × ${COUNT.toLocaleString('en')} elements mounted and removed, less that of bare Lit elements`,
    got: `${(share * 100).toFixed(2)} % (${kilobytes(ours.left)} - ${kilobytes(bare.left)} of ${kilobytes(ours.before)} kB)`,
    must: `≤ ${MOST * 100} %`,
    met: share <= MOST,
  };
}

async function heapOf(subject: Subject, scope: Scope, browser: Browser): Promise<Heap> {
  const page = await openLitPage(scope, browser);
  const mount = async (rounds: number): Promise<number> => {
    for (let round = 0; round < rounds; round += 1) await page.mount(subject, COUNT);
    return page.heap();
  };
  const before = await mount(WARM_UPS);
  return { before, left: (await mount(ROUNDS)) - before };
}
