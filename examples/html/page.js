const button = document.querySelector('enkash-vkyc-button');
const checkbox = document.querySelector('input');
const stand = document.querySelector('output');

/** Asks your backend for a session of whoever is signed in. */
async function openSession() {
  const response = await fetch('/vkyc/start', { method: 'POST' });
  return (await response.json()).endpoint;
}

checkbox.addEventListener('change', () => {
  button.disabled = !checkbox.checked;
});
button.addEventListener('vkyc-status-change', ({ detail }) => {
  stand.textContent = detail.phase;
});
button.renewSession = openSession;
button.sessionEndpoint = await openSession();
