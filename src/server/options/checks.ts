/** Says of a value what kind it is, never what it is: it may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'string') return `a string of ${value.length} characters`;
  if (typeof value === 'undefined') return 'nothing';
  return `a value of type ${typeof value}`;
}

/**
 * Refuses a wrong option at start-up.
 * @throws TypeError in one sentence: which option, what was expected, what kind came
 */
export function requireOption(met: boolean, option: string, expected: string, value: unknown): asserts met {
  if (!met) throw new TypeError(`${option}: expected ${expected}; received ${kindOf(value)}.`);
}

/** Whether a value is a string with something in it. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Whether a value is a whole number in a range, both ends included. */
export function isWholeNumber(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
