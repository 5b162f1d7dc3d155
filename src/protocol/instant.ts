/** A time without a zone would be read in the zone of the device, so it is not accepted. */
const ZONED = /(Z|GMT|[+-]\d\d:?\d\d)$/i;

/** Farthest instant that a `Date` can hold, in milliseconds from the epoch. */
const MAX_INSTANT_MS = 8.64e15;

/** Reads an instant: epoch milliseconds, or ISO 8601 or HTTP text that names its zone; null for anything else. */
export function parseInstant(value: unknown): number | null {
  const instant = typeof value === 'string' && ZONED.test(value) ? Date.parse(value) : value;
  return typeof instant === 'number' && Math.abs(instant) <= MAX_INSTANT_MS ? instant : null;
}

/** The same instant as ISO 8601 text in UTC. */
export function parseInstantAsIso(value: unknown): string | null {
  const instant = parseInstant(value);
  return instant === null ? null : new Date(instant).toISOString();
}
