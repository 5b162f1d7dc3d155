import { ERROR_CATALOGUE, type Actor, type ErrorCode } from './error-catalogue.js';

/** What is known of a failure besides its code. */
export interface VkycErrorOptions {
  /** The HTTP status that said so. */
  readonly status?: number | undefined;
  /** Seconds to wait before trying again, when the backend said so. */
  readonly retryAfter?: number | undefined;
}

/**
 * A failure with a stable code. The message names it and points to the paragraph that explains it; it never holds the
 * link, the endpoint's token or anything the other side wrote.
 */
export class VkycError extends Error {
  override readonly name = 'VkycError';
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    { status, retryAfter }: VkycErrorOptions = {},
  ) {
    super(`${code}${status ? ` (HTTP ${status})` : ''}: see docs/errors.md#${code}`);
    this.retryAfter = retryAfter;
  }

  get actor(): Actor {
    return ERROR_CATALOGUE[this.code].actor;
  }

  get retryable(): boolean {
    return ERROR_CATALOGUE[this.code].retryable;
  }
}
