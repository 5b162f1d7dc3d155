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
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    size += value?.byteLength ?? 0;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      return { kind: 'too-large' };
    }
    try {
      text += decoder.decode(value, { stream: !done });
    } catch {
      reader.cancel().catch(() => undefined);
      return { kind: 'not-json' };
    }
    if (done) return text === '' ? { kind: 'empty' } : parse(text);
  }
}

function parse(text: string): JsonBody {
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'not-json' };
  }
}
