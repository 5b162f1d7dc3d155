import type { MeasureOptions } from './measure-loading.js';
import { htmlPage } from './serve-subjects.js';
import { createSamples, rotated, type Samples } from './spread.js';
import { CUSTOMER } from './subject-tab.js';
import { canMount } from './subjects.js';

/** How many times slower the processor of a cheap phone is. */
export const PHONE_SLOWDOWN = 6;

/** Milliseconds from the start of the navigation to the first picture of the page, which has nothing else to show. */
export interface Pictures {
  readonly here: Samples;
  /** With the processor slowed down. */
  readonly onPhone: Samples;
}

const FIRST_PICTURE = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const found = list.getEntriesByName('first-contentful-paint')[0];
    if (found) resolve(found.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;

/** Measures elapsed time, so other programs on the machine disturb it. */
export async function measurePictures(options: MeasureOptions): Promise<Pictures> {
  const { browser, server, rounds } = options;
  const subjects = options.subjects.filter(canMount);
  for (const { id } of subjects)
    server.addPage(
      `/picture/${id}`,
      htmlPage(`<div id="place"></div><script type="module">
import subject from '/${id}/entry.js';
subject.mount(document.getElementById('place'), 1);
</script>`),
    );
  const pictures: Pictures = { here: createSamples(), onPhone: createSamples() };
  for (let round = 0; round < rounds; round += 1)
    for (const { id } of rotated(subjects, round))
      for (const [samples, rate] of [
        [pictures.here, 1],
        [pictures.onPhone, PHONE_SLOWDOWN],
      ] as const) {
        const context = await browser.newContext(CUSTOMER);
        const page = await context.newPage();
        const devTools = await context.newCDPSession(page);
        await devTools.send('Emulation.setCPUThrottlingRate', { rate });
        await page.goto(`${server.origin}/picture/${id}`);
        samples.add(id, await page.evaluate<number>(FIRST_PICTURE));
        await context.close();
      }
  return pictures;
}
