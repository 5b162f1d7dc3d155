import type { Measurement } from '../measurement.js';
import type { MeasureId, PeersRun } from './peers-run.js';
import { formatNumber } from './spread.js';
import { LIT_HELLO, OURS } from './subjects.js';

const MAX_NODES = 48;
const MAX_HEAP_KB = 40;
const MAX_FIRST_INSTANCE = 2.4;
const MAX_CONNECT = 4;

/** How light the element has to be on the page: the least of the rounds, against Lit's hello element in the same run. */
export function goalsOf({ results }: PeersRun): Measurement[] {
  const least = (subject: string, measure: MeasureId) =>
    results.find(({ id }) => id === subject)?.values[measure]?.least ?? NaN;
  const absolute = (name: string, measure: MeasureId, unit: string, max: number): Measurement => {
    const value = least(OURS.id, measure);
    return {
      name,
      measured: `${formatNumber(value)}${unit}`,
      required: `≤ ${max}${unit}`,
      met: value <= max,
    };
  };
  const relative = (name: string, measure: MeasureId, unit: string, max: number): Measurement => {
    const [ours, hello] = [least(OURS.id, measure), least(LIT_HELLO.id, measure)];
    const ratio = ours / hello;
    return {
      name,
      measured: `${ratio.toFixed(1)} × (${formatNumber(ours)} to ${formatNumber(hello)} ${unit})`,
      required: `≤ ${max} ×`,
      met: ratio <= max,
    };
  };
  return [
    absolute('nodes of one ready element', 'nodes', '', MAX_NODES),
    absolute('heap of one ready element', 'heap', ' kB', MAX_HEAP_KB),
    relative("first instance, against Lit's hello element", 'firstInstance', 'ms', MAX_FIRST_INSTANCE),
    relative("1,000 at once, against Lit's hello element", 'connect1000', 'µs each', MAX_CONNECT),
    absolute('layout shift', 'shift', '', 0),
  ];
}
