import { VkycError } from './vkyc-error.js';

/**
 * The failure to report for an error that nobody foresaw. The console shows the name of that error, never its message,
 * which may quote an endpoint or a link.
 */
export function internalError(error: unknown): VkycError {
  const failure = new VkycError('internal_error');
  console.error(`<enkash-vkyc-button>: ${nameOf(error)}, reported as ${failure.message}`);
  return failure;
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
