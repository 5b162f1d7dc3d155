import type { Browser } from 'playwright-core';
import type { SubjectServer } from './serve-subjects.js';
import { spreadOf, type Spread } from './spread.js';
import { FRAME, loadCode, openTab } from './subject-tab.js';
import type { Subject } from './subjects.js';
import { cpuByCategory, TRACE_CATEGORIES, type TraceCategory, type TraceEvent } from './trace-categories.js';

const CATEGORIES = ['toplevel', 'v8', 'blink', 'cc', 'devtools.timeline', 'blink.user_timing'];
const FROM = 'first-instance-from';
const TO = 'first-instance-to';

/** CPU time of the main thread in milliseconds, by what it was busy with. */
export type Profile = Readonly<Record<TraceCategory, Spread>>;

/** Traces the first instance, as DevTools does. Tracing itself takes time, so only the shares compare with other figures. */
export async function measureProfile(
  browser: Browser,
  server: SubjectServer,
  subject: Subject,
  rounds: number,
): Promise<Profile> {
  const samples = new Map<TraceCategory, number[]>(TRACE_CATEGORIES.map((category) => [category, []]));
  for (let round = 0; round < rounds; round += 1) {
    const tab = await openTab(browser, server);
    await tab.page.evaluate(loadCode(subject));
    await browser.startTracing(tab.page, { categories: CATEGORIES });
    await tab.page.evaluate(`(async () => {
      // a task of the page, as a trace does not name those of automation
      await new Promise((resolve) => setTimeout(resolve));
      performance.mark('${FROM}');
      await mountAt(1);
      await ${FRAME};
      performance.mark('${TO}');
    })()`);
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    for (const [category, cpu] of cpuByCategory({ events: trace.traceEvents, from: FROM, to: TO }))
      samples.get(category)?.push(cpu);
    await tab.close();
  }
  return Object.fromEntries(
    [...samples].map(([category, values]) => [category, spreadOf(values)]),
  ) as Profile;
}
