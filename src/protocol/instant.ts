/** A time without a zone would be read in the zone of the device, so it is not accepted. */
const ZONED = /(Z|GMT|[+-]\d\d:?\d\d)$/i;

/** Years of four digits, in milliseconds from the epoch. Near the last instant that a `Date` can hold, no sum would be one. */
const EARLIEST = Date.UTC(1000, 0);
const LATEST = Date.UTC(9999, 11, 31);

/**
 * Reads an instant: epoch milliseconds, or ISO 8601 or HTTP text that names its zone; null for anything else, and outside
 * the years 1000 to 9999.
 */
export function parseInstant(value: unknown): number | null {
  const instant = typeof value === 'string' && ZONED.test(value) ? Date.parse(value) : value;
  return typeof instant === 'number' && instant >= EARLIEST && instant <= LATEST ? instant : null;
}

/** The same instant as ISO 8601 text in UTC. */
export function parseInstantAsIso(value: unknown): string | null {
  const instant = parseInstant(value);
  return instant === null ? null : new Date(instant).toISOString();
}
