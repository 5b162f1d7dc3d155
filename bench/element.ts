/**
 * `npm run bench`: measures the built element in a Chromium, prints measured and required values, and exits with code 1
 * if a threshold is missed. Thresholds are ratios of two subjects measured in turns, so that they hold on any machine.
 */
import { launchChromium } from '../test/support/browser/launch-browser.js';
import { measureClick } from './element/click.js';
import { measureConnect, measureGrowth } from './element/connect.js';
import { measureHeap } from './element/heap.js';
import { measureShift } from './element/shift.js';
import { printMeasurements } from './print-measurements.js';

const cleanups: (() => Promise<void>)[] = [];
const scope = { after: (close: () => Promise<void>) => void cleanups.unshift(close) };
const browser = await launchChromium(scope);

const met = printMeasurements([
  ...(await measureConnect(scope, browser)),
  await measureGrowth(scope, browser),
  await measureHeap(scope, browser),
  ...(await measureShift(scope, browser)),
  await measureClick(scope),
]);
for (const close of cleanups) await close();
process.exit(met ? 0 : 1);
