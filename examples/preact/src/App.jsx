import { useState } from 'preact/hooks';
import { openSession } from './open-session.js';

export function App({ endpoint }) {
  const [ready, setReady] = useState(false);
  const [phase, setPhase] = useState('unknown');

  return (
    <main class="card">
      <h1>Raise your limit</h1>
      <p>A short video call with your PAN card in hand.</p>
      <label>
        <input type="checkbox" checked={ready} onChange={(event) => setReady(event.target.checked)} /> I have
        my PAN card with me
      </label>
      <enkash-vkyc-button
        session-endpoint={endpoint}
        allowed-link-hosts="127.0.0.1" // for the sandbox; remove in production
        disabled={!ready}
        renewSession={openSession}
        onvkyc-status-change={({ detail }) => setPhase(detail.phase)}
      >
        Verify by video
      </enkash-vkyc-button>
      <p class="status">
        Your KYC: <output>{phase}</output>
      </p>
    </main>
  );
}
