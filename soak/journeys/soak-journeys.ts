import type { Figures } from '../figures.js';
import { minimise } from '../minimise.js';
import type { JourneyResult } from '../page/run-journey.js';
import type { CycleResult } from '../page/run-cycles.js';
import type { SoakBrowser } from './soak-browsers.js';

/** What one engine has to do. */
export interface EngineShare {
  readonly browser: SoakBrowser;
  readonly engine: string;
  /** The seed of its first journey; each further one has the next. */
  readonly firstSeed: number;
  readonly journeys: number;
  readonly cycles: number;
  readonly figures: Figures;
  /** Prints a fault, or how far the run is. */
  readonly print: (line: string) => void;
}

/** A journey that takes longer, in real time, hangs. */
const JOURNEY_LIMIT_MS = 60_000;
const COUNTERS = ['lost', 'hung', 'leaked', 'uncaught', 'doubleWindows', 'mintsWithoutClick'] as const;

/** Goes through the journeys and cycles of one engine, and adds what it found to the figures. */
export async function runInEngine(share: EngineShare): Promise<void> {
  const { engine, firstSeed, journeys, figures, print } = share;
  for (let seed = firstSeed; seed < firstSeed + journeys; seed++) {
    const result = await goThrough(share.browser, `soak.journey(${seed})`, seed);
    figures.journeys += 1;
    if (result.faults.length > 0) {
      count(result.faults, figures);
      print(`${engine}, journey ${seed}: ${result.faults.join('; ')}`);
      print(`  smallest: ${(await smallestActs(share.browser, result)).join(', ') || 'no act'}`);
    }
    if ((seed - firstSeed) % 100 === 99) print(`${engine}: ${seed - firstSeed + 1} journeys`);
  }
  await runCyclesIn(share);
}

async function goThrough(browser: SoakBrowser, expression: string, seed: number): Promise<JourneyResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<JourneyResult>((resolve) => {
    timer = setTimeout(() => resolve({ seed, acts: [], faults: ['hung: no end'] }), JOURNEY_LIMIT_MS);
  });
  const result = await Promise.race([browser.run<JourneyResult>(expression), late]);
  clearTimeout(timer);
  return result;
}

function count(faults: readonly string[], figures: Figures): void {
  for (const name of COUNTERS) if (faults.some((fault) => fault.startsWith(name))) figures[name] += 1;
}

/** The fewest acts with which the journey of this seed still fails. */
function smallestActs(browser: SoakBrowser, { seed, acts }: JourneyResult): Promise<readonly string[]> {
  return minimise<string>(acts, async (shorter) => {
    const expression = `soak.journey(${seed}, ${JSON.stringify(shorter)})`;
    return (await goThrough(browser, expression, seed)).faults.length > 0;
  });
}

async function runCyclesIn({ browser, cycles, figures }: EngineShare): Promise<void> {
  const half = Math.ceil(cycles / 2);
  const run = () => browser.run<CycleResult>(`soak.cycles(${half})`);
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
