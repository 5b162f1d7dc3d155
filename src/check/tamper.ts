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

/** Whether the endpoint has a number and no random part: counting up leads to the sessions of other customers. */
export function isCountable(endpoint: string): boolean {
  return randomParts(endpoint).length === 0 && partsOf(endpoint).some((part) => /^\d\d+$/.test(part));
}

/** The parts of path and query that are too long to be words: most likely the session. */
export const randomParts = (endpoint: string): readonly string[] =>
  partsOf(endpoint).filter(({ length }) => length >= RANDOM_LENGTH);

function partsOf(endpoint: string): readonly string[] {
  const { pathname, search } = new URL(endpoint);
  return (pathname + search).split(/[/?&=]/);
}

const longest = (parts: readonly string[]) =>
  parts.reduce((best, part) => (part.length > best.length ? part : best), '');
