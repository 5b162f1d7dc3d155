import type { JourneyPage } from './run-journey.js';
import { settle } from './virtual-clock.js';

/** What is left on the page after elements came and went. */
export interface CycleResult {
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
}

const REPLY = JSON.stringify({
  kycStatus: 'MIN_KYC_VERIFIED',
  kycSubStatus: 'VKYC_IN_PROGRESS',
  session: { pollAfter: 5000 },
});

/** Mounts and unmounts elements, some of which are answered before they go. Returns what the page has more than before. */
export async function runCycles({ clock, watch }: JourneyPage, count: number): Promise<CycleResult> {
  const realFetch = window.fetch.bind(window);
  window.fetch = () => Promise.resolve(new Response(REPLY));
  const before = { nodes: watch.nodeCount(), listeners: watch.listenerCount(), timers: clock.pending() };
  for (let cycle = 0; cycle < count; cycle++) {
    const element = document.createElement('enkash-vkyc-button');
    Object.assign(element, { sessionEndpoint: `/vkyc/session/${cycle}` });
    document.body.append(element);
    if (cycle % 3 > 0) await settle();
    if (cycle % 3 > 1) await clock.advance(1_000);
    element.remove();
    if (cycle % 100 === 0) await settle();
  }
  await clock.advance(60_000);
  await settle();
  window.fetch = realFetch;
  // the record of events is ours, not the element's
  watch.forget();
  return {
    nodes: watch.nodeCount() - before.nodes,
    listeners: watch.listenerCount() - before.listeners,
    timers: clock.pending() - before.timers,
  };
}
