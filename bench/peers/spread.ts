import { quantile } from '../measurement.js';

/** What several rounds measured. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** The spread of one value or more. @throws when there is none. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error('There is nothing to measure the spread of.');
  return { least: Math.min(...values), median: quantile(values, 0.5), most: Math.max(...values) };
}

/** Three significant digits at most: `0.123`, `1.23`, `12.3`, `123`, `1,234`. */
export const formatNumber = (value: number): string => {
  const digits = Math.min(3, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1))));
  return value.toLocaleString('en', { maximumFractionDigits: digits });
};

/** The median with the least and the most: `12.3 (10.1–15.8)`; one number where all are the same; else a dash. */
export function formatSpread(spread: Spread | undefined): string {
  if (!spread) return '–';
  const { least, median, most } = spread;
  if (least === most) return formatNumber(median);
  return `${formatNumber(median)} (${formatNumber(least)}–${formatNumber(most)})`;
}

/** Values by the name of a subject, collected over the rounds. */
export interface Samples {
  add(id: string, value: number): void;
  /** The spread of a subject's values; undefined when there are none. */
  spread(id: string): Spread | undefined;
}

export function createSamples(): Samples {
  const values = new Map<string, number[]>();
  return {
    add(id, value) {
      values.set(id, [...(values.get(id) ?? []), value]);
    },
    spread(id) {
      const found = values.get(id);
      return found && spreadOf(found);
    },
  };
}

/** The subjects in another order each round, so that none always comes after the same one. */
export const rotated = <T>(items: readonly T[], round: number): T[] => [
  ...items.slice(round % items.length),
  ...items.slice(0, round % items.length),
];
