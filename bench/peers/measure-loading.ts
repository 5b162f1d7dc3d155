import type { Browser } from 'playwright-core';
import type { SubjectServer } from './serve-subjects.js';
import { createSamples, rotated, type Samples } from './spread.js';
import { FRAME, loadCode, openTab } from './subject-tab.js';
import { canMount, EMPTY, type Subject } from './subjects.js';

/** CPU times of the main thread in fresh tabs, in milliseconds. */
export interface Loading {
  /** Loading the script, less what an empty module takes in the same round. */
  readonly script: Samples;
  /** From the creation of the first instance until the next frame is presented. */
  readonly firstInstance: Samples;
}

/** What a measurement needs. */
export interface MeasureOptions {
  readonly browser: Browser;
  readonly server: SubjectServer;
  readonly subjects: readonly Subject[];
  readonly rounds: number;
}

/** Measures loading and the first instance, each time in a fresh tab. */
export async function measureLoading(options: MeasureOptions): Promise<Loading> {
  const { browser, server, subjects, rounds } = options;
  const loading: Loading = { script: createSamples(), firstInstance: createSamples() };
  for (let round = 0; round < rounds; round += 1) {
    const scripts = new Map<Subject, number>();
    for (const subject of rotated([EMPTY, ...subjects], round)) {
      const tab = await openTab(browser, server);
      scripts.set(subject, await tab.cpu(loadCode(subject)));
      if (canMount(subject))
        loading.firstInstance.add(subject.id, await tab.cpu(`mountAt(1).then(() => ${FRAME})`));
      await tab.close();
    }
    for (const subject of subjects)
      loading.script.add(
        subject.id,
        Math.max(0, (scripts.get(subject) ?? NaN) - (scripts.get(EMPTY) ?? NaN)),
      );
  }
  return loading;
}
