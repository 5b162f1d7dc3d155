/**
 * `npm run bench:server`: measures the built backend, prints measured and required values, and exits with code 1 if a
 * threshold is missed. Needs a redis-server. Thresholds are ratios and counts, so that they hold on any machine.
 */
import { measureCpu } from './cpu.js';
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
  ...(await measureCpu()),
  // Last, because its garbage would slow the others down.
  ...(await measureThroughput()),
];

process.exit(printMeasurements(measurements) ? 0 : 1);
