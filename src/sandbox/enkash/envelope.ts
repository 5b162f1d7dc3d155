import { JSON_MEDIA_TYPE } from '../../protocol/media-type.js';

type HeaderFields = Readonly<Record<string, string>>;

/** A successful reply, in the layout of EnKash's documentation. */
export function envelope(payload: unknown): Response {
  return json({ code: 0, message: 'Success', payload });
}

/**
 * A refusal. EnKash has published the status 422 of a failed link call, but not its body: this one is specific to the
 * sandbox.
 */
export function failure(status: number, headers?: HeaderFields): Response {
  const body = { code: status === 200 ? 1 : status, message: 'Failure', payload: null };
  return json(body, { status, headers });
}

/** A JSON answer, 200 by default, indented by four spaces. */
export function json(
  body: unknown,
  { status = 200, headers }: { readonly status?: number; readonly headers?: HeaderFields | undefined } = {},
): Response {
  return new Response(JSON.stringify(body, null, 4), {
    status,
    headers: { 'Content-Type': JSON_MEDIA_TYPE, 'Cache-Control': 'no-store', ...headers },
  });
}
