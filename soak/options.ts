import { parseArgs } from 'node:util';

/** How much a soak run does. */
export interface SoakOptions {
  readonly seed: number;
  readonly inputs: number;
  readonly journeys: number;
  readonly cycles: number;
  /** Names of engines; all that are installed unless given. */
  readonly engines: readonly string[] | null;
  /** Prints one line of JSON instead of a table. */
  readonly json: boolean;
}

/** A whole run, and the short one of `npm test`. */
const WHOLE = { inputs: 1_000_000, journeys: 2_100, cycles: 12_000 };
const SHORT = { inputs: 20_000, journeys: 12, cycles: 300 };

/**
 * Reads the arguments of `npm run soak`.
 * @throws TypeError for an unknown option, or a number that is not one
 */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      inputs: { type: 'string' },
      journeys: { type: 'string' },
      cycles: { type: 'string' },
      engines: { type: 'string' },
      short: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const amounts = values.short ? SHORT : WHOLE;
  const read = (name: 'seed' | 'inputs' | 'journeys' | 'cycles', otherwise: number) => {
    const text = values[name];
    if (text === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(text)) throw new TypeError(`Expected --${name} with a whole number.`);
    return Number(text);
  };
  return {
    seed: read('seed', 1),
    inputs: read('inputs', amounts.inputs),
    journeys: read('journeys', amounts.journeys),
    cycles: read('cycles', amounts.cycles),
    engines: values.engines?.split(',') ?? null,
    json: values.json,
  };
}
