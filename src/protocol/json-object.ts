/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a field the other side really sent: one inherited from a polluted prototype is no answer. */
export function getOwn(fields: JsonObject, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** A copy without the named fields, and without `__proto__`, which a careless reader could trip over. */
export function omit(fields: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => key !== '__proto__' && !keys.includes(key)),
  );
}
