import type { Browser, CDPSession, Page } from 'playwright-core';
import type { SubjectServer } from './serve-subjects.js';
import type { Subject } from './subjects.js';

/** The memory of a page after garbage collection. */
export interface Memory {
  /** Bytes of the JavaScript and DOM heaps. */
  readonly bytes: number;
  readonly nodes: number;
}

/** A tab with a profile of its own, so that no subject shares a process or a cache with another. */
export interface SubjectTab {
  readonly page: Page;
  /** Runs code in the page. Resolves with the CPU time of its main thread, in milliseconds. */
  cpu(code: string): Promise<number>;
  memory(): Promise<Memory>;
  close(): Promise<void>;
}

/** A customer in India with a phone. */
export const CUSTOMER = { viewport: { width: 390, height: 844 }, timezoneId: 'Asia/Kolkata' } as const;

/** Loads the script of a subject, and provides `mountAt(count)`, `ready()` and `unmount()`. */
export const loadCode = ({ id }: Subject): string => `(async () => {
  globalThis.subject = (await import('/${id}/entry.js')).default;
  const place = document.getElementById('place');
  globalThis.mountAt = async (count) => {
    await subject.mount(place, count);
    place.getBoundingClientRect();
  };
  globalThis.ready = () => subject.ready?.(place);
  globalThis.unmount = async () => {
    subject.unmount ? subject.unmount(place) : place.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve));
  };
})()`;

/** Resolves after the next frame is presented. */
export const FRAME =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))';

/** Opens a page of the server. */
export async function openTab(browser: Browser, server: SubjectServer, path = '/'): Promise<SubjectTab> {
  const context = await browser.newContext(CUSTOMER);
  const page = await context.newPage();
  await page.goto(server.origin + path);
  const devTools = await context.newCDPSession(page);
  await devTools.send('HeapProfiler.enable');
  // CPU time of the thread is disturbed less by other programs than elapsed time
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    page,
    async cpu(code) {
      await devTools.send('HeapProfiler.collectGarbage');
      const before = await taskTime(devTools);
      await Promise.race([page.evaluate(code), failAfter(TIMEOUT_MS, code)]);
      return (await taskTime(devTools)) - before;
    },
    async memory() {
      for (let round = 0; round < 3; round += 1) await devTools.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize } = await devTools.send('Runtime.getHeapUsage');
      const { nodes } = await devTools.send('Memory.getDOMCounters');
      return { bytes: usedSize + embedderHeapUsedSize, nodes };
    },
    close: () => context.close(),
  };
}

/** A limit for what never ends, far above what a busy machine needs. */
const TIMEOUT_MS = 120_000;

const failAfter = (milliseconds: number, code: string) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`This did not end in the page: ${code}`)), milliseconds).unref();
  });

async function taskTime(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000;
}
