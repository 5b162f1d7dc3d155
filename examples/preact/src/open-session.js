/** Asks your backend for a session of whoever is signed in. */
export async function openSession() {
  const response = await fetch('/vkyc/start', { method: 'POST' });
  return (await response.json()).endpoint;
}
