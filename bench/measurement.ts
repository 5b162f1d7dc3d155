/** One row of the table: what was measured, the measured value and its threshold. */
export interface Measurement {
  readonly name: string;
  readonly measured: string;
  readonly required: string;
  readonly met: boolean;
}

/** The quantile of values at a share from 0 to 1; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
