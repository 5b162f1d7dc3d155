import type { Browser } from 'playwright-core';
import type { SubjectServer } from './serve-subjects.js';
import { loadCode, openTab, type Memory } from './subject-tab.js';
import { canMount, type Subject } from './subjects.js';

const COUNT = 1_000;
const WARM_UP = 10;

/** The heap and the nodes of one ready instance, as the mean of a thousand; the same in each run. */
export async function measureMemory(
  browser: Browser,
  server: SubjectServer,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, Memory>> {
  const found = new Map<string, Memory>();
  for (const subject of subjects.filter(canMount)) {
    const tab = await openTab(browser, server);
    await tab.page.evaluate(loadCode(subject));
    await tab.page.evaluate(`mountAt(${WARM_UP}).then(ready).then(unmount)`);
    const before = await tab.memory();
    await tab.page.evaluate(`mountAt(${COUNT}).then(ready)`);
    const after = await tab.memory();
    found.set(subject.id, {
      bytes: (after.bytes - before.bytes) / COUNT,
      nodes: Math.round((after.nodes - before.nodes) / COUNT),
    });
    await tab.close();
  }
  return found;
}
