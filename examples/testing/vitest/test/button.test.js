import 'enkash-vkyc-button/define.js';
import { expect, test, vi } from 'vitest';
import { CARD, openSession, sandbox } from './session-endpoint.js';

async function showButton(state = 'ready') {
  const button = document.createElement('enkash-vkyc-button');
  button.sessionEndpoint = await openSession();
  document.body.append(button);
  await vi.waitFor(() => expect(button.state).toBe(state), { timeout: 4_000 });
  return button;
}

test("shows the customer's status", async () => {
  sandbox.setStatus(CARD, 'rejected');
  const button = await showButton();
  expect(button.phase).toBe('rejected');
});

test('reports the status when EnKash has verified the customer', async () => {
  const button = await showButton();
  const phases = [];
  button.addEventListener('vkyc-status-change', ({ detail }) => phases.push(detail.phase));
  sandbox.setStatus(CARD, 'verified');
  await button.refresh();
  expect(phases).toEqual(['verified']);
  expect(button.state).toBe('done');
});

test('starts the call on a click', async () => {
  const button = await showButton();
  const onStart = vi.fn((event) => event.preventDefault()); // a test needs no window
  button.addEventListener('vkyc-start', onStart);
  button.shadowRoot.querySelector('[part~=button]').click();
  expect(onStart).toHaveBeenCalledOnce();
});

test('shows an error when the backend fails', async () => {
  sandbox.fault({ route: 'status', answer: 500, times: null });
  const button = await showButton('error');
  expect(button.shadowRoot.textContent).toContain('server_error');
});
