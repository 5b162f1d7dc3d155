/**
 * Reads a body as text, counted in bytes as they arrive (so after decompression) and cut off beyond `limit` bytes.
 * Gives `'too-large'` beyond it, and null when the bytes are not UTF-8.
 */
export async function readBody(body: ReadableStream<Uint8Array<ArrayBuffer>> | null, limit: number) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let size = 0;
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    size += chunk.value.byteLength;
    if (size > limit) {
      reader?.cancel().catch(() => undefined);
      return 'too-large';
    }
    chunks.push(chunk.value);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(chunks).arrayBuffer()) };
  } catch {
    return null;
  }
}
