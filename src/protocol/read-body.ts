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
  if (!reader) {
    const bytes = await readWhole(source);
    return bytes.byteLength > limitBytes ? null : bytes;
  }
  const { bytes, isWhole } = await collectBytes(async () => (await reader.read()).value, limitBytes);
  if (isWhole) return bytes;
  reader.cancel().catch(() => undefined);
  return null;
}

/**
 * Joins chunks until there are no more, or until there are more than `limitBytes`.
 *
 * @param next the next chunk; undefined at the end
 * @returns `isWhole: false` when the limit was passed, with the chunk that passed it
 */
export async function collectBytes(
  next: () => Promise<Bytes | undefined>,
  limitBytes: number,
): Promise<{ readonly bytes: Bytes; readonly isWhole: boolean }> {
  const chunks: Bytes[] = [];
  let size = 0;
  let isWhole = false;
  while (size <= limitBytes && !isWhole) {
    const chunk = await next();
    if (chunk) {
      chunks.push(chunk);
      size += chunk.byteLength;
    } else isWhole = true;
  }
  return { bytes: concat(chunks, size), isWhole };
}

async function readWhole(source: BodySource): Promise<Bytes> {
  if (source.arrayBuffer) return new Uint8Array(await source.arrayBuffer());
  return new TextEncoder().encode(await source.text?.());
}

function concat(chunks: readonly Bytes[], size: number): Bytes {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
