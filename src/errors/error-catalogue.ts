/** Who can put a failure right: the person at the button, the company whose page it is, or EnKash. */
export type Actor = 'customer' | 'partner' | 'enkash';

/** What the page and the words need to know of one kind of failure. */
export interface ErrorKind {
  readonly actor: Actor;
  /** Whether trying again, with nothing changed, may succeed. */
  readonly retryable: boolean;
}

/**
 * Every failure the element can report: a closed list, in the order in which a journey may meet them.
 * docs/errors.md tells the developer of each one.
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
} as const satisfies Record<string, ErrorKind>;

/** The name of one kind of failure, as `vkyc-error` carries it. */
export type ErrorCode = keyof typeof ERROR_CATALOGUE;
