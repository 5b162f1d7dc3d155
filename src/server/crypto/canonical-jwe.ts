const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Five parts of base64url; the second is empty, as the key is not in the token. */
const PARTS = /^([\w-]+)\.()\.([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** Bits of the last character that must be zero, by the remainder of the length. One character over is not base64. */
const UNUSED_BITS = [0, 63, 15, 3];

/** Whether a token is spelled as it was issued: decoders ignore padding and the unused bits at the end of a part. */
export function isCanonicalJwe(token: string): boolean {
  const parts = PARTS.exec(token)?.slice(1);
  return (
    parts?.every((part) => {
      const remainder = part.length % 4;
      const last = ALPHABET.indexOf(part.at(-1) ?? 'A');
      return remainder !== 1 && (last & (UNUSED_BITS[remainder] ?? 0)) === 0;
    }) ?? false
  );
}
