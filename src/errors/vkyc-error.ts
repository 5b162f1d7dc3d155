import { ERROR_CATALOGUE, type Actor, type ErrorCode } from './error-catalogue.js';

/** Details of a failure, in addition to its code. */
export interface VkycErrorOptions {
  /** The HTTP status of the response. */
  readonly status?: number | undefined;
  /** Seconds to wait before the next attempt, if the backend specified it. */
  readonly retryAfter?: number | undefined;
  /** The name of the error behind an `internal_error`. */
  readonly causeName?: string;
}

/**
 * A failure with a stable code. The message contains the code and refers to the paragraph that explains it. It never
 * contains the link, the endpoint's token or any text of a response.
 */
export class VkycError extends Error {
  override readonly name = 'VkycError';
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    { status, retryAfter, causeName }: VkycErrorOptions = {},
  ) {
    const detail = status ? `HTTP ${status}` : causeName;
    super(`${code}${detail ? ` (${detail})` : ''}: see docs/errors.md#${code}`);
    this.retryAfter = retryAfter;
  }

  get actor(): Actor {
    return ERROR_CATALOGUE[this.code].actor;
  }

  get retryable(): boolean {
    return ERROR_CATALOGUE[this.code].retryable;
  }
}
