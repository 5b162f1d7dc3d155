const button = document.querySelector('enkash-vkyc-button');
const checkbox = document.querySelector('input');
const status = document.querySelector('output');

/** Requests a session for the signed-in customer from your backend. */
async function openSession() {
  const response = await fetch('/vkyc/start', { method: 'POST' });
  return (await response.json()).endpoint;
}

checkbox.addEventListener('change', () => {
  button.disabled = !checkbox.checked;
});
button.addEventListener('vkyc-status-change', ({ detail }) => {
  status.textContent = detail.phase;
});
button.renewSession = openSession;
button.sessionEndpoint = await openSession();
