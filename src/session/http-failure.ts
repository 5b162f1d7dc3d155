import { VkycError } from '../errors/vkyc-error.js';
import { errorOfStatus } from '../protocol/http-errors.js';
import { parseInstant, parseInstantAsIso } from '../protocol/instant.js';
import { ownFields } from '../protocol/json-object.js';
import { readHeader } from '../protocol/read-header.js';
import { parseRetryAfter, RETRY_AFTER_HEADER } from '../protocol/retry-after.js';

/** EnKash is closed, as the backend says. Not a failure: the button changes to `closed`. */
export class ClosedHours extends Error {
  /**
   * @param opensAt an ISO 8601 instant; null when the backend did not give one
   * @param retryAfter seconds to wait before the next request, if the backend specified it
   */
  constructor(
    readonly opensAt: string | null,
    readonly retryAfter?: number,
  ) {
    super('EnKash is closed now.');
  }
}

/** What is read of a response; a request mock may lack any of it. */
export interface FailedResponse {
  readonly status?: number;
  readonly headers?: unknown;
}

/**
 * The failure that an answer stands for when its status is not 200 or its body has an `error`.
 *
 * @param error the `error` member of the body; undefined without one
 */
export function httpFailure(
  { status = 0, headers }: FailedResponse,
  error: unknown,
): VkycError | ClosedHours {
  const { code, opensAt, retryAfter: inBody } = ownFields(error);
  const now = parseInstant(readHeader(headers, 'date')) ?? Date.now();
  // The body first: CORS may hide the header.
  const retryAfter =
    parseRetryAfter(inBody, now) ?? parseRetryAfter(readHeader(headers, RETRY_AFTER_HEADER), now);
  if (code === 'closed_hours') return new ClosedHours(parseInstantAsIso(opensAt), retryAfter);
  return new VkycError(code === 'not_eligible' ? code : errorOfStatus(status), { status, retryAfter });
}
