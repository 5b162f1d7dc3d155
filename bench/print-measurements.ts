import type { Measurement } from './measurement.js';

const HEAD = ['', 'what', 'got', 'must'];

/** Prints the table, and tells whether every must is met. */
export function printMeasurements(measurements: readonly Measurement[]): boolean {
  const lines = [
    HEAD,
    ...measurements.map(({ met, name, measured, required }) => [met ? 'ok' : 'MISSED', name, measured, required]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  for (const cells of lines) {
    const padded = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    console.log(padded.join('  ').trimEnd());
  }
  return measurements.every(({ met }) => met);
}
