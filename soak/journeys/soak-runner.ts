import type { Act, JourneyResult } from '../page/run-journey.js';
import type { SoakBrowser } from './soak-browsers.js';

/** Goes through journeys in one browser, and in a fresh one after a journey that did not end. */
export interface SoakRunner {
  /**
   * Goes through the journey of a seed, with its own acts unless given. Never rejects: a journey that does not end, or whose
   * browser breaks, is `hung`.
   */
  journey(seed: number, acts?: readonly Act[]): Promise<JourneyResult>;
  /** The browser of the next journey. */
  browser(): SoakBrowser;
  stop(): Promise<void>;
}

/** A journey that takes longer, in real time, hangs. */
const JOURNEY_LIMIT_MS = 60_000;

/**
 * Starts a browser for journeys.
 *
 * @param start starts a browser that shows the soak page
 * @param limitMs the real time that a journey may take; 60 seconds by default
 */
export async function createSoakRunner(
  start: () => Promise<SoakBrowser>,
  limitMs = JOURNEY_LIMIT_MS,
): Promise<SoakRunner> {
  let browser = await start();

  /** The journey may still run in the old one, and would disturb the next. */
  async function replaceBrowser(): Promise<void> {
    const old = browser;
    browser = await start();
    // one that hangs or has ended cannot be waited for
    old.stop().catch(() => undefined);
  }

  return {
    browser: () => browser,
    stop: () => browser.stop(),
    async journey(seed, acts) {
      const args = acts ? `${seed}, ${JSON.stringify(acts)}` : String(seed);
      const outcome = await withinLimit(browser.run<JourneyResult>(`soak.journey(${args})`), limitMs);
      if (typeof outcome !== 'string') return outcome;
      await replaceBrowser();
      const tried = acts ?? (await browser.run<readonly Act[]>(`soak.acts(${seed})`));
      return { seed, acts: tried, faults: [`hung: ${outcome}`] };
    },
  };
}

/** The result, or why there is none. */
async function withinLimit(result: Promise<JourneyResult>, limitMs: number): Promise<JourneyResult | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no end'), limitMs);
  });
  const failed = (error: unknown) => (error instanceof Error ? error.message : String(error));
  try {
    return await Promise.race([result.catch(failed), late]);
  } finally {
    clearTimeout(timer);
  }
}
