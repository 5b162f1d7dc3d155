import type { PeersRun } from '../../bench/peers/peers-run.js';
import { spreadOf } from '../../bench/peers/spread.js';
import { TRACE_CATEGORIES, type TraceCategory } from '../../bench/peers/trace-categories.js';
import type { Spread } from '../../bench/peers/spread.js';

const profile = (milliseconds: number) =>
  Object.fromEntries(TRACE_CATEGORIES.map((category) => [category, spreadOf([milliseconds])])) as Record<
    TraceCategory,
    Spread
  >;

/** A run with three subjects: ours, Lit's hello element, and a script with nothing to mount. */
export const PEERS_RUN: PeersRun = {
  chromium: '156.0',
  rounds: 3,
  laterBytes: 7_400,
  bareOpen: spreadOf([20, 21, 25]),
  profiles: { ours: profile(2), litHello: profile(1) },
  results: [
    {
      id: 'enkash',
      name: 'enkash-vkyc-button',
      label: 'enkash-vkyc-button',
      values: {
        bytes: spreadOf([33_000]),
        firstInstance: spreadOf([20, 24, 30]),
        connect1000: spreadOf([400, 410, 450]),
        heap: spreadOf([39.5]),
        nodes: spreadOf([48]),
        shift: spreadOf([0]),
        click: spreadOf([40, 50, 60]),
      },
    },
    {
      id: 'lit-hello',
      name: "Lit's hello element",
      label: "Lit's hello element",
      values: {
        bytes: spreadOf([5_400]),
        firstInstance: spreadOf([10, 11, 12]),
        connect1000: spreadOf([90, 100, 110]),
        heap: spreadOf([10.2]),
        nodes: spreadOf([13]),
        shift: spreadOf([0.013]),
      },
    },
    {
      id: 'loader',
      name: '@maker/loader 1.2.3 <with> brackets',
      label: '@maker/loader 1.2.3 <with> brackets',
      remote: 'everything that is visible',
      values: { bytes: spreadOf([1_200]) },
    },
  ],
};
