import { joined } from '../concurrency/joined.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What a body turned out to be. */
export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'too-large' };

/**
 * Reads a body as JSON, counting its bytes as they arrive: `Content-Length` proves nothing, and a compressed body grows.
 * Reading stops at the first byte beyond `limit`. Bytes that are not UTF-8 are `'not-json'`.
 * @throws whatever the stream fails with, when it breaks off
 */
export async function readJson(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  limit: number,
): Promise<JsonBody> {
  if (!body) return { kind: 'empty' };
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return size === 0 ? { kind: 'empty' } : parse(joined(chunks, size));
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      return { kind: 'too-large' };
    }
    chunks.push(value);
  }
}

function parse(bytes: Uint8Array): JsonBody {
  try {
    return { kind: 'json', value: JSON.parse(utf8.decode(bytes)) as unknown };
  } catch {
    return { kind: 'not-json' };
  }
}
