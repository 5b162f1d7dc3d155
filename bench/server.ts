/**
 * `npm run bench:server`: measures the built backend, prints a table and ends with 1 when a must is missed. Needs a
 * redis-server. Times depend on the machine; the musts are shares and counts, so that they hold on any.
 */
import { measureFailingUpstream } from './failing-upstream.js';
import { measureKilledProcess } from './killed-process.js';
import type { Measurement } from './measurement.js';
import { measureOneCustomer } from './one-customer.js';
import { measureSessions } from './sessions.js';
import { measureThroughput } from './throughput.js';

const measurements: readonly Measurement[] = [
  await measureFailingUpstream(),
  await measureKilledProcess(),
  await measureSessions(),
  await measureOneCustomer(),
  // Last, as it leaves much for the garbage collector, which would be in the others' way.
  ...(await measureThroughput()),
];

const lines = [
  ['', 'what', 'got', 'must'],
  ...measurements.map(({ met, what, got, must }) => [met ? 'ok' : 'MISSED', what, got, must]),
];
const widths = ['', 'what', 'got', 'must'].map((_, column) =>
  Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
);
for (const cells of lines)
  console.log(
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
process.exit(measurements.every(({ met }) => met) ? 0 : 1);
