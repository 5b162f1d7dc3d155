import { isObject } from '../../protocol/json-object.js';
import { isLoopbackHost } from '../../protocol/loopback.js';
import { nearestName } from './nearest-name.js';

/** Longest value that is sent in a header. */
const MAX_HEADER_LENGTH = 8_192;

/** Describes the kind of a value, never the value itself: it may be a secret. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'string')
    return `a string of ${value.length} character${value.length === 1 ? '' : 's'}`;
  if (typeof value === 'undefined') return 'nothing';
  return `a value of type ${typeof value}`;
}

/**
 * Rejects an invalid option at start-up. Its arguments are positional, since an assertion can only narrow a parameter.
 * @throws TypeError in one sentence: the option, what was expected, the kind that was received
 */
export function requireOption(
  isValid: boolean,
  option: string,
  expected: string,
  value: unknown,
): asserts isValid {
  if (!isValid) throw new TypeError(`${option}: expected ${expected}; received ${kindOf(value)}.`);
}

/**
 * Rejects an object that is none, or has a member that is not one of its options, since a misspelled option would be ignored.
 * @param group the name of the object, which is put before those of its members; empty for the outermost object
 * @throws TypeError that names the unknown option and the documented one that is most like it
 */
export function requireOptions(value: unknown, group: string, known: readonly string[]): void {
  requireOption(isObject(value), group || 'options', `an object { ${known.join(', ')} }`, value);
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const prefix = group === '' ? '' : `${group}.`;
    throw new TypeError(
      `${prefix}${name}: expected one of the documented options, such as "${nearestName(name, known)}"; received an unknown name.`,
    );
  }
}

/** Whether a value is a non-empty string. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Whether a value is a whole number from `min` to `max`, both included. */
export function isWholeNumber(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}

/** Whether a value can be an EnKash card id: 1 to 64 letters, digits, `_` or `-`. It becomes part of a URL. */
export function isCardId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);
}

/**
 * Whether a secret can be sent in a header unchanged: 1 to 8,192 printable ASCII characters without spaces. Others must not
 * be tried, since the error message of the platform would quote them.
 */
export function isHeaderSafe(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_HEADER_LENGTH && /^[\x21-\x7e]+$/.test(value);
}

/** Whether a bearer token may be sent to this URL: `https:`, or `http:` on this machine; no credentials, no fragment. */
export function isUpstreamUrl(value: unknown): value is string {
  // The parser would drop blanks, and read a backslash as a slash.
  if (typeof value !== 'string' || /[\s\\]/.test(value) || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password, hash } = new URL(value);
  const isSecure = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  return isSecure && username === '' && password === '' && hash === '';
}
