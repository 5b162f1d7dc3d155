import type { CDPSession, Page } from 'playwright-core';
import { startWebKit } from '../../scripts/engines/start-webkit.js';
import type { RequirementName } from '../../scripts/requirements.js';
import { startChromium, startFirefox } from '../../test/support/browser/launch-browser.js';

/** A browser that shows the soak page. */
export interface SoakBrowser {
  /** Runs an expression on the page, such as `soak.journey(1)`, and resolves with its value. */
  run<T>(expression: string): Promise<T>;
  /** Bytes of the heap after a garbage collection; null where the engine does not tell. */
  heapBytes(): Promise<number | null>;
  stop(): Promise<void>;
}

/** An engine that the soak run can use. */
export interface SoakEngine {
  readonly name: string;
  readonly requirements: readonly RequirementName[];
  readonly start: (url: string) => Promise<SoakBrowser>;
}

const isReady = `'soak' in globalThis`;

async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(isReady);
}

const startInChromium = async (url: string): Promise<SoakBrowser> => {
  const browser = await startChromium();
  const page = await browser.newPage();
  await openPage(page, url);
  const session: CDPSession = await page.context().newCDPSession(page);
  return {
    run: (expression) => page.evaluate(expression),
    async heapBytes() {
      for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
    stop: () => browser.close(),
  };
};

const startInFirefox = async (url: string): Promise<SoakBrowser> => {
  const browser = await startFirefox();
  const page = await browser.newPage();
  await openPage(page, url);
  return {
    run: (expression) => page.evaluate(expression),
    heapBytes: () => Promise.resolve(null),
    stop: () => browser.close(),
  };
};

/** WebKit counts this time with the timers of the page, which the page advances by hours. */
const SCRIPT_TIMEOUT_MS = 1e12;

const startInWebKit = async (url: string): Promise<SoakBrowser> => {
  const webkit = await startWebKit();
  const { driver } = webkit;
  await driver.manage().setTimeouts({ script: SCRIPT_TIMEOUT_MS });
  await driver.get(url);
  await driver.wait(() => driver.executeScript<boolean>(`return ${isReady}`).catch(() => false));
  return {
    async run<T>(expression: string) {
      const result = await driver.executeAsyncScript<{ value: T } | { error: string }>(`
        const done = arguments[arguments.length - 1];
        Promise.resolve(${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`);
      if ('error' in result) throw new Error(result.error);
      return result.value;
    },
    heapBytes: () => Promise.resolve(null),
    stop: () => webkit.stop(),
  };
};

/** The three engines. */
export const SOAK_ENGINES: readonly SoakEngine[] = [
  { name: 'chromium', requirements: ['chromium'], start: startInChromium },
  { name: 'firefox', requirements: ['firefox'], start: startInFirefox },
  { name: 'webkit', requirements: ['webkit', 'xvfb'], start: startInWebKit },
];
