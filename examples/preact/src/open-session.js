/** Requests a session for the signed-in customer from your backend. */
export async function openSession() {
  const response = await fetch('/vkyc/start', { method: 'POST' });
  return (await response.json()).endpoint;
}
