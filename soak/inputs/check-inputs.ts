import fc from 'fast-check';
import { HOURS_PROPERTIES } from './hours-properties.js';
import { LINK_PROPERTIES } from './link-properties.js';
import type { Property } from './property.js';
import { SERVER_PROPERTIES } from './server-properties.js';
import { STATUS_PROPERTIES } from './status-properties.js';
import { WIRE_PROPERTIES } from './wire-properties.js';

/** An input for which a property does not hold. */
export interface InputFault {
  readonly property: string;
  /** The smallest such input that was found. */
  readonly input: string;
  readonly error: string;
}

const PROPERTIES: readonly Property[] = [
  ...STATUS_PROPERTIES,
  ...HOURS_PROPERTIES,
  ...LINK_PROPERTIES,
  ...WIRE_PROPERTIES,
  ...SERVER_PROPERTIES,
];

/**
 * Tests every property with at least `total` inputs together. A failing input is made as small as possible.
 *
 * @returns the number of generated inputs and the faults
 */
export async function checkInputs(
  seed: number,
  total: number,
): Promise<{ generated: number; faults: InputFault[] }> {
  const shares = PROPERTIES.reduce((sum, { share }) => sum + share, 0);
  let generated = 0;
  const faults: InputFault[] = [];
  for (const { name, test, share } of PROPERTIES) {
    const numRuns = Math.ceil((total * share) / shares);
    const result = await fc.check(test, { seed, numRuns });
    generated += result.numRuns;
    if (result.failed)
      faults.push({
        property: name,
        input: fc.stringify(result.counterexample),
        error: result.errorInstance instanceof Error ? result.errorInstance.message : 'none',
      });
  }
  return { generated, faults };
}
