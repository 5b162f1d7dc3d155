/**
 * `npm run bench`: measures the built element in a Chromium, prints a table and ends with 1 when a must is missed. The
 * musts are ratios of two things measured in turns in one run, so that they hold on any machine.
 */
import { launchChromium } from '../test/support/browser/launch-browser.js';
import { measureClick } from './element/click.js';
import { measureConnect, measureGrowth } from './element/connect.js';
import { measureHeap } from './element/heap.js';
import { measureShift } from './element/shift.js';
import { printMeasurements } from './print-measurements.js';

const closings: (() => Promise<void>)[] = [];
const scope = { after: (close: () => Promise<void>) => void closings.unshift(close) };
const browser = await launchChromium(scope);

const met = printMeasurements([
  ...(await measureConnect(scope, browser)),
  await measureGrowth(scope, browser),
  await measureHeap(scope, browser),
  ...(await measureShift(scope, browser)),
  await measureClick(scope, browser),
]);
for (const close of closings) await close();
process.exit(met ? 0 : 1);
