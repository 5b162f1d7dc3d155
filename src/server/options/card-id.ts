/** Whether a value can be an EnKash card id: 1 to 64 letters, digits, `_` or `-`. It goes into a URL. */
export function isCardId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);
}
