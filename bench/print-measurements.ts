import type { Measurement } from './measurement.js';

const HEADER = ['', 'measurement', 'measured', 'required'];

/** Prints the table. Returns whether every threshold is met. */
export function printMeasurements(measurements: readonly Measurement[]): boolean {
  const rows = [
    HEADER,
    ...measurements.map(({ met, name, measured, required }) => [
      met ? 'ok' : 'MISSED',
      name,
      measured,
      required,
    ]),
  ];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  for (const cells of rows) {
    const padded = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    console.log(padded.join('  ').trimEnd());
  }
  return measurements.every(({ met }) => met);
}
