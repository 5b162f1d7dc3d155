import { createDevelopmentLog } from './development-log.js';
import type { BackendEvent } from './events.js';

/** The fields of each event. A field that is not listed here is not passed on. */
const FIELDS = {
  request: ['type', 'method', 'status', 'code', 'durationMs', 'customer', 'reference'],
  upstream: ['type', 'call', 'upstreamStatus', 'code', 'cause', 'durationMs', 'customer', 'reference'],
  token: ['type', 'upstreamStatus', 'cause', 'heldUntil', 'durationMs'],
  breaker: ['type', 'call', 'open'],
  'store-failure': ['type'],
} as const satisfies {
  readonly [Type in BackendEvent['type']]: readonly (keyof Extract<BackendEvent, { type: Type }>)[];
};

/** Passes events to the partner's listener. Its failures, synchronous or not, never affect an answer. */
export function createEmitter(
  onEvent: ((event: BackendEvent) => unknown) | undefined,
): (event: BackendEvent) => void {
  const listener = onEvent ?? createDevelopmentLog();
  return (event) => {
    if (listener) new Promise((resolve) => resolve(listener(pickFields(event)))).catch(() => undefined);
  };
}

function pickFields(event: BackendEvent): BackendEvent {
  const fields: readonly string[] = FIELDS[event.type];
  return Object.fromEntries(
    Object.entries(event).filter(([name, value]) => value !== undefined && fields.includes(name)),
  ) as BackendEvent;
}
