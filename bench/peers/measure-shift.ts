import type { Browser } from 'playwright-core';
import { htmlPage, reservedSpace, type SubjectServer } from './serve-subjects.js';
import { loadCode, openTab } from './subject-tab.js';
import { canMount, type Subject } from './subjects.js';

/** More frames than any of them needs to get its final size. */
const FRAMES = 40;

const bodyOf = ({ tag }: Subject) => `<p>Above</p><div id="place">${
  tag === undefined ? '' : `<${tag}></${tag.split(' ')[0] ?? tag}>`
}</div><p>Below</p>
<script>
globalThis.shift = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) shift += value;
}).observe({ type: 'layout-shift', buffered: true });
</script>`;

/** The layout shift of a page on a phone, in which a script arrives after the first picture; the same in each run. */
export async function measureShift(
  browser: Browser,
  server: SubjectServer,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const subject of subjects.filter(canMount)) {
    const path = `/shift/${subject.id}`;
    server.addPage(path, htmlPage(bodyOf(subject), subject.reservesSpace ? reservedSpace() : ''));
    const tab = await openTab(browser, server, path);
    const frames = `(async () => {
      for (let frame = 0; frame < ${FRAMES}; frame++) await new Promise(requestAnimationFrame);
    })()`;
    await tab.page.evaluate(frames);
    await tab.page.evaluate(loadCode(subject));
    // a tag is in the page already
    if (subject.tag === undefined) await tab.page.evaluate('mountAt(1)');
    await tab.page.evaluate(frames);
    found.set(subject.id, await tab.page.evaluate<number>('shift'));
    await tab.close();
  }
  return found;
}
