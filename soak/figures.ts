/** What a soak run counts. Those of {@link FAULTS} must be 0. */
export interface Figures {
  /** Inputs that were generated for parsers, checks and grammars. */
  generated: number;
  journeys: number;
  /** Journeys whose element did not show the customer's status in the end. */
  lost: number;
  /** Journeys that offered no way on in the end. */
  hung: number;
  /** Journeys that put a link or a token where the page, a log or storage can read it. */
  leaked: number;
  /** Errors that reached the page. */
  uncaught: number;
  /** Moments with two windows for one call. */
  doubleWindows: number;
  /** Requests for a link without the customer's hand. */
  mintsWithoutClick: number;
  /** Elements that were mounted and unmounted. */
  cycles: number;
  nodesGrown: number;
  listenersGrown: number;
  /** Per cent of the heap after the first half of the cycles, at least 0; Chromium only. */
  heapGrowth: number;
  engines: string[];
}

const FAULTS = [
  'lost',
  'hung',
  'leaked',
  'uncaught',
  'doubleWindows',
  'mintsWithoutClick',
  'nodesGrown',
  'listenersGrown',
] as const satisfies readonly (keyof Figures)[];

/**
 * The growth of the heap, in per cent, from which it counts. 10,000 cycles measured 0.3 to 0.96, by what the engine itself
 * keeps; one listener for each of 5,000 cycles would be 9.
 */
const HEAP_LIMIT = 1;

export const noFigures = (): Figures => ({
  generated: 0,
  journeys: 0,
  lost: 0,
  hung: 0,
  leaked: 0,
  uncaught: 0,
  doubleWindows: 0,
  mintsWithoutClick: 0,
  cycles: 0,
  nodesGrown: 0,
  listenersGrown: 0,
  heapGrowth: 0,
  engines: [],
});

/** Whether nothing went wrong. */
export const isClean = (figures: Figures): boolean =>
  FAULTS.every((name) => figures[name] === 0) && figures.heapGrowth < HEAP_LIMIT;
