import type { ErrorCode } from '../errors/error-catalogue.js';

/** The HTTP status of each `error.code` that our backend answers with: a closed list. */
export const STATUS_OF_CODE = {
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
  overloaded: 503,
  shutting_down: 503,
  upstream_timeout: 504,
} as const;

const ERROR_OF_STATUS: Readonly<Partial<Record<number, ErrorCode>>> = {
  401: 'session_expired',
  403: 'session_expired',
  404: 'not_found',
  405: 'not_found',
  409: 'conflict',
  410: 'session_expired',
  422: 'not_eligible',
  429: 'rate_limited',
  501: 'not_found',
};

/** The element's error for the status of an answer other than 200, whichever backend sent it. */
export function errorOfStatus(status: number): ErrorCode {
  return ERROR_OF_STATUS[status] ?? (status >= 500 ? 'server_error' : 'http_error');
}
