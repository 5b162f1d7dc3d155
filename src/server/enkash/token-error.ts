import type { FailureCause } from '../failure-cause.js';

/** Why no token could be fetched. Its message holds no credential and no text of the token endpoint. */
export class TokenError extends Error {
  override readonly name = 'TokenError';

  constructor(
    message: string,
    readonly reason: FailureCause,
    /** The HTTP status of the token endpoint; null without an answer. */
    readonly upstreamStatus: number | null = null,
  ) {
    super(message);
  }
}
