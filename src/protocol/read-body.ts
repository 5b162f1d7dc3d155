type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Reads a body, counted in bytes as they arrive (so after decompression); null beyond `limit` bytes, where the reading
 * ends.
 */
export async function readBody(
  body: ReadableStream<Bytes> | null,
  limit: number,
): Promise<ArrayBuffer | null> {
  const chunks: Bytes[] = [];
  const reader = body?.getReader();
  let size = 0;
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    size += chunk.value.byteLength;
    if (size > limit) {
      reader?.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(chunk.value);
  }
  return new Blob(chunks).arrayBuffer();
}
