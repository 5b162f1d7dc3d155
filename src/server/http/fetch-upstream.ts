import { pause } from '../concurrency/abort.js';

/** Bytes an upstream answer may have, counted after decompression. */
export const UPSTREAM_LIMIT = 65_536;

/** Failures to connect: of these alone it is certain that nothing reached the other side. */
const NOTHING_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

const RETRY_WITHIN_MS = 50;

/**
 * Sends one request that follows no redirect (it carries a secret). If the connection could not be made it is tried once
 * more, after a random moment; otherwise never, as asking may mint.
 */
export async function upstreamRequest(
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<Response> {
  const send = () => fetch(url, { ...init, redirect: 'manual', signal });
  try {
    return await send();
  } catch (error) {
    if (!nothingWasSent(error)) throw error;
    await pause(Math.random() * RETRY_WITHIN_MS, signal);
    return send();
  }
}

/** Lets go of a body nobody will read, so its connection is free again. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

/** Whether an answer says it is JSON. A login page that answers 200 says it is HTML. */
export function saysJson(response: Response): boolean {
  const [type] = (response.headers.get('content-type') ?? '').split(';', 1);
  return type?.trim().toLowerCase() === 'application/json';
}

function nothingWasSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && NOTHING_SENT.has(String(cause.code));
}
