/** EnKash's reply, laid out as its documentation prints it. */
export function envelope(payload: unknown): Response {
  return json(200, { code: 0, message: 'Success', payload });
}

/**
 * A reply that says no. EnKash has published the status 422 of a failed link call, not its body: this one is the
 * sandbox's own.
 */
export function failure(status: number, headers?: Readonly<Record<string, string>>): Response {
  return json(status, { code: status === 200 ? 1 : status, message: 'Failure', payload: null }, headers);
}

/** A JSON answer with a four-space layout. */
export function json(status: number, body: unknown, headers?: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body, null, 4), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}
