import type { RefusalCode } from './errors.js';
import type { FailureCause } from './failure-cause.js';

/** The method of a request; `other` for methods that are refused, since their names are free text. */
export type EventMethod = 'GET' | 'POST' | 'OPTIONS' | 'other';

/** An event of the backend. No field can hold a secret; `reference` holds what the partner has put there. */
export type BackendEvent =
  | {
      /** A request to a session endpoint was answered. */
      readonly type: 'request';
      readonly method: EventMethod;
      /** The HTTP status of the answer. */
      readonly status: number;
      /** The reason of an error; null for 200 and 204. */
      readonly code: RefusalCode | null;
      readonly durationMs: number;
      /** A keyed hash of the card id, constant per customer and secret; null when there is no valid session. */
      readonly customer: string | null;
      /** The partner's own id, from `createSession()`; absent without one. */
      readonly reference?: string | undefined;
    }
  | {
      /** A call to EnKash has ended. */
      readonly type: 'upstream';
      readonly call: 'link' | 'status';
      /** EnKash's HTTP status if it determined the error; 200 for a usable answer; null without an answer. */
      readonly upstreamStatus: number | null;
      readonly code: RefusalCode | null;
      /** Why it failed; absent for a usable answer. */
      readonly cause?: FailureCause | undefined;
      readonly durationMs: number;
      readonly customer: string;
      readonly reference?: string | undefined;
    }
  | {
      /** A token was requested, or could not be. */
      readonly type: 'token';
      /** The status of the token endpoint; null without an answer, and for the partner's own function. */
      readonly upstreamStatus: number | null;
      /** Why there is no token; absent for a usable one. */
      readonly cause?: FailureCause | undefined;
      /** ISO 8601 instant before which the credentials are not tried again; null when they may be. */
      readonly heldUntil: string | null;
      readonly durationMs: number;
    }
  | {
      /** The circuit breaker of a call opened, after three different customers met an outage, or closed again. */
      readonly type: 'breaker';
      readonly call: 'link' | 'status';
      readonly open: boolean;
    }
  | {
      /** The partner's store failed or timed out; the memory of this process served one command instead. */
      readonly type: 'store-failure';
    };

/** The method of a request, as an event may name it. */
export function eventMethod({ method }: Request): EventMethod {
  return method === 'GET' || method === 'POST' || method === 'OPTIONS' ? method : 'other';
}
