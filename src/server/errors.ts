/** The HTTP status of every code the backend refuses with: a closed list. */
export const REFUSAL_STATUS = {
  bad_request: 400,
  invalid_session: 401,
  cross_site: 403,
  missing_header: 403,
  not_found: 404,
  method_not_allowed: 405,
  closed_hours: 409,
  not_eligible: 409,
  session_expired: 410,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal_error: 500,
  invalid_upstream_response: 502,
  invalid_link: 502,
  wrong_customer: 502,
  upstream_auth: 503,
  upstream_down: 503,
  shutting_down: 503,
  upstream_timeout: 504,
} as const;

/** What went wrong, as `error.code` in the answer and `code` in an event. */
export type RefusalCode = keyof typeof REFUSAL_STATUS;

/** What is known of a refusal besides its code. */
export interface RefusalDetails {
  /** Whole seconds after which asking again may help. */
  readonly retryAfter?: number | undefined;
  /** ISO 8601 instant at which EnKash opens; with `closed_hours` only. */
  readonly opensAt?: string | undefined;
  /** The HTTP status EnKash gave. For events; the browser is never told. */
  readonly upstreamStatus?: number | undefined;
}

/** A request that gets no 200. It carries a code and numbers, never a word of what either side sent. */
export class VkycHttpError extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }
}

/** Whether a text is one of the closed list of codes. */
export function isRefusalCode(text: unknown): text is RefusalCode {
  return typeof text === 'string' && Object.hasOwn(REFUSAL_STATUS, text);
}
