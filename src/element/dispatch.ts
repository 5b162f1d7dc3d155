import { warn } from '../device/warn.js';
import { internalError } from '../errors/internal-error.js';

/**
 * Dispatches an event. A page that has patched `dispatchEvent` may break it, which must not stop what the event reports.
 *
 * @returns false when a listener prevented the default
 */
export function dispatch(host: Pick<EventTarget, 'dispatchEvent'>, event: Event): boolean {
  try {
    return host.dispatchEvent(event);
  } catch (error) {
    warn(internalError(error).message);
    return true;
  }
}
