import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../protocol/json-object.js';
import { decodeUtf8, parseJson } from '../protocol/read-json.js';
import { partsOf } from './tamper.js';

/** Shorter texts decode to something by chance. */
const MIN_ENCODED_LENGTH = 8;

const BASE64 = /^[\w+/-]+={0,2}$/;
const HEX = /^(?:[\da-f]{2})+$/i;

/** A version 1 UUID is a clock and a network address, with no random bits. */
const TIME_UUID = /^[\da-f]{8}-[\da-f]{4}-1[\da-f]{3}-/i;

/** A number, or a word with a number: the next customer has the next one. */
const COUNTED = /^(?:\d{2,}|[a-z]+[-_]?\d{3,})$/i;

/** The readable texts that the parts of a URL stand for, percent-encoded or in base64 or hexadecimal digits. */
export function decodedParts(endpoint: string): readonly string[] {
  return partsOf(endpoint)
    .flatMap((part) => [percentDecoded(part), ...part.split('.')])
    .flatMap((text) => [text, fromBase64(text), fromHex(text)])
    .filter((text): text is string => text !== null && text !== '');
}

/** The JSON objects that are readable in a URL, such as the claims of a JWT. */
export function readableClaims(endpoint: string): readonly JsonObject[] {
  return decodedParts(endpoint).flatMap((text) => {
    const value = parseJson(new TextEncoder().encode(text));
    return isObject(value) ? [value] : [];
  });
}

/** Why the session in a URL can be guessed or made by anybody; null when it looks random, encrypted or signed. */
export function guessableFault(endpoint: string, cardIds: readonly string[]): string | null {
  const parts = partsOf(endpoint);
  if (parts.some((part) => TIME_UUID.test(part))) return 'The session is a UUID made of the time.';
  const isHash = (part: string) => cardIds.some((card) => hashesOf(card).includes(part.toLowerCase()));
  if (parts.some(isHash)) return 'The session is a hash of the card id, which anybody can compute.';
  const candidates = decodedParts(endpoint);
  const hasRandom = parts.some((part) => part.length >= 16 && !/^\d+$/.test(part));
  const counted = candidates.filter((text) => COUNTED.test(text));
  if (counted.some((text) => !hasRandom || parts.every((part) => part !== text) || /^\d{16,}$/.test(text)))
    return 'The URL contains a plain number, which can be counted up.';
  const isUnsigned = parts.some((part) => {
    const [, claims, signature] = part.split('.');
    const isJson = (text: string | undefined) =>
      text !== undefined && isObject(parsed(fromBase64(text) ?? text));
    return isJson(percentDecoded(part)) || (isJson(claims) && (signature ?? '') === '');
  });
  return isUnsigned ? 'The session is readable JSON without a signature, which anybody can make.' : null;
}

/** URLs whose readable session was changed, with its signature as it was. Nobody but the backend may make such a session. */
export function withChangedClaims(endpoint: string): readonly string[] {
  return partsOf(endpoint).flatMap((part) => {
    const pieces = part.split('.');
    return pieces.flatMap((piece, index) => {
      const claims = parsed(fromBase64(piece) ?? '');
      if (!isObject(claims) || (pieces.length > 1 && index === 0)) return [];
      const changed = Object.fromEntries(
        Object.entries(claims).map(([name, value]) => [name, changedValue(value)]),
      );
      const encoded = Buffer.from(JSON.stringify(changed)).toString('base64url');
      return [endpoint.replace(part, () => pieces.with(index, encoded).join('.'))];
    });
  });
}

function changedValue(value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return value;
  return value.slice(0, -1) + (value.endsWith('A') ? 'B' : 'A');
}

const parsed = (text: string): unknown => parseJson(new TextEncoder().encode(text));

const hashesOf = (card: string) =>
  ['md5', 'sha1', 'sha256'].map((algorithm) => createHash(algorithm).update(card).digest('hex'));

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromBase64(text: string): string | null {
  return text.length >= MIN_ENCODED_LENGTH && BASE64.test(text)
    ? readable(Buffer.from(text, 'base64url'))
    : null;
}

function fromHex(text: string): string | null {
  return text.length >= MIN_ENCODED_LENGTH && HEX.test(text) ? readable(Buffer.from(text, 'hex')) : null;
}

/** Null for bytes that are not printable text. */
function readable(bytes: Uint8Array): string | null {
  try {
    const text = decodeUtf8(Uint8Array.from(bytes));
    return /^[\x20-\x7e]+$/.test(text) ? text : null;
  } catch {
    return null;
  }
}
