import type { Figures } from '../figures.js';
import { minimise } from '../minimise.js';
import type { Act, JourneyResult } from '../page/run-journey.js';
import type { CycleResult } from '../page/run-cycles.js';
import type { SoakBrowser } from './soak-browsers.js';
import { createSoakRunner, type SoakRunner } from './soak-runner.js';

/** What one engine has to do. */
export interface EngineShare {
  readonly engine: string;
  /** Starts a browser that shows the soak page. */
  readonly start: () => Promise<SoakBrowser>;
  /** The seed of its first journey; each further one has the next. */
  readonly firstSeed: number;
  readonly journeys: number;
  readonly cycles: number;
  readonly figures: Figures;
  /** Prints a fault, or how far the run is. */
  readonly print: (line: string) => void;
}

const PROGRESS_STEP = 50;
/** Cycles after which the heap hardly grows by itself. */
const WARM_UP_CYCLES = 1_000;
const COUNTERS = ['lost', 'hung', 'leaked', 'uncaught', 'doubleWindows', 'mintsWithoutClick'] as const;

/** Goes through the journeys and cycles of one engine, and adds what it found to the figures. */
export async function runInEngine(share: EngineShare): Promise<void> {
  const { engine, firstSeed, journeys, figures, print } = share;
  const startedAt = performance.now();
  const runner = await createSoakRunner(share.start);
  for (let done = 0; done < journeys; done++) {
    const seed = firstSeed + done;
    const result = await runner.journey(seed);
    figures.journeys += 1;
    if (result.faults.length > 0) {
      count(result.faults, figures);
      print(`${engine}, journey ${seed}: ${result.faults.join('; ')}`);
      print(`  smallest: ${(await smallestActs(runner, result)).join(', ') || 'no act'}`);
    }
    if ((done + 1) % PROGRESS_STEP === 0) {
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      print(`${engine}: ${done + 1} of ${journeys} journeys, ${seconds} s`);
    }
  }
  await runCyclesIn(runner.browser(), share);
  await runner.stop();
}

function count(faults: readonly string[], figures: Figures): void {
  for (const name of COUNTERS) if (faults.some((fault) => fault.startsWith(name))) figures[name] += 1;
}

/** The fewest acts with which the journey of this seed still fails. */
function smallestActs(runner: SoakRunner, { seed, acts }: JourneyResult): Promise<readonly Act[]> {
  return minimise<Act>(acts, async (shorter) => (await runner.journey(seed, shorter)).faults.length > 0);
}

async function runCyclesIn(browser: SoakBrowser, { cycles, figures }: EngineShare): Promise<void> {
  const half = Math.ceil(cycles / 2);
  const run = (count = half) => browser.run<CycleResult>(`soak.cycles(${count})`);
  // in a short run the engine still compiles and fills its caches
  if (half < WARM_UP_CYCLES && (await browser.heapBytes()) !== null) await run(WARM_UP_CYCLES);
  await run();
  const heapBefore = await browser.heapBytes();
  const { nodes, listeners, timers } = await run();
  const heapAfter = await browser.heapBytes();
  figures.cycles += 2 * half;
  figures.nodesGrown += Math.max(0, nodes);
  figures.listenersGrown += Math.max(0, listeners) + Math.max(0, timers);
  if (heapBefore !== null && heapAfter !== null) {
    const growth = Math.max(0, (100 * (heapAfter - heapBefore)) / heapBefore);
    figures.heapGrowth = Math.max(figures.heapGrowth, Number(growth.toFixed(2)));
  }
}
