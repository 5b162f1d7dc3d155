/** One line of the table: what was measured, what it came to, and what it must come to. */
export interface Measurement {
  readonly name: string;
  readonly measured: string;
  readonly required: string;
  readonly met: boolean;
}

/** The value below which a share (0 to 1) of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
