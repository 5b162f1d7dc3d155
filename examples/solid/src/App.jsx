import { createSignal } from 'solid-js';
import { openSession } from './open-session.js';

export function App(props) {
  const [ready, setReady] = createSignal(false);
  const [phase, setPhase] = createSignal('unknown');

  return (
    <main class="card">
      <h1>Raise your limit</h1>
      <p>A short video call with your PAN card in hand.</p>
      <label>
        <input type="checkbox" checked={ready()} onChange={(event) => setReady(event.target.checked)} /> I
        have my PAN card with me
      </label>
      <enkash-vkyc-button
        session-endpoint={props.endpoint}
        allowed-link-hosts="127.0.0.1" // for the sandbox; remove in production
        prop:disabled={!ready()}
        prop:renewSession={openSession}
        on:vkyc-status-change={({ detail }) => setPhase(detail.phase)}
      >
        Verify by video
      </enkash-vkyc-button>
      <p class="status">
        Your KYC: <output>{phase()}</output>
      </p>
    </main>
  );
}
