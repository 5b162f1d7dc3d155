/** Who can resolve a failure: the person at the button, the company that runs the page, or EnKash. */
export type Actor = 'customer' | 'partner' | 'enkash';

/** The properties of one kind of failure. */
export interface ErrorKind {
  readonly actor: Actor;
  /** Whether another attempt may succeed although nothing has changed. */
  readonly retryable: boolean;
}

/**
 * Every failure that the element can report: a closed list, in the order in which they may occur.
 * docs/errors.md explains each of them to developers.
 */
export const ERROR_CATALOGUE = {
  no_endpoint: { actor: 'partner', retryable: false },
  invalid_endpoint: { actor: 'partner', retryable: false },
  offline: { actor: 'customer', retryable: true },
  network: { actor: 'customer', retryable: true },
  timeout: { actor: 'partner', retryable: true },
  session_expired: { actor: 'partner', retryable: false },
  not_found: { actor: 'partner', retryable: false },
  conflict: { actor: 'partner', retryable: true },
  not_eligible: { actor: 'enkash', retryable: false },
  rate_limited: { actor: 'customer', retryable: true },
  server_error: { actor: 'partner', retryable: true },
  http_error: { actor: 'partner', retryable: true },
  not_json: { actor: 'partner', retryable: true },
  too_large: { actor: 'partner', retryable: true },
  invalid_response: { actor: 'partner', retryable: true },
  enkash_error: { actor: 'enkash', retryable: true },
  no_link: { actor: 'partner', retryable: true },
  invalid_link: { actor: 'partner', retryable: true },
  no_camera: { actor: 'partner', retryable: false },
  internal_error: { actor: 'partner', retryable: true },
} as const satisfies Record<string, ErrorKind>;

/** The name of one kind of failure: `detail.code` of `vkyc-error`. */
export type ErrorCode = keyof typeof ERROR_CATALOGUE;
