import { readBody, type BodySource, type Bytes } from './read-body.js';

/** A body that can be read as JSON. A request mock may offer only `json()`. */
export interface JsonSource extends BodySource {
  json?(): Promise<unknown>;
}

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
export async function readJson(source: JsonSource, limitBytes: number): Promise<JsonBody> {
  const hasBytes = (Boolean(source.body) || 'arrayBuffer' in source) && typeof TextDecoder === 'function';
  const content = hasBytes ? await readBody(source, limitBytes) : await readText(source, limitBytes);
  if (content === null) return { kind: 'too-large' };
  if (content.length === 0) return { kind: 'empty' };
  const value = parseJson(content);
  return value === undefined ? { kind: 'not-json' } : { kind: 'json', value };
}

/** For request mocks without bytes, and for test environments without a TextDecoder. Null beyond the limit. */
async function readText(source: JsonSource, limitBytes: number): Promise<string | null> {
  const text: unknown = source.text ? await source.text() : JSON.stringify(await source.json?.());
  if (typeof text !== 'string') return '';
  return new Blob([text]).size > limitBytes ? null : text;
}

/**
 * The JSON value of a body, as bytes in UTF-8 or as text; undefined when there is none. The parser's own error would
 * quote the body.
 */
export function parseJson(content: Bytes | string): unknown {
  try {
    return JSON.parse(typeof content === 'string' ? content.replace(/^\ufeff/, '') : decodeUtf8(content));
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
