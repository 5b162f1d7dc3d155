import { delay } from '../concurrency/abort.js';
import { causeOfNetworkError } from '../failure-cause.js';

/** Error codes of a connection that was not made: only then is it certain that nothing was received. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Longest delay before the second attempt. */
const MAX_RETRY_DELAY_MS = 50;

/** A request to EnKash. */
export interface UpstreamRequest {
  readonly fetch: typeof globalThis.fetch;
  readonly url: string;
  readonly init: RequestInit;
  readonly signal: AbortSignal;
  /** Whether the request changes nothing, so that it may be repeated although EnKash may have received it. */
  readonly isSafe: boolean;
}

/**
 * Sends a request with a secret: it follows no redirect. It is repeated once, after a random delay, if no connection could
 * be made. A safe request is also repeated when its connection broke, since EnKash may have closed a kept connection just as
 * it was used again. Any other is not, since it may mint a link.
 */
export async function fetchUpstream(request: UpstreamRequest): Promise<Response> {
  const { fetch, url, init, signal, isSafe } = request;
  const send = () => fetch(url, { ...init, redirect: 'manual', signal });
  try {
    return await send();
  } catch (error) {
    if (!isNotConnected(error) && !(isSafe && causeOfNetworkError(error) === 'reset')) throw error;
    await delay(Math.random() * MAX_RETRY_DELAY_MS, signal);
    return send();
  }
}

/** The global `fetch`, looked up at each call, so that tracing or a mock that is installed later takes effect. */
export function platformFetch(...request: Parameters<typeof globalThis.fetch>): Promise<Response> {
  return globalThis.fetch(...request);
}

/** Cancels a body that will not be read, which frees its connection. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

function isNotConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && NOT_CONNECTED.has(String(cause.code));
}
