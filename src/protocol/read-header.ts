/**
 * Reads a header of a response, in any case. Request mocks have a `Map` or a plain object instead of
 * `Headers`, or none at all.
 *
 * @returns null when it is absent or unreadable
 */
export function readHeader(headers: unknown, name: string): string | null {
  try {
    const source = Object(headers) as HeaderSource;
    const lowerCase = name.toLowerCase();
    const key = Object.keys(source).find((candidate) => candidate.toLowerCase() === lowerCase);
    const value =
      typeof source.get === 'function' ? (source.get(name) ?? source.get(lowerCase)) : source[key ?? name];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

interface HeaderSource {
  readonly get?: (name: string) => unknown;
  readonly [name: string]: unknown;
}
