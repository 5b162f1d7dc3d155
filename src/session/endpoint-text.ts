/**
 * The text of a session endpoint that a page passes as text or as a `URL`, also one of another window or of a polyfill;
 * null for anything else. Never throws.
 */
export function endpointText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  try {
    return Object.prototype.toString.call(value) === '[object URL]' ? String(value) : null;
  } catch {
    return null;
  }
}
