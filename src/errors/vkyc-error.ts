import { ERROR_CATALOGUE, type Actor, type ErrorCode } from './error-catalogue.js';

/** What is known of a failure besides its code. */
export interface VkycErrorOptions {
  /** Seconds to wait before trying again, when the backend said so. */
  readonly retryAfter?: number | undefined;
}

/**
 * A failure with a stable code. The message is one sentence for the developer: what was expected, what came, how to
 * mend it. It never holds the link, the endpoint's token or anything the other side wrote.
 */
export class VkycError extends Error {
  override readonly name = 'VkycError';
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: VkycErrorOptions = {},
  ) {
    super(message);
    this.retryAfter = options.retryAfter;
  }

  get actor(): Actor {
    return ERROR_CATALOGUE[this.code].actor;
  }

  get retryable(): boolean {
    return ERROR_CATALOGUE[this.code].retryable;
  }
}
