import { internalError } from '../errors/internal-error.js';
import { VkycError } from '../errors/vkyc-error.js';
import { ClosedHours } from './http-failure.js';

/**
 * The failure to report for a rejected request; null when EnKash is only closed, which is not a failure. The customer's
 * network is blamed only by the request itself: anything unforeseen is a fault of ours.
 */
export function toVkycError(error: unknown): VkycError | null {
  if (error instanceof ClosedHours) return null;
  if (error instanceof VkycError) return error;
  // The element has left the page meanwhile.
  if (isAbort(error)) return new VkycError('network');
  return internalError(error);
}

/** Not by its class: a test environment may have two of them. */
function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}
