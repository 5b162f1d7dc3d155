/** Requests a session for the signed-in customer from your backend. */
export async function openSession(): Promise<string> {
  const response = await fetch('/vkyc/start', { method: 'POST' });
  return ((await response.json()) as { endpoint: string }).endpoint;
}
