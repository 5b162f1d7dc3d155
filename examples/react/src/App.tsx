import type { Phase } from 'enkash-vkyc-button';
import { VkycButton } from 'enkash-vkyc-button/react';
import { useState } from 'react';
import { openSession } from './open-session';

export function App({ endpoint }: { endpoint: string }) {
  const [ready, setReady] = useState(false);
  const [phase, setPhase] = useState<Phase>('unknown');

  return (
    <main className="card">
      <h1>Raise your limit</h1>
      <p>A short video call with your PAN card in hand.</p>
      <label>
        <input type="checkbox" checked={ready} onChange={(event) => setReady(event.target.checked)} /> I have
        my PAN card with me
      </label>
      <VkycButton
        sessionEndpoint={endpoint}
        allowedLinkHosts="127.0.0.1" // for the sandbox; remove in production
        disabled={!ready}
        renewSession={openSession}
        onVkycStatusChange={({ detail }) => setPhase(detail.phase)}
      >
        Verify by video
      </VkycButton>
      <p className="status">
        Your KYC: <output>{phase}</output>
      </p>
    </main>
  );
}
