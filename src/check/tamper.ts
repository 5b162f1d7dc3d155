/** Parts of a URL shorter than this are words, not a session. */
const MIN_SESSION_LENGTH = 6;

/** Parts of a URL of this length or longer are certainly not words. */
const RANDOM_LENGTH = 16;

/**
 * The endpoint with one character changed in its longest part of path or query, which most likely holds the session. Null
 * when all parts are too short.
 */
export function tamper(endpoint: string): string | null {
  const session = longest(partsOf(endpoint));
  if (session.length < MIN_SESSION_LENGTH) return null;
  // In the middle, since the first characters of tokens are often the same.
  const middle = Math.floor(session.length / 2);
  const changed = session[middle] === 'A' ? 'B' : 'A';
  const tampered = session.slice(0, middle) + changed + session.slice(middle + 1);
  const { origin } = new URL(endpoint);
  return origin + endpoint.slice(origin.length).replace(session, () => tampered);
}

/** The parts of path and query that are too long to be words: most likely the session. */
export const randomParts = (endpoint: string): readonly string[] =>
  partsOf(endpoint).filter(({ length }) => length >= RANDOM_LENGTH);

/** Whether the URL is the same for every customer: then the cookie or another header says who it is. */
export const isFixed = (endpoint: string): boolean =>
  !partsOf(endpoint).some((part) => part.length >= RANDOM_LENGTH || /^\d\d+$/.test(part) || hasDigits(part));

const hasDigits = (part: string) => part.length >= MIN_SESSION_LENGTH && /\d/.test(part);

/** Headers in which one character of the longest value is changed; null when no value is long enough for a session. */
export function tamperHeaders(
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | null {
  const values = Object.values(headers).flatMap((value) => value.split(/[\s;=,]+/));
  const session = longest(values);
  if (session.length < MIN_SESSION_LENGTH) return null;
  const middle = Math.floor(session.length / 2);
  const changed =
    session.slice(0, middle) + (session[middle] === 'A' ? 'B' : 'A') + session.slice(middle + 1);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace(session, () => changed)]),
  );
}

/** The parts of path and query of a URL. */
export function partsOf(endpoint: string): readonly string[] {
  const { pathname, search } = new URL(endpoint);
  return (pathname + search).split(/[/?&=]/);
}

const longest = (parts: readonly string[]) =>
  parts.reduce((best, part) => (part.length > best.length ? part : best), '');
