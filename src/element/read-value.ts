/**
 * Reads any value that a page assigns: proxies and getters may throw, and arrays may contain themselves. What these
 * functions return is safe to use.
 */

/** An object, a list or a function, whose members have not been read. */
export type Group = Readonly<Record<string, unknown>>;

export function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null;
}

/** The names of an object's own members; null if it refuses to list them. */
export function memberNames(group: Group): readonly string[] | null {
  try {
    return Object.keys(group);
  } catch {
    return null;
  }
}

/** A member of an object; null if its getter throws. */
export function readMember(group: Group, name: string): unknown {
  try {
    return group[name];
  } catch {
    return null;
  }
}

/**
 * A setting that is parsed where it is used. A value that is neither text nor a number becomes the name of its type, which
 * no parser accepts: so it falls back to the default, with the parser's own warning.
 */
export function readText(value: unknown): string | number | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : typeof value;
}

/** As {@link readText}, for a setting that may also be a list. */
export function readList(
  value: unknown,
): string | number | readonly (string | number | undefined)[] | undefined {
  try {
    return Array.isArray(value) ? Array.from(value, readText) : readText(value);
  } catch {
    return typeof value;
  }
}

/** A boolean as browsers read one. Some frameworks write the string `"false"` in their template. */
export function readBoolean(value: unknown): boolean {
  return Boolean(value) && value !== 'false';
}
