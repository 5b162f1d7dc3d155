import type { Browser } from 'playwright-core';
import { startDemo } from '../../../demo/start-demo.js';
import { MONDAY_11 } from '../../support/browser/instants.js';
import { startChromium } from '../../support/browser/launch-browser.js';

/** The demo, started within the opening hours, and a browser for it. */
export interface DemoBrowser {
  readonly browser: Browser;
  /** The address of the demo's page. */
  readonly page: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the demo and a browser.
 * @param name of the test, for a cache of the demo's page that no other test writes to
 */
export async function startDemoBrowser(name: string): Promise<DemoBrowser> {
  const browser = await startChromium();
  const demo = await startDemo({
    port: 0,
    now: () => MONDAY_11,
    cacheDir: `node_modules/.vite/${name}-test`,
  });
  return {
    browser,
    page: demo.page,
    stop: async () => {
      await browser.close();
      await demo.stop();
    },
  };
}
