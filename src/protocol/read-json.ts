import { readBody, type BodySource, type Bytes } from './read-body.js';

/** The outcome of reading a body as JSON. */
export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'too-large' };

/**
 * Reads a body of at most `limitBytes` as JSON in UTF-8. The media type is not looked at.
 * @throws the stream's own error when the body breaks off
 */
export async function readJson(source: BodySource, limitBytes: number): Promise<JsonBody> {
  const bytes = await readBody(source, limitBytes);
  if (!bytes) return { kind: 'too-large' };
  if (bytes.byteLength === 0) return { kind: 'empty' };
  const value = parseJson(bytes);
  return value === undefined ? { kind: 'not-json' } : { kind: 'json', value };
}

/** The JSON value of a body in UTF-8; undefined when there is none. The parser's own error would quote the body. */
export function parseJson(bytes: Bytes): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch {
    return undefined;
  }
}

/**
 * The bytes as text, without a byte order mark.
 * @throws TypeError when they are not UTF-8
 */
export function decodeUtf8(bytes: Bytes): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
