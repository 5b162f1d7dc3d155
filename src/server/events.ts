import type { RefusalCode } from './errors.js';

/** The method of a request; `other` for methods that are refused, since their names are free text. */
export type EventMethod = 'GET' | 'POST' | 'OPTIONS' | 'other';

/** An event of the backend. No field can hold a secret or personal data. */
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
    }
  | {
      /** A call to EnKash has ended. */
      readonly type: 'upstream';
      readonly call: 'link' | 'status';
      /** EnKash's HTTP status if it determined the error; 200 for a usable answer; null without an answer. */
      readonly upstreamStatus: number | null;
      readonly code: RefusalCode | null;
      readonly durationMs: number;
      readonly customer: string;
    }
  | {
      /** The circuit breaker of a call opened after 5 outages in a row, or closed again. */
      readonly type: 'breaker';
      readonly call: 'link' | 'status';
      readonly open: boolean;
    }
  | {
      /** The partner's store failed or timed out; the memory of this process served one command instead. */
      readonly type: 'store-failure';
    };

/** The fields of each event. A field that is not listed here is not passed on. */
const FIELDS = {
  request: ['type', 'method', 'status', 'code', 'durationMs', 'customer'],
  upstream: ['type', 'call', 'upstreamStatus', 'code', 'durationMs', 'customer'],
  breaker: ['type', 'call', 'open'],
  'store-failure': ['type'],
} as const satisfies {
  readonly [Type in BackendEvent['type']]: readonly (keyof Extract<BackendEvent, { type: Type }>)[];
};

/** Passes events to the partner's listener. Its failures, synchronous or not, never affect an answer. */
export function createEmitter(
  onEvent: ((event: BackendEvent) => unknown) | undefined,
): (event: BackendEvent) => void {
  return (event) => {
    if (onEvent) new Promise((resolve) => resolve(onEvent(pickFields(event)))).catch(() => undefined);
  };
}

/** The method of a request, as an event may name it. */
export function eventMethod({ method }: Request): EventMethod {
  return method === 'GET' || method === 'POST' || method === 'OPTIONS' ? method : 'other';
}

function pickFields(event: BackendEvent): BackendEvent {
  const fields: readonly string[] = FIELDS[event.type];
  return Object.fromEntries(Object.entries(event).filter(([name]) => fields.includes(name))) as BackendEvent;
}
