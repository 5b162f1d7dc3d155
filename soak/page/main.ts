import { installFakeWindows } from './fake-windows.js';
import { installPageNetwork } from './page-network.js';
import { watchPage } from './page-watch.js';
import { runCycles, type CycleResult } from './run-cycles.js';
import { actsOf, runJourney, type Act, type JourneyPage, type JourneyResult } from './run-journey.js';
import { installVirtualClock } from './virtual-clock.js';

/** What the soak run calls in each browser. */
export interface SoakPage {
  /** Goes through the journey of a seed; with its own acts unless given. */
  journey(seed: number, acts?: readonly Act[]): Promise<JourneyResult>;
  /** The acts of the journey of a seed. */
  acts(seed: number): readonly Act[];
  /** What the journey does now. */
  stage(): string;
  cycles(count: number): Promise<CycleResult>;
}

const START = Date.UTC(2026, 10, 23, 5, 30);

const watch = watchPage();
const clock = installVirtualClock(START);
const page: JourneyPage = {
  clock,
  network: installPageNetwork(clock),
  windows: installFakeWindows(),
  watch,
  stage: '',
};
const script = '/dist/cdn/enkash-vkyc-button.js';
await import(script);
// the journeys stay on this page
addEventListener('vkyc-reload', (event) => event.preventDefault());
const soak: SoakPage = {
  journey: (seed, acts = actsOf(seed)) => runJourney(page, seed, acts),
  acts: actsOf,
  stage: () => `${page.stage}, ${page.network.inFlight()} requests in flight`,
  cycles: (count) => runCycles(page, count),
};
Object.assign(window, { soak });
