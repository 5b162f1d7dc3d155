/**
 * `npm run bench:server`: measures the built backend, prints a table and ends with 1 when a must is missed. Needs a
 * redis-server. Times depend on the machine; the musts are shares and counts, so that they hold on any.
 */
import { measureFailingUpstream } from './failing-upstream.js';
import { measureKilledProcess } from './killed-process.js';
import type { Measurement } from './measurement.js';
import { measureOneCustomer } from './one-customer.js';
import { printMeasurements } from './print-measurements.js';
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

process.exit(printMeasurements(measurements) ? 0 : 1);
