/**
 * Options as environment variables give them. All of these are text, and one that is empty counts as not set.
 */

/** The value of an option; undefined for an empty text. */
export function unlessEmpty<T>(value: T): Exclude<T, ''> | undefined {
  return value === '' ? undefined : (value as Exclude<T, ''>);
}

/** A text, or the default where it is not set. Anything else is returned as it is, to be rejected. */
export function textFrom(value: unknown, byDefault: string): unknown {
  return value === undefined || value === '' ? byDefault : value;
}

/** A number, also in decimal digits, or the default where it is not set. Anything else is returned as it is, to be rejected. */
export function numberFrom(value: unknown, byDefault: number): unknown {
  if (value === undefined || value === '') return byDefault;
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
}

/** A list, or the parts of a text between spaces or commas. Anything else is returned as it is, to be rejected. */
export function listFrom(value: unknown): unknown {
  return typeof value === 'string' ? value.split(/[\s,]+/).filter((part) => part !== '') : value;
}
