const MAX_LENGTH = 8_192;

/**
 * Whether a secret can go into a header as it is: 1 to 8,192 printable ASCII characters, no spaces. What cannot must never
 * be tried, as the platform's error message would quote it.
 */
export function isHeaderSafe(text: unknown): text is string {
  return typeof text === 'string' && text.length <= MAX_LENGTH && /^[\x21-\x7e]+$/.test(text);
}
