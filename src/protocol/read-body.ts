/** Bytes that own their buffer, as `Response` and `TextDecoder` take them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The parts of a `Request` or `Response` that are read. Some runtimes (React Native, older polyfills) have no body stream,
 * others no `arrayBuffer()`.
 */
export interface BodySource {
  readonly body?: ReadableStream<Bytes> | null;
  arrayBuffer?(): Promise<ArrayBuffer>;
  text?(): Promise<string>;
}

/**
 * Reads a body of at most `limitBytes`. Bytes are counted as they arrive, after decompression, since `Content-Length`
 * proves nothing; reading stops beyond the limit. Without a body stream the whole body is read first, then counted.
 *
 * @returns the bytes, none for an empty body; null when there are more than the limit
 * @throws the stream's own error when the body breaks off
 */
export async function readBody(source: BodySource, limitBytes: number): Promise<Bytes | null> {
  // Custom streams, such as node-fetch's, have no getReader().
  const reader = (source.body as Partial<ReadableStream<Bytes>> | null | undefined)?.getReader?.();
  const bytes = reader
    ? await collectBytes(async () => (await reader.read()).value, limitBytes)
    : await readWhole(source);
  if (bytes.byteLength <= limitBytes) return bytes;
  reader?.cancel().catch(() => undefined);
  return null;
}

/**
 * Joins chunks until there are no more, or until they have more than `limitBytes`.
 *
 * @param next the next chunk; undefined at the end
 * @returns more than `limitBytes` when the limit was passed
 */
export async function collectBytes(
  next: () => Promise<Bytes | undefined>,
  limitBytes: number,
): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let size = 0;
  for (let chunk = await next(); chunk; chunk = size > limitBytes ? undefined : await next()) {
    chunks.push(chunk);
    size += chunk.byteLength;
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

async function readWhole(source: BodySource): Promise<Bytes> {
  if (source.arrayBuffer) return new Uint8Array(await source.arrayBuffer());
  return new TextEncoder().encode(await source.text?.());
}
