import { VkycError } from '../errors/vkyc-error.js';
import { ClosedHours } from './http-failure.js';

/**
 * The failure to report for a rejected request; null when EnKash is only closed, which is not a failure. An unforeseen
 * error counts as a failure to reach the backend: the customer can try again, and the page is not disturbed.
 */
export function toVkycError(error: unknown): VkycError | null {
  if (error instanceof ClosedHours) return null;
  return error instanceof VkycError ? error : new VkycError('network');
}
