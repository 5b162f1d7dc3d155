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
  const value = parseJson(decodeUtf8(bytes));
  return value === undefined ? { kind: 'not-json' } : { kind: 'json', value };
}

/** The bytes as text; null when they are not UTF-8. A byte order mark is dropped. */
export function decodeUtf8(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The JSON value in a text; undefined when it holds none. The parser's own error would quote the text. */
export function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
