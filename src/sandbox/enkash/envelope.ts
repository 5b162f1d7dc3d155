import { JSON_MEDIA_TYPE } from '../../protocol/media-type.js';

/** A successful reply, in the layout of EnKash's documentation. */
export function envelope(payload: unknown): Response {
  return json(200, { code: 0, message: 'Success', payload });
}

/**
 * A refusal. EnKash has published the status 422 of a failed link call, but not its body: this one is specific to the
 * sandbox.
 */
export function failure(status: number, headers?: Readonly<Record<string, string>>): Response {
  return json(status, { code: status === 200 ? 1 : status, message: 'Failure', payload: null }, headers);
}

/** A JSON answer, indented by four spaces. */
export function json(status: number, body: unknown, headers?: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body, null, 4), {
    status,
    headers: { 'Content-Type': JSON_MEDIA_TYPE, 'Cache-Control': 'no-store', ...headers },
  });
}
