import { chromium } from 'playwright-core';
import lighthouse, { desktopConfig, type Flags } from 'lighthouse';
import { canUseSandbox, quietFlags } from '../chromium-flags.js';
import { requirePath } from '../requirements.js';

/** What a page is measured as. */
export const FORM_FACTORS = ['phone', 'desktop'] as const;

/** What Lighthouse reports about a page. */
export interface Measurement {
  /** From 0 to 100, by category. */
  readonly scores: Readonly<Record<string, number>>;
  /** The audits that cost points, the most expensive first. */
  readonly faults: readonly string[];
}

/**
 * Measures a page with Lighthouse, in the Chromium of the tests.
 * @throws {Error} when Chromium is missing, or the page does not load.
 */
export async function measure(url: string, formFactor: (typeof FORM_FACTORS)[number]): Promise<Measurement> {
  const port = 9300 + Math.floor(Math.random() * 600);
  const browser = await chromium.launch({
    executablePath: requirePath('chromium'),
    chromiumSandbox: canUseSandbox,
    args: [...quietFlags, `--remote-debugging-port=${port}`],
  });
  try {
    const flags: Flags = { port, logLevel: 'error', output: 'json' };
    const result = await lighthouse(url, flags, formFactor === 'desktop' ? desktopConfig : undefined);
    if (!result || result.lhr.runtimeError)
      throw new Error(result?.lhr.runtimeError?.message ?? 'No result.');
    const { audits, categories } = result.lhr;
    const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]);
    const faults = Object.values(categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .flatMap(({ id, weight }) => {
        const audit = audits[id];
        const lost = weight * (1 - (audit?.score ?? 1));
        return audit && lost > 0 ? [{ lost, text: `${audit.title} ${audit.displayValue ?? ''}`.trim() }] : [];
      })
      .sort((a, b) => b.lost - a.lost)
      .map(({ text }) => text);
    return { scores: Object.fromEntries(scores) as Record<string, number>, faults };
  } finally {
    await browser.close();
  }
}
