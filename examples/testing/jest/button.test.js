import 'enkash-vkyc-button/define.js';
import { CARD, openSession, sandbox } from './session-endpoint';

/** Shows the button, and waits for the event of its first answer. */
async function showButton() {
  const button = document.createElement('enkash-vkyc-button');
  const answered = new Promise((resolve) =>
    button.addEventListener('vkyc-status-change', resolve, { once: true }),
  );
  button.sessionEndpoint = await openSession();
  document.body.append(button);
  await answered;
  await button.updateComplete;
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
});

test('starts the call on a click', async () => {
  const button = await showButton();
  const onStart = jest.fn((event) => event.preventDefault()); // a test needs no window
  button.addEventListener('vkyc-start', onStart);
  button.shadowRoot.querySelector('[part~=button]').click();
  expect(onStart).toHaveBeenCalledTimes(1);
});
