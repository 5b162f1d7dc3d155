/** Characters below which a part of a URL is a word and no session, and from which it is surely no word. */
const LEAST_LENGTH = 6;
const RANDOM_LENGTH = 16;

/**
 * The endpoint with one character changed in what seems to hold the session: the longest part of its path and query. Null
 * when all parts are too short to be one.
 */
export function forge(endpoint: string): string | null {
  const session = longest(partsOf(endpoint));
  if (session.length < LEAST_LENGTH) return null;
  // The first characters of a token are often the same for all.
  const middle = Math.floor(session.length / 2);
  const forged = session.slice(0, middle) + (session[middle] === 'A' ? 'B' : 'A') + session.slice(middle + 1);
  const { origin } = new URL(endpoint);
  return origin + endpoint.slice(origin.length).replace(session, () => forged);
}

/** Whether the endpoint holds a bare number and nothing random: counting up from it leads to other customers. */
export function isCountable(endpoint: string): boolean {
  return randomParts(endpoint).length === 0 && partsOf(endpoint).some((part) => /^\d\d+$/.test(part));
}

/** The parts of the endpoint's path and query that are too long for a word: its session, most likely. */
export const randomParts = (endpoint: string): readonly string[] =>
  partsOf(endpoint).filter(({ length }) => length >= RANDOM_LENGTH);

function partsOf(endpoint: string): readonly string[] {
  const { pathname, search } = new URL(endpoint);
  return (pathname + search).split(/[/?&=]/);
}

const longest = (parts: readonly string[]) =>
  parts.reduce((best, part) => (part.length > best.length ? part : best), '');
