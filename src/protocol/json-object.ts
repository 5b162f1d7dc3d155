/** A JSON object whose members have not been checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a member that the sender wrote; undefined for an inherited one, which may come from a polluted prototype. */
export function getOwn(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** All members that the sender wrote, on an object without a prototype, so that they can be destructured. Empty for anything that is not an object. */
export function ownFields(value: unknown): JsonObject {
  return { __proto__: null, ...(isObject(value) && value) };
}

/** A copy without the named members and without `__proto__`, which could pollute the prototype of a careless reader. */
export function omit(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([key]) => key !== '__proto__' && !keys.includes(key)),
  );
}
