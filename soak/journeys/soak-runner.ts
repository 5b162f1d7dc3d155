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

/** A page that is busy for longer does not say where its journey is. */
const STAGE_LIMIT_MS = 5_000;

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
      const failed = (error: unknown) => (error instanceof Error ? error.message : String(error));
      const journey = browser.run<JourneyResult>(`soak.journey(${args})`).catch(failed);
      const outcome = (await within(limitMs, journey)) ?? (await describeStage(browser));
      if (typeof outcome !== 'string') return outcome;
      await replaceBrowser();
      const tried = acts ?? (await browser.run<readonly Act[]>(`soak.acts(${seed})`));
      return { seed, acts: tried, faults: [`hung: ${outcome}`] };
    },
  };
}

/** Where a journey is that does not end, if the page still answers. */
async function describeStage(browser: SoakBrowser): Promise<string> {
  const stage = browser.run<string>('soak.stage()').catch(() => undefined);
  return `no end; ${(await within(STAGE_LIMIT_MS, stage)) ?? 'the page does not respond'}`;
}

/** The result, or undefined if there is none in this time. */
async function within<T>(milliseconds: number, result: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
