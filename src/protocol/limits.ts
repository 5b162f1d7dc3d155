/** Largest answer that is read, in bytes after decompression: 64 KiB. */
export const ANSWER_LIMIT_BYTES = 65_536;

/** Largest request body that is read, in bytes: 16 KiB. */
export const REQUEST_LIMIT_BYTES = 16_384;

/** Time after which the element gives up a request, in milliseconds. */
export const ANSWER_TIMEOUT_MS = 15_000;
