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

/** Time that a listener may take before an answer, in milliseconds. */
const SLOW_MS = 20;

/**
 * Passes events to the partner's listener. Its failures, synchronous or not, never affect an answer. A listener that was slow
 * once runs in a turn of the event loop of its own from then on, so that no answer waits for it.
 */
export function createEmitter(
  onEvent: ((event: BackendEvent) => unknown) | undefined,
): (event: BackendEvent) => void {
  if (!onEvent) return createDevelopmentLog() ?? (() => undefined);
  let isSlow = false;
  const pass = (event: BackendEvent) => {
    const startedAt = performance.now();
    new Promise((resolve) => resolve(onEvent(event))).catch(() => undefined);
    isSlow ||= performance.now() - startedAt > SLOW_MS;
  };
  return (event) => {
    const picked = pickFields(event);
    if (isSlow) setTimeout(pass, 0, picked);
    else pass(picked);
  };
}

function pickFields(event: BackendEvent): BackendEvent {
  const fields: readonly string[] = FIELDS[event.type];
  return Object.fromEntries(
    Object.entries(event).filter(([name, value]) => value !== undefined && fields.includes(name)),
  ) as BackendEvent;
}
