import { VkycError } from './vkyc-error.js';

/**
 * The failure to report for an error that nobody foresaw. It names that error, but never quotes its message, which may
 * contain an endpoint or a link.
 */
export function internalError(error: unknown): VkycError {
  return new VkycError('internal_error', { causeName: nameOf(error) });
}

/** The name of an error; the type of anything else that was thrown. */
function nameOf(error: unknown): string {
  try {
    const { name } = Object(error) as { readonly name?: unknown };
    return typeof name === 'string' && /^\w{1,40}$/.test(name) ? name : typeof error;
  } catch {
    return typeof error;
  }
}
