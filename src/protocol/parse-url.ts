/**
 * The URL of a text, or null. Needs only the constructor of `URL`, as a page may have replaced the class by a polyfill.
 * Never throws: the browser's own error would contain the text.
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
