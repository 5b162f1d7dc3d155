import type { MeasureOptions } from './measure-loading.js';
import { createSamples, rotated, type Samples } from './spread.js';
import { loadCode, openTab, type SubjectTab } from './subject-tab.js';
import { canMount, type Subject } from './subjects.js';

/** How many instances are mounted at once. */
export const COUNTS = [10, 100, 1_000, 10_000] as const;
export type Count = (typeof COUNTS)[number];

/** CPU time of one instance in microseconds, by how many were mounted at once. */
export type Connect = ReadonlyMap<Count, Samples>;

/** Ten thousand take a minute of a busy machine for each subject, so a short run leaves them out. */
const roundsOf = (count: Count, rounds: number) => (count === 10_000 ? Math.floor(rounds / 6) : rounds);
const WARM_UPS = 5;

/** Measures mounting, rendering, style and layout in one tab for each subject, in turns. */
export async function measureConnect(options: MeasureOptions): Promise<Connect> {
  const { browser, server, rounds } = options;
  const subjects = options.subjects.filter(canMount);
  const tabs = new Map<Subject, SubjectTab>();
  for (const subject of subjects) {
    const tab = await openTab(browser, server);
    await tab.page.evaluate(loadCode(subject));
    for (let round = 0; round < WARM_UPS; round += 1)
      await tab.page.evaluate('mountAt(100).then(() => unmount())');
    tabs.set(subject, tab);
  }
  const connect = new Map(COUNTS.map((count) => [count, createSamples()]));
  for (const [count, samples] of connect)
    for (let round = 0; round < roundsOf(count, rounds); round += 1)
      for (const [subject, tab] of rotated([...tabs], round)) {
        if (count > (subject.maxCount ?? Infinity)) continue;
        const overhead = await tab.cpu('Promise.resolve()');
        const cost = (await tab.cpu(`mountAt(${count})`)) - overhead;
        samples.add(subject.id, (Math.max(0, cost) / count) * 1_000);
        await tab.page.evaluate('unmount()');
      }
  for (const tab of tabs.values()) await tab.close();
  return connect;
}
