import type { BackendEvent } from './events.js';
import { ADVICE_OF_CAUSE } from './failure-cause.js';

/**
 * Creates a listener that prints each kind of failure once, with advice, for partners who have not set `onEvent` yet. Null in
 * production (`NODE_ENV`), and where there is no environment to tell.
 */
export function createDevelopmentLog(): ((event: BackendEvent) => void) | null {
  // Edge runtimes have no process.
  const { process } = globalThis as { readonly process?: { readonly env?: { readonly NODE_ENV?: string } } };
  if (!process?.env || process.env.NODE_ENV === 'production') return null;
  const printed = new Set<string>();
  return (event) => {
    const line = lineOf(event);
    if (line === null || printed.has(line)) return;
    printed.add(line);
    console.warn(`enkash-vkyc-button: ${line} This kind is printed once; see onEvent.`);
  };
}

/** What happened, without numbers, so that a kind has one line; null for an event without a failure. */
function lineOf(event: BackendEvent): string | null {
  switch (event.type) {
    case 'token':
      return event.cause === undefined
        ? null
        : `No token from EnKash (${event.cause}). ${ADVICE_OF_CAUSE[event.cause]}`;
    case 'upstream':
      return event.cause === undefined
        ? null
        : `EnKash's ${event.call} call failed (${event.cause}). ${ADVICE_OF_CAUSE[event.cause]}`;
    case 'breaker':
      return event.open
        ? `EnKash's ${event.call} call failed for three customers, and is suspended for a while.`
        : null;
    case 'store-failure':
      return 'The store failed. The memory of this process replaces it.';
    case 'request':
      if (event.code === 'overloaded')
        return 'More calls were waiting for EnKash than it could answer in time. See enkash.maxConcurrency.';
      return event.code === 'internal_error' ? 'A request failed for a reason that is not known.' : null;
  }
}
