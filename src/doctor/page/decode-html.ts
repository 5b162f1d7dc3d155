/** Browsers look for a `<meta charset>` in this many bytes at the start. */
const PRESCAN_BYTES = 1024;

/**
 * Decodes a page as a browser does: by its byte order mark, the charset of its `Content-Type`, or its `<meta charset>`;
 * UTF-8 if there is none of these, or one that is not known. Invalid bytes become U+FFFD.
 */
export function decodeHtml(bytes: Uint8Array<ArrayBuffer>, contentType: string | null): string {
  const label = markOf(bytes) ?? charsetIn(contentType ?? '') ?? metaCharset(bytes);
  return decoderFor(label).decode(bytes);
}

function markOf([first, second]: Uint8Array): string | null {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xef && second === 0xbb ? 'utf-8' : null;
}

const charsetIn = (text: string): string | null =>
  /charset\s*=\s*["']?([\w:-]{1,40})/i.exec(text)?.[1] ?? null;

function metaCharset(bytes: Uint8Array<ArrayBuffer>): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const label = /<meta\s[^>]{0,200}charset\s*=\s*["']?([\w:-]{1,40})/i.exec(start)?.[1] ?? null;
  // The bytes were readable as ASCII, so this declaration cannot be true.
  return label !== null && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decoderFor(label: string | null): TextDecoder {
  try {
    return new TextDecoder(label ?? 'utf-8');
  } catch {
    return decoderFor(null);
  }
}
