import { isObject } from '../protocol/json-object.js';

/** What an option has to be, in words and as a check. */
export interface OptionRule {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

/**
 * Checks options against a rule for each; undefined counts as not given.
 * @throws TypeError that names the first option that is unknown or has an invalid value
 */
export function checkOptions(options: unknown, rules: Readonly<Record<string, OptionRule>>): void {
  const names = Object.keys(rules).join(', ');
  if (!isObject(options))
    throw new TypeError(`The sandbox's options are an object { ${names} }; received ${kindOf(options)}.`);
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw new TypeError(`The sandbox has no option "${name}"; its options are ${names}.`);
    if (value !== undefined && !rule.accepts(value))
      throw new TypeError(`The sandbox's option ${name} is ${rule.expected}; received ${kindOf(value)}.`);
  }
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : `a value of type ${typeof value}`;
}
