/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (not null, not an array). */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a field the other side really sent: one inherited from a polluted prototype is no answer. */
export function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** A copy without the named fields, and without `__proto__`, which a careless reader could trip over. */
export function without(fields: Fields, ...keys: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => key !== '__proto__' && !keys.includes(key)),
  );
}
