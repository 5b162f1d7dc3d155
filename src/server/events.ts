import type { RefusalCode } from './errors.js';

/** A request's method; `other` for those that are refused, as their names are free text. */
export type EventMethod = 'GET' | 'POST' | 'OPTIONS' | 'other';

/** Something that happened, told in fields that can hold no secret and no personal data. */
export type BackendEvent =
  | {
      /** A request to a session endpoint was answered. */
      readonly type: 'request';
      readonly method: EventMethod;
      /** The HTTP status answered. */
      readonly status: number;
      /** Why it was refused; null for 200 and 204. */
      readonly code: RefusalCode | null;
      readonly durationMs: number;
      /** A keyed hash of the card id, the same for one customer as long as the secret stays; null if there is no session. */
      readonly customer: string | null;
    }
  | {
      /** EnKash was asked. */
      readonly type: 'upstream';
      readonly call: 'link' | 'status';
      /** EnKash's HTTP status where it decided the refusal; 200 for an answer of use; null when none came. */
      readonly upstreamStatus: number | null;
      readonly code: RefusalCode | null;
      readonly durationMs: number;
      readonly customer: string;
    }
  | {
      /** One of EnKash's calls is left alone after 5 outages in a row (`open`), or answers again. */
      readonly type: 'breaker';
      readonly call: 'link' | 'status';
      readonly open: boolean;
    }
  | {
      /** The partner's store failed or was slow; this process's memory stood in for one command. */
      readonly type: 'store-failure';
    };

/** Every field an event may have: what is not named here is told to nobody. */
const FIELDS = {
  request: ['type', 'method', 'status', 'code', 'durationMs', 'customer'],
  upstream: ['type', 'call', 'upstreamStatus', 'code', 'durationMs', 'customer'],
  breaker: ['type', 'call', 'open'],
  'store-failure': ['type'],
} as const satisfies {
  readonly [Type in BackendEvent['type']]: readonly (keyof Extract<BackendEvent, { type: Type }>)[];
};

/** Tells the partner's listener, whose own failures, at once or later, never reach a customer. */
export function createEmitter(
  onEvent: ((event: BackendEvent) => unknown) | undefined,
): (event: BackendEvent) => void {
  return (event) => {
    if (onEvent) new Promise((resolve) => resolve(onEvent(reduced(event)))).catch(() => undefined);
  };
}

/** A request's method as an event may tell it. */
export function eventMethod({ method }: Request): EventMethod {
  return method === 'GET' || method === 'POST' || method === 'OPTIONS' ? method : 'other';
}

function reduced(event: BackendEvent): BackendEvent {
  const fields: readonly string[] = FIELDS[event.type];
  return Object.fromEntries(Object.entries(event).filter(([name]) => fields.includes(name))) as BackendEvent;
}
